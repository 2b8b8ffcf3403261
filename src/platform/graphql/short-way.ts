import type { FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { textOfAnswer } from './answer-by-levels.ts';
import type { RequestContext } from './context.ts';
import type { KnownDocuments } from './known-documents.ts';
import type { AskedOperation, LevelAnswers } from './level-answers.ts';
import { TooComplex } from './limits/limits.ts';
import { holdsNul } from './refuse-nul.ts';
import { withRequestId } from './request-errors.ts';

/** A caller that wants another form of JSON, or none, is Apollo's to answer. */
const plainTypes: ReadonlySet<string> = new Set(['*/*', 'application/json']);

/** The JSON that answers a request; null sends it on the long way. */
export type ShortWay = (request: FastifyRequest, context: RequestContext) => Promise<string | null>;

/**
 * Answers a query that Apollo has accepted before without asking it again: what it would parse, validate and hash is the
 * same each time. Who the caller is, whether the document is trusted, what the variables are, what they make it cost and
 * what an error may say is checked as on the long way. What is new, odd, wrong or a recording goes there.
 */
export function shortWay(levels: LevelAnswers, known: KnownDocuments): ShortWay {
  return async (request, context) => {
    const asked = acceptedIn(request, known);
    const weighed = asked && weigh(levels, { ...asked, context });
    if (!weighed) return null;
    context.seen.operation = OperationTypeNode.QUERY;
    const { data, errors } = await levels.answer(weighed, context.requestId);
    return textOfAnswer(data, errors && withRequestId(errors, context.requestId));
  };
}

/** What costs too much is refused on the long way. */
function weigh(levels: LevelAnswers, asked: AskedOperation) {
  try {
    return levels.weigh(asked);
  } catch (error) {
    if (error instanceof TooComplex) return null;
    throw error;
  }
}

function acceptedIn({ method, headers, body }: FastifyRequest, known: KnownDocuments) {
  const { accept = '*/*', 'content-type': type = '' } = headers;
  if (method !== 'POST' || !plainTypes.has(accept) || !type.startsWith('application/json') || typeof body !== 'object' || body === null)
    return null;
  const { query, operationName = null, variables = null, extensions = null } = body as Record<string, unknown>;
  if (typeof query !== 'string' || extensions !== null || typeof variables !== 'object' || Array.isArray(variables)) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  const operation = known.find(query, operationName ?? '');
  if (operation?.operation.operation !== OperationTypeNode.QUERY || holdsNul(variables)) return null;
  return { accepted: operation, variables: variables as Record<string, unknown> | null };
}
