import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask, documentId, Refused } from './ask.ts';
import { useSession } from './session.ts';

/** Answers by document, variables and caller. What the server refuses is not asked again; what did not reach it, twice. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && error instanceof Refused && error.code === 'NETWORK',
    },
  },
});

/**
 * What the server answers to a trusted document, kept while the page needs it; while other variables are asked for, the
 * answer before stays.
 * @param enabled false asks nothing yet
 */
export function useAnswer<D, V>(document: TypedDocumentNode<D, V>, variables: V, enabled = true): UseQueryResult<D> {
  const caller = useSession()?.token ?? null;
  return useQuery({
    queryKey: [documentId(document), variables, caller],
    queryFn: ({ signal }) => ask(document, variables, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}
