import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { roles } from '../access/caller.ts';
import { databaseRole, outboxRole } from '../access/identity.ts';
import { ConfigError } from '../config/config-error.ts';

/** Any number that stays the same. */
const loginLock = 7_236_550_120;

/** Names of roles are cut at 63 bytes. */
const longestName = 63;

const callerRoles = ['ANONYMOUS' as const, ...roles].map(databaseRole);
/** Sees and may do everything: migrations, imports, repairs. The owner passes the policies as a member of it. */
const operatorRole = 'accord_operator';

/** What of a connection it takes to say one statement after the other. */
type Session = Pick<pg.ClientBase, 'query'>;

/**
 * Makes the roles that the policies of the migrations name. They belong to the whole server and not to one database, so
 * another database of it may have made them already.
 * @throws ConfigError when the owner may not make roles, or not give those that are there
 * @source none: machinery
 */
export async function makeRoles(session: Session): Promise<void> {
  try {
    for (const role of [operatorRole, outboxRole, ...callerRoles]) {
      await session.query(`do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`);
    }
    await session.query(`grant ${operatorRole} to current_user`);
  } catch (error) {
    throw readable(error);
  }
}

function readable(error: unknown): unknown {
  if ((error as { code?: string }).code !== '42501') return error;
  return new ConfigError(
    `The user of DATABASE_URL may not make the roles accord_… or give them to the server's login: grant CREATEROLE to it, and where another database of this server has made them, these roles with admin option.`,
  );
}

/**
 * Makes the login that the server answers with, and its address. It owns nothing and may nothing by itself: each session
 * begins as the anonymous caller, and may take the role of another for one transaction. Its password follows from the
 * owner's, so that several servers at one database agree on it and nobody has to keep it.
 * @param ownerUrl the address by which the database was migrated
 * @param name of the login; made from the database's unless given
 * @source none: machinery
 */
export async function makeServerLogin(ownerUrl: string, name?: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { database = '' } = client;
    const login = name ?? loginOf(database);
    const ownerPassword = decodeURIComponent(new URL(ownerUrl).password);
    const password = ownerPassword === '' ? null : passwordOf(ownerPassword, login);
    // Of two servers that start at once, each would find that the other has just changed the role.
    await client.query(`begin; select pg_advisory_xact_lock(${loginLock})`);
    const quoted = pg.escapeIdentifier(login);
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login]);
    if (rowCount === 0) await client.query(`create role ${quoted} login noinherit`);
    if (password !== null) await client.query(`alter role ${quoted} password ${pg.escapeLiteral(scramVerifier(password))}`);
    await client.query(`grant ${[outboxRole, ...callerRoles].join(', ')} to ${quoted}`);
    await client.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${quoted}`);
    await client.query(`alter role ${quoted} set role to ${databaseRole('ANONYMOUS')}`);
    await client.query('commit');
    return withLogin(ownerUrl, login, password);
  } catch (error) {
    throw readable(error);
  } finally {
    await client.end();
  }
}

/** A database's own login: another database of the same server may have another owner. */
function loginOf(database: string): string {
  const name = `accord_server_${database}`;
  if (Buffer.byteLength(name) <= longestName) return name;
  return `accord_server_${createHash('sha256').update(database).digest('hex').slice(0, 32)}`;
}

const passwordOf = (ownerPassword: string, login: string) => createHmac('sha256', ownerPassword).update(login).digest('base64url');

function withLogin(ownerUrl: string, login: string, password: string | null): string {
  const url = new URL(ownerUrl);
  if (url.host === '') {
    // By a socket: such an address has no place for a user but its query.
    url.searchParams.set('user', login);
    if (password !== null) url.searchParams.set('password', password);
    return url.href;
  }
  url.username = encodeURIComponent(login);
  url.password = password ?? '';
  return url.href;
}

/** What PostgreSQL keeps of a password, so that the password itself is in no statement and no log of the server. */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${keyed('Server Key').toString('base64')}`;
}
