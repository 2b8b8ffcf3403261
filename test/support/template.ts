import pg from 'pg';
import { entities } from '../../src/features.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { makeServerLogin } from '../../src/platform/database/server-roles.ts';
import { loadReferenceData } from '../../src/reference-data.ts';

/** The migrated database with the reference data that every test's database is a copy of. */
export const template = 'accord_template';
/** Migrated only. */
export const emptyTemplate = 'accord_empty';

/** The same server, another database. */
export function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** One login for the servers of all tests: each of a test's own would stay behind in the cluster. */
const serverLogin = 'accord_server_test';

/** Builds the templates by the migrations, the only way to a schema; gives the address by which servers ask their clones. */
export async function makeTemplate(server: string): Promise<string> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(`create database ${emptyTemplate}`);
    await prepare(databaseAt(server, emptyTemplate), false);
    await admin.query(`create database ${template} template ${emptyTemplate}`);
    await prepare(databaseAt(server, template), true);
    return await makeServerLogin(server, serverLogin);
  } finally {
    await admin.end();
  }
}

async function prepare(url: string, withReferenceData: boolean): Promise<void> {
  const database = await openDatabase(url, { entities });
  try {
    await database.migrate();
    if (withReferenceData) await loadReferenceData(database);
  } finally {
    await database.close();
  }
}
