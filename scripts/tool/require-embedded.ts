import { ConfigError } from '../../src/platform/config/config-error.ts';
import type { Config } from '../../src/platform/config/config.ts';

/**
 * Makes sure that the database is the embedded one.
 * @param instead what to do with a server of DATABASE_URL
 * @throws ConfigError
 * @source none: machinery
 */
export function requireEmbedded({ databaseUrl }: Config, instead: string): void {
  if (databaseUrl) throw new ConfigError(`DATABASE_URL is set, so the database is not the embedded one: ${instead}.`);
}
