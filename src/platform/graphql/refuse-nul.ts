import type { ApolloServerPlugin } from '@apollo/server';
import { visit, type DocumentNode } from 'graphql';
import type { RequestContext } from './context.ts';
import { BadInput } from './errors.ts';

/**
 * Refuses U+0000 in any text of a request, before it is looked up or compared: no column of PostgreSQL can hold it, and
 * every argument that is a text could carry it there.
 */
export function refuseNul(): ApolloServerPlugin<RequestContext> {
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
export function holdsNul(variables: unknown): boolean {
  const left = [variables];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string' && value.includes('\0')) return true;
    if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) left.push(each);
  }
  return false;
}

/** A document is looked through once; Apollo keeps it between requests. */
const looked = new WeakMap<DocumentNode, boolean>();

function literalHoldsNul(document: DocumentNode): boolean {
  const known = looked.get(document);
  if (known !== undefined) return known;
  let found = false;
  visit(document, {
    StringValue: ({ value }) => {
      found ||= value.includes('\0');
    },
  });
  looked.set(document, found);
  return found;
}
