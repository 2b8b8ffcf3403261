import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useState, type ReactNode } from 'react';
import { useAct, type UserError } from '../api/use-act.ts';
import { ActForm, type Typed } from './act-form.tsx';
import { ActOutcome } from './act-outcome.tsx';
import { AskedFields } from './asked-fields.tsx';
import { inputOf, saidAt, type Asked } from './asked.ts';

export type { Asked, Choice } from './asked.ts';

interface Payload {
  readonly userErrors: readonly UserError[];
}

/** What an act over rows takes; a form records one of them. */
interface BatchInput {
  readonly idempotencyKey: string;
  readonly rows: readonly unknown[];
}

interface Form<D, P, I, G> {
  readonly title: string;
  readonly document: TypedDocumentNode<D, { input: I }>;
  readonly asked: readonly Asked[];
  /** What the page knows already: the code of the round, say. */
  readonly given: Partial<G>;
  readonly hint?: string;
  /** The title stands above the form already. */
  readonly isHeaded?: boolean;
  readonly outcome?: (done: P) => ReactNode;
  readonly onDone?: (done: P) => void;
}

/** A recording as a form: its fields, its button, and what the server says of it, each beside what it is about. */
export function Recording<P extends Payload, I extends { readonly idempotencyKey: string }>(
  props: Form<{ readonly [field: string]: P }, P, I, I>,
) {
  return <AnyRecording {...props} toInput={(input) => input as Omit<I, 'idempotencyKey'>} />;
}

/** The same of an act that takes rows: what is typed is the only one. */
export function RecordingOfRow<P extends Payload, I extends BatchInput>(
  props: Form<{ readonly [field: string]: P }, P, I, I['rows'][number]>,
) {
  const asOnlyRow = (row: unknown) => ({ rows: [row], errorPolicy: 'REJECT_EVERYTHING' }) as unknown as Omit<I, 'idempotencyKey'>;
  return <AnyRecording {...props} toInput={asOnlyRow} />;
}

function AnyRecording<P extends Payload, I extends { readonly idempotencyKey: string }, G>(
  props: Form<{ readonly [field: string]: P }, P, I, G> & { readonly toInput: (typed: unknown) => Omit<I, 'idempotencyKey'> },
) {
  const { title, document, asked, given, hint, isHeaded = false, outcome, onDone, toInput } = props;
  const act = useAct(document);
  // After each act the fields are made anew, so that the rows of the last are gone with what was typed.
  const [turn, setTurn] = useState(0);
  const send = async (typed: Typed) => {
    const done = await act.send(toInput({ ...given, ...inputOf(asked, typed) }));
    if (!done) return done;
    setTurn(turn + 1);
    onDone?.(done);
    return done;
  };
  return (
    <ActForm label={title} onSend={send}>
      {!isHeaded && <h3>{title}</h3>}
      {hint && <p className="wide hint">{hint}</p>}
      <AskedFields key={turn} asked={asked} userErrors={act.userErrors} />
      <button type="submit" className="primary" disabled={act.pending}>
        {title}
      </button>
      <ActOutcome of={act} fields={act.userErrors.flatMap(({ field }) => (field && saidAt(asked, field) ? field : []))}>
        {act.done && outcome?.(act.done)}
      </ActOutcome>
    </ActForm>
  );
}
