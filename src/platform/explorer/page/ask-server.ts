import type { GraphiQLProps } from 'graphiql';
import { Kind, parse, type ExecutionResult } from 'graphql';

/** What is sent with every request; kept by the open page alone, and forgotten with it. */
const caller = { token: '' };

/** Sends later requests as the bearer of this token; an empty one makes them anonymous again. */
export function useToken(token: string): void {
  // `npm run token` is often copied with its line end, or with the scheme before it.
  caller.token = token.trim().replace(/^bearer\s+/i, '');
}

/** Sends an operation to the server that this page came from. What the headers editor says goes before the token box. */
export const askServer: GraphiQLProps['fetcher'] = async (operation, options) => {
  const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json' });
  if (caller.token) headers.set('authorization', `Bearer ${caller.token}`);
  for (const [name, value] of Object.entries(options?.headers ?? {})) headers.set(name, String(value));
  const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(named(operation)) });
  return (await response.json()) as ExecutionResult;
};

/**
 * GraphiQL learns an operation's name a moment after its text, and may still send the name of the tab that was left.
 * A lone operation needs no name; what does not parse is the server's to refuse.
 */
function named<O extends { readonly query: string }>(operation: O): O {
  try {
    const operations = parse(operation.query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    return operations.length === 1 ? { ...operation, operationName: undefined } : operation;
  } catch {
    return operation;
  }
}
