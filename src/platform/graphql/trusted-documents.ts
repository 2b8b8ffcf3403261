import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { ConfigError, reasonOf } from '../config/config-error.ts';
import type { TrustedDocumentsMode } from '../config/config.ts';

/** The documents that were reviewed with the clients, and who may send others. */
export interface TrustedDocuments {
  readonly mode: TrustedDocumentsMode;
  /** Text by the SHA-256 of the text, in lower-case hex. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads the manifests that the clients' generator writes: each a JSON object, `sha256:<hex>` → document.
 * @throws ConfigError when one cannot be read, or a text is not the one that its id promises
 * @source none: machinery
 */
export function readTrustedDocuments(files: readonly string[], mode: TrustedDocumentsMode): TrustedDocuments {
  const texts = new Map<string, string>();
  if (mode === 'off') return { mode, texts };
  for (const file of files) {
    for (const [id, text] of Object.entries(manifestIn(file))) {
      const digest = createHash('sha256').update(text).digest('hex');
      if (id !== `sha256:${digest}`) throw new ConfigError(`${file}: the text under ${id} is another document, sha256:${digest}.`);
      texts.set(digest, text);
    }
  }
  return { mode, texts };
}

function manifestIn(file: string): Record<string, string> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? 'it is no JSON object of texts' : reasonOf(error);
    throw new ConfigError(`The trusted documents in ${file} cannot be read: ${reason}.`);
  }
}

/**
 * Puts the text of the document that a request names into the request, as if the caller had sent it: from there on it
 * goes the way of every other, so Apollo keeps what it has parsed and validated, and no check is passed by.
 * @param body the parsed body; what is no object is left for Apollo to refuse
 * @throws BAD_REQUEST, PERSISTED_DOCUMENT_NOT_FOUND, TRUSTED_DOCUMENTS_ONLY
 * @source GraphQL over HTTP, Appendix A (persisted documents, draft)
 */
export function resolveDocument(body: unknown, caller: Caller, { mode, texts }: TrustedDocuments): void {
  if (typeof body !== 'object' || body === null) return;
  const request = body as { query?: unknown; documentId?: unknown };
  const { query, documentId } = request;
  if (documentId === undefined || documentId === null) {
    if (query !== undefined && query !== null && !mayWriteOwn(mode, caller)) throw onlyTrusted();
    return;
  }
  if (mode === 'off') throw badRequest('This server takes no `documentId`; send `query`.', '本服务器不接受 documentId,请发送 query。');
  if (query !== undefined && query !== null) {
    throw badRequest('Send `query` or `documentId`, not both.', 'query 与 documentId 只能发送其一。');
  }
  if (typeof documentId !== 'string') throw badRequest('`documentId` must be a string.', 'documentId 须为字符串。');
  const text = texts.get(digestIn(documentId));
  if (text === undefined) throw notFound();
  request.query = text;
}

/** The digest that an id names, with the name of its algorithm before it or without. */
export function digestIn(documentId: string): string {
  return documentId.startsWith(prefix) ? documentId.slice(prefix.length) : documentId;
}
const prefix = 'sha256:';

function mayWriteOwn(mode: TrustedDocumentsMode, caller: Caller): boolean {
  if (mode === 'only-anonymous') return caller.role !== 'ANONYMOUS';
  return mode !== 'only';
}

const requestError = (code: string, status: number, message: string, messageZh: string) =>
  new GraphQLError(message, { extensions: { code, messageZh, http: { status } } });

const badRequest = (message: string, messageZh: string) => requestError('BAD_REQUEST', 400, message, messageZh);

const notFound = () =>
  requestError('PERSISTED_DOCUMENT_NOT_FOUND', 404, 'No trusted document has this `documentId`.', '没有与此 documentId 对应的可信文档。');

const onlyTrusted = () =>
  requestError(
    'TRUSTED_DOCUMENTS_ONLY',
    403,
    'You may ask by the `documentId` of a trusted document only, not by a `query` of your own.',
    '仅可使用可信文档的 documentId 查询,不接受自行编写的 query。',
  );
