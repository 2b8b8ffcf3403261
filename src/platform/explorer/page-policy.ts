import { securityHeaders } from '../http/security-headers.ts';

/** What the page may load and do; whatever is not named is refused. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // Monaco's language services run in workers, which are files of ours, never blobs.
  "worker-src 'self'",
  // Monaco makes <style> elements for its themes and writes style attributes for every line; neither can carry a nonce.
  "style-src 'self' 'unsafe-inline'",
  // GraphiQL's style sheet brings its fonts and Monaco's icons as data: addresses.
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sent with everything under `/explorer`: workers obey the policy of their own file, not that of the page. */
export const pagePolicy = { ...securityHeaders, 'content-security-policy': contentSecurityPolicy } as const;
