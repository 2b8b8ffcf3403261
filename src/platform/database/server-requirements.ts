import pg from 'pg';
import { ConfigError, reasonOf } from '../config/config-error.ts';

/** What is needed of a connection to ask a server about itself. */
export interface Questioned {
  query(sql: string): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Extensions that the migrations create. */
const extensions = ['btree_gist', 'pg_trgm'];
const oldestMajor = 15;
const patience = 2000;

interface Answers {
  readonly version: number;
  readonly versionText: string;
  readonly encoding: string;
  readonly standby: boolean;
  readonly readOnly: boolean;
  readonly mayCreate: boolean;
  readonly missing: string[];
  readonly absent: string[];
}

/**
 * Makes sure that a server, embedded or given, is one that Accord can work on.
 * @throws ConfigError the first thing that it lacks, and what to do
 * @source none: machinery
 */
export async function checkServer(client: Questioned): Promise<void> {
  const { rows } = await client.query(question);
  const answers = rows[0] as unknown as Answers;
  const lack = lackOf(answers);
  if (lack) throw new ConfigError(lack);
}

/**
 * Connects to a URL, makes sure of the server and lets go again, within a few seconds.
 * @throws ConfigError why the server cannot be reached or what it lacks; never the password
 * @source none: machinery
 */
export async function checkServerAt(url: string): Promise<void> {
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience, query_timeout: patience });
  } catch (error) {
    throw new ConfigError(`DATABASE_URL cannot be used: ${reasonOf(error)}.`);
  }
  client.on('error', () => undefined);
  try {
    await inTime(client.connect());
    await checkServer(client);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(unreachable(client, error));
  } finally {
    await inTime(client.end()).catch(() => undefined);
  }
}

const question = `
  select current_setting('server_version_num')::int as version,
         current_setting('server_version') as "versionText",
         pg_encoding_to_char(encoding) as encoding,
         pg_is_in_recovery() as standby,
         current_setting('transaction_read_only')::boolean as "readOnly",
         has_database_privilege(current_user, datname, 'CREATE') as "mayCreate",
         array(select wanted from unnest('{${extensions.join()}}'::text[]) wanted
                where wanted not in (select extname::text from pg_extension)) as missing,
         array(select wanted from unnest('{${extensions.join()}}'::text[]) wanted
                where wanted not in (select extname::text from pg_extension)
                  and wanted not in (select name::text from pg_available_extensions)) as absent
    from pg_database where datname = current_database()`;

function lackOf(server: Answers): string | null {
  if (server.version < oldestMajor * 10_000) {
    return `The database server is PostgreSQL ${server.versionText}: Accord needs ${oldestMajor} or newer.`;
  }
  if (server.encoding !== 'UTF8') {
    return `The database is encoded in ${server.encoding}: Accord needs UTF8 (create database … encoding 'UTF8' template template0).`;
  }
  if (server.standby) return 'The database server is a standby, which is read-only: point DATABASE_URL to the primary.';
  if (server.readOnly) return 'The database is read-only (default_transaction_read_only is on): Accord must write.';
  if (server.absent.length > 0) {
    return `The database server lacks the extension ${server.absent.join(' and ')}: install the package with PostgreSQL's contrib modules there.`;
  }
  if (server.missing.length > 0 && !server.mayCreate) {
    return `The extension ${server.missing.join(' and ')} is not installed in the database and this user may not do it: grant CREATE on the database, or install it as its owner.`;
  }
  return null;
}

/** Says which server, without the password, and why in the words of the one who must mend it. */
function unreachable({ host, port, database, user }: pg.Client, error: unknown): string {
  const server = `The database server at ${host}:${port}`;
  const code = (error as { code?: string }).code ?? '';
  if (code === '28P01' || code === '28000') return `${server} refuses user "${user}" of DATABASE_URL: ${reasonOf(error)}.`;
  if (code === '3D000') return `${server} has no database "${database}": create it, or mend DATABASE_URL.`;
  if (code === '42501') return `${server} does not let user "${user}" into database "${database}".`;
  return `${server} (DATABASE_URL) cannot be reached: ${reasonOf(error)}.`;
}

/** The driver's own limit does not cover a server that accepts the connection and then says nothing. */
function inTime<T>(act: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience / 1000} s`)), patience);
  });
  return Promise.race([act, late]).finally(() => clearTimeout(timer));
}
