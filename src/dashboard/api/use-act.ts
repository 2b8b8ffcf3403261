import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { ask } from './ask.ts';
import { answers } from './use-answer.ts';

/** What the domain said no to, as a payload words it; documents of acts ask for these. */
export interface UserError {
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
  readonly messageZh: string;
}

interface Payload {
  readonly userErrors: readonly UserError[];
  /** Of a batch: what became of each row. */
  readonly results?: readonly { readonly userErrors: readonly UserError[] }[];
}

/** An act of a form: whether it is under way, what came of it, and why it was refused. */
export interface Act<I, P> {
  /** Sends the input; the key under which it counts once comes with it. Answers the payload when it was done, else null. */
  readonly send: (input: Omit<I, 'idempotencyKey'>) => Promise<P | null>;
  readonly pending: boolean;
  /** The payload of what was done; null before, and once it is sent again. */
  readonly done: P | null;
  /** Refusals of the domain: nothing was changed. */
  readonly userErrors: readonly UserError[];
  /** What the server or the way to it refused. */
  readonly error: Error | null;
  readonly reset: () => void;
}

/**
 * A mutation of one field, `mutation X($input: …!) { x(input: $input) { userErrors { code field message messageZh } } }`.
 * Its key is made once and kept until the act is done, so that trying again after a lost answer does nothing twice. What
 * is done may change any figure: every answer that a page holds is asked for anew.
 */
export function useAct<P extends Payload, I extends { readonly idempotencyKey: string }>(
  document: TypedDocumentNode<{ readonly [field: string]: P }, { input: I }>,
): Act<I, P> {
  const key = useRef<string | null>(null);
  const mutation = useMutation({
    mutationFn: async (input: Omit<I, 'idempotencyKey'>) => {
      key.current ??= crypto.randomUUID();
      const answer = await ask(document, { input: { ...input, idempotencyKey: key.current } as I });
      return Object.values(answer)[0]!;
    },
    onSuccess: async ({ userErrors }) => {
      // Done before, with another input, when its answer was lost: that is said now, and the next press is another act.
      const doneBefore = userErrors.some(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED');
      if (userErrors.length > 0 && !doneBefore) return;
      key.current = null;
      await answers.invalidateQueries();
    },
    retry: false,
  });
  const { data = null } = mutation;
  const refused = data !== null && data.userErrors.length > 0;
  return {
    send: (input) =>
      mutation.mutateAsync(input).then(
        (payload) => (payload.userErrors.length > 0 ? null : payload),
        () => null,
      ),
    pending: mutation.isPending,
    done: refused ? null : data,
    userErrors: refused ? refusalsIn(data) : [],
    error: mutation.error,
    reset: mutation.reset,
  };
}

/** Why it was refused: of a batch the refusals of its rows, which say it at the field. */
function refusalsIn({ userErrors, results = [] }: Payload): readonly UserError[] {
  const ofRows = results.flatMap((each) => each.userErrors);
  return ofRows.length > 0 ? ofRows : userErrors;
}
