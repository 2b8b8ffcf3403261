import { useLocation, useSearch } from 'wouter';
import type { Role } from '../api/session.ts';
import { homeOf } from './homes.ts';

const signInPage = '/sign-in';

/**
 * The address for signing in, from which one comes back to where one is, with what is chosen there. From the overview, and
 * from signing in itself, one goes on to the first page of the role instead.
 */
export function useSignInAddress(): string {
  const [path] = useLocation();
  const search = useSearch();
  const here = path === '/' ? null : search ? `${path}?${search}` : path;
  const to = path === signInPage ? new URLSearchParams(search).get('to') : here;
  return to === null ? signInPage : `${signInPage}?${new URLSearchParams({ to }).toString()}`;
}

/**
 * Where one goes on after signing in.
 * @param to where one came from, as it stands in an address that anybody may have written: only a page of this host is meant
 */
export function afterSignIn(to: string | null, role: Role | null): string {
  if (to === null || !to.startsWith('/')) return homeOf(role);
  const url = URL.canParse(to, location.origin) ? new URL(to, location.origin) : null;
  const isPage = url?.origin === location.origin && url.pathname !== signInPage;
  return isPage ? `${url.pathname}${url.search}${url.hash}` : homeOf(role);
}
