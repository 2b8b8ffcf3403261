// Run when a request needs a caller: `npm run token -- --role EXPERT` prints a signed token of the development issuer.

import { Command, CommanderError, Option } from 'commander';
import { claimNeededBy, claimOfRole, isCode, roles, type BoundClaim, type Role } from '../src/platform/access/caller.ts';
import { openDevelopmentIssuer } from '../src/platform/access/development-issuer.ts';
import { ConfigError } from '../src/platform/config/config-error.ts';
import { readConfig } from '../src/platform/config/config.ts';

interface Options extends Partial<Record<BoundClaim, string>> {
  readonly role: Role;
  readonly subject?: string;
  readonly person?: string;
  readonly expires: string;
}

const program = new Command('token')
  .description('Prints a signed token of the development issuer, and nothing else.')
  .addOption(new Option('--role <role>', 'what the caller is').choices(roles).makeOptionMandatory())
  .option('--enterprise <code>', 'the enterprise, for ENTERPRISE')
  .option('--institution <code>', 'the institution, for INSTITUTION')
  .option('--area <code>', 'the pooling area, for AGENCY')
  .option('--subject <name>', 'the person or program; the role in small letters if it is not given')
  .option('--person <name>', 'the human behind the account, where it is not the account itself')
  .option('--expires <time>', 'how long the token is good for: 30s, 15m, 12h, 7d', '12h')
  .allowExcessArguments(false)
  .exitOverride();

async function printToken({ role, subject, person, expires, ...codes }: Options): Promise<void> {
  const { databaseUrl, oidc, dataDir } = readConfig();
  if (oidc) throw new ConfigError('OIDC_ISSUER is set: its tokens are used, and the development issuer is off.');
  if (databaseUrl) throw new ConfigError('DATABASE_URL is set: the development issuer belongs to the embedded database.');
  checkCodes(role, codes);
  const name = subject ?? role.toLowerCase();
  if (!isCode(name)) throw new ConfigError('--subject must be a name of 1 to 64 characters.');
  if (person !== undefined && !isCode(person)) throw new ConfigError('--person must be a name of 1 to 64 characters.');
  if (!/^[1-9]\d{0,4}[smhd]$/.test(expires)) throw new ConfigError(`--expires ${expires} is not a time such as 12h.`);
  const { signToken } = await openDevelopmentIssuer(dataDir);
  process.stdout.write(`${await signToken({ role, subject: name, ...(person !== undefined && { person }), ...codes }, expires)}\n`);
}

function checkCodes(role: Role, codes: Partial<Record<BoundClaim, string>>): void {
  const needed = claimNeededBy(role);
  if (needed && !codes[needed]) throw new ConfigError(`--role ${role} needs --${needed}.`);
  for (const claim of Object.values(claimOfRole)) {
    const code = codes[claim];
    if (code === undefined) continue;
    if (claim !== needed) throw new ConfigError(`--${claim} does not go with --role ${role}.`);
    if (!isCode(code)) throw new ConfigError(`--${claim} must be a code of 1 to 64 characters.`);
  }
}

try {
  await printToken(program.parse().opts<Options>());
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
