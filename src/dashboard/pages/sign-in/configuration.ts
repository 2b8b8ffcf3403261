import { useQuery } from '@tanstack/react-query';
import type { Role } from '../../api/session.ts';

/** What a role needs beside itself. */
export type Need = 'enterprise' | 'institution' | 'area';

/** How one signs in here: at an issuer of the operator's, in embedded mode by choosing a role, or not at all. */
export type Configuration =
  | { readonly mode: 'OIDC'; readonly issuer: string; readonly clientId: string; readonly audience: string }
  | { readonly mode: 'DEVELOPMENT'; readonly roles: readonly { readonly role: Role; readonly needs: readonly Need[] }[] }
  | { readonly mode: 'NONE' };

/** Asks the server how one signs in. */
export const useConfiguration = () =>
  useQuery({
    queryKey: ['sign-in'],
    queryFn: async ({ signal }) => (await (await fetch('/sign-in/configuration', { signal })).json()) as Configuration,
    staleTime: Number.POSITIVE_INFINITY,
  });
