import type { Config, OidcConfig } from '../config/config.ts';
import { openDevelopmentIssuer, type DevelopmentIssuer } from './development-issuer.ts';

/** Whose tokens are taken: an identity provider's, the development issuer's, or nobody's. */
export type TokenSource = { readonly oidc: OidcConfig } | { readonly development: DevelopmentIssuer } | 'nobody';

/**
 * Whose tokens are taken: the identity provider's where one is set; the development issuer's beside the embedded
 * database; else nobody's, for a real database must not be opened by a key that lies in a folder.
 * @source none: the contract's environment
 */
export async function tokenSource({ oidc, databaseUrl, dataDir }: Config): Promise<TokenSource> {
  if (oidc) return { oidc };
  if (databaseUrl) return 'nobody';
  return { development: await openDevelopmentIssuer(dataDir) };
}

/** The source in words, for the one who starts the server. */
export function sourceInWords(source: TokenSource): string {
  if (source === 'nobody') return 'none are taken, every caller is anonymous: set OIDC_ISSUER and OIDC_AUDIENCE';
  if ('oidc' in source) return `issued by ${source.oidc.issuer}`;
  return 'npm run token -- --role EXPERT';
}

/** The origin of the identity provider, where a page may fetch its tokens; null where none is set. */
export const issuerOrigin = (source: TokenSource): string | null =>
  source !== 'nobody' && 'oidc' in source ? new URL(source.oidc.issuer).origin : null;
