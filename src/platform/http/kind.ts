import type { FastifyRequest } from 'fastify';
import { digestIn, type TrustedDocuments } from '../graphql/trusted-documents.ts';

/** What a request is for: to look something up, or to record something. */
export type Kind = 'look-up' | 'recording';

/**
 * The kind of a request, known before its token or its document is looked at. Nothing can be recorded without the word
 * `mutation`; a look-up that has it somewhere stands in the other line, which is no harm.
 */
export function kindOf({ method, body }: Pick<FastifyRequest, 'method' | 'body'>, { texts }: TrustedDocuments): Kind {
  if (method !== 'POST') return 'look-up';
  const { query, documentId } = Object(body) as { query?: unknown; documentId?: unknown };
  const text = typeof documentId === 'string' ? texts.get(digestIn(documentId)) : query;
  // The word is looked for by itself first: most texts do not have it, and that is found out sooner.
  return typeof text === 'string' && text.includes('mutation') && /\bmutation\b/.test(text) ? 'recording' : 'look-up';
}
