import pg from 'pg';
import { entities } from '../../src/features.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
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

/** Builds the templates by the migrations, the only way to a schema. */
export async function makeTemplate(server: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(`create database ${emptyTemplate}`);
    await prepare(databaseAt(server, emptyTemplate), false);
    await admin.query(`create database ${template} template ${emptyTemplate}`);
    await prepare(databaseAt(server, template), true);
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
