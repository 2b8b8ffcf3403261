// Run when a token is lost, or its holder has gone: `npm run revoke-token -- --jti ID`, or `npm run revoke-token < FILE`
// with the token itself. Running servers refuse it within two seconds.

import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { decodeJwt } from 'jose';
import { addDays, localDate, MalformedDate, startOfDay } from '../src/kernel/local-date.ts';
import { revokeToken } from '../src/platform/access/revoke-token.ts';
import { ConfigError } from '../src/platform/config/config-error.ts';
import type { Database } from '../src/platform/database/database.ts';
import { endWell } from './tool/end-well.ts';
import { runTool } from './tool/run-tool.ts';
import { userName } from './tool/user-name.ts';

interface Options {
  readonly jti?: string;
  readonly until?: string;
  readonly reason?: string;
}

/** What is known of the token to be revoked. */
interface Token {
  readonly jti: string;
  readonly issuer: string | null;
  readonly expiresAt: Date | null;
}

const program = new Command('revoke-token')
  .description('Revokes a token: the one on standard input, or the one whose id (claim jti) is given.')
  .option('--jti <id>', 'the id of the token; the token itself is read from standard input unless it is given')
  .option('--until <date>', 'with --jti: the last day on which the token can be good; refused for good unless given')
  .option('--reason <text>', 'why, for the record')
  .allowExcessArguments(false)
  .exitOverride();

async function tokenOf({ jti, until }: Options): Promise<Token> {
  if (jti !== undefined) return { jti: idOf(jti), issuer: null, expiresAt: until === undefined ? null : endOf(until) };
  if (until !== undefined) throw new ConfigError('--until goes with --jti: a token says itself when it ends.');
  if (process.stdin.isTTY) throw new ConfigError('Give --jti ID, or the token on standard input.');
  return readToken((await text(process.stdin)).trim());
}

/** Read and not verified: whoever may run this may revoke any id, and a token of an old key may be worth revoking too. */
function readToken(token: string): Token {
  const { jti, iss, exp } = claimsOf(token);
  if (jti === undefined) throw new ConfigError('The token has no id (claim jti): servers refuse it anyhow.');
  return { jti: idOf(jti), issuer: iss ?? null, expiresAt: exp === undefined ? null : new Date(exp * 1000) };
}

function claimsOf(token: string) {
  try {
    return decodeJwt(token);
  } catch {
    throw new ConfigError('What stands on standard input is not a token.');
  }
}

function idOf(jti: string): string {
  if (jti === '' || jti.length > 200) throw new ConfigError('The id of a token has 1 to 200 characters.');
  return jti;
}

function endOf(until: string): Date {
  try {
    return startOfDay(addDays(localDate(until), 1));
  } catch (error) {
    if (error instanceof MalformedDate) throw new ConfigError(`--until ${until} is not a day such as 2026-12-31.`);
    throw error;
  }
}

const isBlank = (reason: string | undefined): reason is undefined => reason === undefined || reason.trim() === '';

async function revoke({ pool }: Database, token: Token, reason: string | undefined): Promise<number> {
  const added = await revokeToken(pool, { ...token, reason: isBlank(reason) ? null : reason, revokedBy: userName() });
  const until = token.expiresAt === null ? 'for good' : `until it ends at ${token.expiresAt.toISOString()}`;
  process.stdout.write(`Token ${token.jti} ${added ? 'is' : 'was already'} revoked; servers refuse it ${until}.\n`);
  return 0;
}

await endWell(async () => {
  const options = program.parse().opts<Options>();
  // A mistake is told before a database is started for it.
  const token = await tokenOf(options);
  await runTool((database) => revoke(database, token, options.reason));
});
