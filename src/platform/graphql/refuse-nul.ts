import type { ApolloServerPlugin } from '@apollo/server';
import { visit, type DocumentNode } from 'graphql';
import type { Context } from './context.ts';
import { BadInput } from './errors.ts';

/**
 * Refuses U+0000 in any text of a request, before it is looked up or compared: no column of PostgreSQL can hold it, and
 * every argument that is a text could carry it there.
 */
export function refuseNul(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request, document }) {
          if (holdsNul(request.variables) || literalHoldsNul(document)) {
            throw new BadInput('A text must not contain the character U+0000', '文本不得包含 U+0000 字符');
          }
        },
      };
    },
  };
}

/** Walks without recursion: variables may be nested as deep as a body is long. */
function holdsNul(variables: unknown): boolean {
  const left = [variables];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string' && value.includes('\0')) return true;
    if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) left.push(each);
  }
  return false;
}

function literalHoldsNul(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    StringValue: ({ value }) => {
      found ||= value.includes('\0');
    },
  });
  return found;
}
