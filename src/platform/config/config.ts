import path from 'node:path';
import { z } from 'zod';
import { ConfigError } from './config-error.ts';

/** How much is logged, the least first; the names are pino's. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Who may send a document of their own, beside those that were reviewed with the clients; `off` knows no such documents. */
export const trustedDocumentsModes = ['off', 'prefer', 'only-anonymous', 'only'] as const;
export type TrustedDocumentsMode = (typeof trustedDocumentsModes)[number];

/** Who issues the tokens, when it is not the development issuer. */
export interface OidcConfig {
  readonly issuer: string;
  readonly audience: string;
  /** The public client (no secret) by which a page in the browser signs in. */
  readonly clientId: string;
}

/** What the environment decides. */
export interface Config {
  /** 0 asks the system for a free port. */
  readonly port: number;
  /** A PostgreSQL to use; null means the embedded one. */
  readonly databaseUrl: string | null;
  /** Absolute path of the folder that holds the embedded database and the key of the development issuer. */
  readonly dataDir: string;
  readonly oidc: OidcConfig | null;
  readonly logLevel: LogLevel;
  readonly trustedDocuments: TrustedDocumentsMode;
  /** Requests of one caller in a minute through a proxy; 0 for any number. */
  readonly rates: { readonly anonymous: number; readonly caller: number };
  /** Subscriptions that are listened to at once: by one caller, and by all. */
  readonly streamLimits: { readonly caller: number; readonly inAll: number };
}

const wholeNumber = (usual: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, 'is not a whole number up to 9999999')
    .transform(Number)
    .default(usual);

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is not a whole number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'is above 65535')
    .default(4000),
  DATABASE_URL: z
    .string()
    .superRefine((url, context) => explain(context, mistakeInDatabaseUrl(url)))
    .optional(),
  DATA_DIR: z
    .string()
    .refine((folder) => !folder.includes('\0'), 'holds a zero byte')
    .default('.data'),
  OIDC_ISSUER: z
    .string()
    .superRefine((url, context) => explain(context, mistakeInIssuer(url)))
    .optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_CLIENT_ID: z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/, 'is not a name of 1 to 255 plain characters')
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `is not one of ${logLevels.join(', ')}`).default('info'),
  TRUSTED_DOCUMENTS: z.enum(trustedDocumentsModes, `is not one of ${trustedDocumentsModes.join(', ')}`).default('prefer'),
  RATE_ANONYMOUS: wholeNumber(1200),
  RATE_CALLER: wholeNumber(6000),
  STREAMS_CALLER: wholeNumber(20),
  STREAMS: wholeNumber(500),
});

/** Secrets are not repeated to a terminal or a log. */
const unspoken = new Set(['DATABASE_URL']);

/**
 * Reads the settings; a variable that is set to nothing counts as not set.
 * @param env the variables of the process; this file is the only one that knows `process.env`
 * @throws ConfigError which variable is wrong and why
 * @source none: machinery
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(environment.shape).flatMap((name) => {
      const value = env[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw wrongVariable(parsed.error, given);
  const { data } = parsed;
  return {
    port: data.PORT,
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: path.resolve(data.DATA_DIR),
    oidc: oidcOf(data.OIDC_ISSUER, data.OIDC_AUDIENCE, data.OIDC_CLIENT_ID),
    logLevel: data.LOG_LEVEL,
    trustedDocuments: data.TRUSTED_DOCUMENTS,
    rates: { anonymous: data.RATE_ANONYMOUS, caller: data.RATE_CALLER },
    streamLimits: { caller: data.STREAMS_CALLER, inAll: data.STREAMS },
  };
}

function wrongVariable(error: z.ZodError, given: Record<string, string>): ConfigError {
  const [issue] = error.issues;
  const name = String(issue?.path[0]);
  const shown = unspoken.has(name) ? name : `${name}=${given[name]?.slice(0, 80)}`;
  return new ConfigError(`${shown} ${issue?.message}.`);
}

function oidcOf(issuer: string | undefined, audience: string | undefined, clientId: string | undefined): OidcConfig | null {
  if (issuer && audience) return { issuer, audience, clientId: clientId ?? audience };
  if (clientId && !issuer) throw new ConfigError('OIDC_CLIENT_ID is set but OIDC_ISSUER is not: nobody knows a client of that name.');
  if (issuer) throw new ConfigError('OIDC_ISSUER is set but OIDC_AUDIENCE is not: a token for any other service would be taken.');
  if (audience) throw new ConfigError('OIDC_AUDIENCE is set but OIDC_ISSUER is not: set both, or neither for the development issuer.');
  return null;
}

function explain(context: z.RefinementCtx, mistake: string | null): void {
  if (mistake) context.addIssue({ code: 'custom', message: mistake });
}

function mistakeInDatabaseUrl(url: string): string | null {
  const form = 'postgres://user:password@host:5432/database';
  if (!URL.canParse(url)) return `is not a URL of the form ${form}`;
  const { protocol, pathname } = new URL(url);
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') return `begins with ${protocol} and not with postgres:`;
  if (pathname.length < 2) return `names no database; the form is ${form}`;
  return null;
}

function mistakeInIssuer(url: string): string | null {
  if (!URL.canParse(url)) return 'is not a URL';
  const { protocol, hostname, search, hash } = new URL(url);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && local)) return 'is not an https: address';
  if (search || hash) return 'has a query or a fragment, which an issuer must not have';
  return null;
}
