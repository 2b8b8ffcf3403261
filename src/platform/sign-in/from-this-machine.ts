import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request was made on this machine, for this machine, by no page from elsewhere. The address alone does not say
 * so: a proxy on the machine asks for whoever is behind it, and a page whose name was bound anew to 127.0.0.1 is believed
 * by the browser to ask its own server.
 */
export function isFromThisMachine(headers: IncomingHttpHeaders): boolean {
  if (forwarded.some((name) => headers[name] !== undefined)) return false;
  const { host, origin } = headers;
  return host !== undefined && isLoopback(`http://${host}`) && (origin === undefined || isLoopback(origin));
}

/** What proxies say of those for whom they ask. */
const forwarded = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

const names: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

function isLoopback(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname, username, pathname } = new URL(origin);
  return (protocol === 'http:' || protocol === 'https:') && names.has(hostname) && username === '' && pathname === '/';
}
