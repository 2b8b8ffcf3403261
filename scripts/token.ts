// Run when a request needs a caller: `npm run token -- --role EXPERT` prints a signed token of the development issuer.

import { Command, Option } from 'commander';
import { claimsAsked, type MistakeInClaims } from '../src/platform/access/asked-claims.ts';
import { roles, type BoundClaim, type Role } from '../src/platform/access/caller.ts';
import { openDevelopmentIssuer } from '../src/platform/access/development-issuer.ts';
import { ConfigError } from '../src/platform/config/config-error.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { endWell } from './tool/end-well.ts';

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
  const claims = claimsAsked({ role, subject, person, ...codes });
  if ('is' in claims) throw new ConfigError(inWords(claims, role));
  if (!/^[1-9]\d{0,4}[smhd]$/.test(expires)) throw new ConfigError(`--expires ${expires} is not a time such as 12h.`);
  const { signToken } = await openDevelopmentIssuer(dataDir);
  process.stdout.write(`${await signToken(claims, expires)}\n`);
}

function inWords({ claim, is }: MistakeInClaims, role: Role): string {
  const words: Readonly<Record<MistakeInClaims['is'], string>> = {
    'no role': `--role ${role} is none.`,
    needed: `--role ${role} needs --${claim}.`,
    'of another role': `--${claim} does not go with --role ${role}.`,
    'no code': `--${claim} must be a code of 1 to 64 characters.`,
    'no name': `--${claim} must be a name of 1 to 64 characters.`,
  };
  return words[is];
}

await endWell(() => printToken(program.parse().opts<Options>()));
