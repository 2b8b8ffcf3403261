import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { currentSession } from './session.ts';

/** A refusal of the whole request as the server words it, in both languages. */
export class Refused extends Error {
  readonly code: string;
  readonly messageZh: string;
  readonly requestId: string | null;

  constructor(code: string, message: string, messageZh: string, requestId: string | null) {
    super(message);
    this.name = 'Refused';
    this.code = code;
    this.messageZh = messageZh;
    this.requestId = requestId;
  }
}

interface Answer<D> {
  readonly data?: D | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly messageZh?: string; readonly requestId?: string };
  }[];
}

/** What codegen leaves of a document: the name under which the server knows its text. */
export function documentId(document: unknown): string {
  return (document as { readonly __meta__: { readonly documentId: string } }).__meta__.documentId;
}

/**
 * Asks the server that this page came from, by the id of a trusted document.
 * @throws Refused what the server refused, and a connection that failed, with the code `NETWORK`
 */
export async function ask<D, V>(document: TypedDocumentNode<D, V>, variables: V, signal?: AbortSignal): Promise<D> {
  const session = currentSession();
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(session && { authorization: `Bearer ${session.token}` }),
  };
  const body = JSON.stringify({ documentId: documentId(document), variables });
  let answer: Answer<D>;
  try {
    const response = await fetch('/graphql', { method: 'POST', headers, body, ...(signal && { signal }) });
    answer = (await response.json()) as Answer<D>;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refused('NETWORK', 'The server could not be reached.', '无法连接服务器。', null);
  }
  const [first] = answer.errors ?? [];
  if (first || !answer.data) {
    const { code = 'UNKNOWN', messageZh = first?.message ?? '', requestId = null } = first?.extensions ?? {};
    throw new Refused(code, first?.message ?? '', messageZh, requestId);
  }
  return answer.data;
}
