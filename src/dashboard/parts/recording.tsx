import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type UserError } from '../api/use-act.ts';
import { ActForm, orNull, type Typed } from './act-form.tsx';
import { ActOutcome } from './act-outcome.tsx';
import { Field, type ControlAttributes } from './field.tsx';

/** One of a few that an input may be: as the server names it, and as the reader does. */
export interface Choice {
  readonly value: string;
  readonly name: string;
}

/**
 * One input of a recording: how it is typed, and what it may be chosen from. A `list` is typed with commas, `persons` one a
 * line, of a `group` the leader first; a `secret` is a decimal that is not shown.
 */
export interface Asked {
  /** The field of the input. */
  readonly name: string;
  readonly label: string;
  readonly kind?: 'text' | 'long' | 'date' | 'decimal' | 'secret' | 'integer' | 'yes' | 'list' | 'group' | 'persons';
  readonly optional?: boolean;
  readonly hint?: string;
  /** Nothing else may be given. */
  readonly choices?: readonly Choice[];
  /** What may be given beside anything else, and what is told of each key pressed to ask for more of it. */
  readonly suggestions?: { readonly choices: readonly Choice[]; readonly ask: (typed: string) => void };
}

interface Payload {
  readonly userErrors: readonly UserError[];
}

/** A recording as a form: its fields, its button, and what the server says of it, each beside what it is about. */
export function Recording<P extends Payload, I extends { readonly idempotencyKey: string }>(props: {
  readonly title: string;
  readonly document: TypedDocumentNode<{ readonly [field: string]: P }, { input: I }>;
  readonly asked: readonly Asked[];
  /** What the page knows already: the code of the round, say. */
  readonly given: Partial<I>;
  readonly hint?: string;
  readonly outcome?: (done: P) => ReactNode;
  readonly onDone?: (done: P) => void;
}) {
  const { title, document, asked, given, hint, outcome, onDone } = props;
  const { t } = useTranslation();
  const act = useAct(document);
  const send = async (typed: Typed) => {
    const input = Object.fromEntries(asked.map((each) => [each.name, valueOf(each, typed[each.name])]));
    const done = await act.send({ ...given, ...input } as Omit<I, 'idempotencyKey'>);
    if (done) onDone?.(done);
    return done;
  };
  return (
    <ActForm label={title} onSend={send}>
      <h3>{title}</h3>
      {hint && <p className="wide hint">{hint}</p>}
      {asked.map((each) => (
        <Field
          key={each.name}
          name={each.name}
          label={each.optional ? t('act.optional', { label: each.label }) : each.label}
          hint={each.hint}
          userErrors={act.userErrors}
        >
          {(attributes) => <Control asked={each} attributes={attributes} />}
        </Field>
      ))}
      <button type="submit" className="primary" disabled={act.pending}>
        {title}
      </button>
      <ActOutcome of={act} fields={asked.map(({ name }) => name)}>
        {act.done && outcome?.(act.done)}
      </ActOutcome>
    </ActForm>
  );
}

const patterns = { decimal: String.raw`\d{1,14}(\.\d{1,4})?`, integer: String.raw`\d{1,15}` } as const;

function Control({ asked, attributes }: { readonly asked: Asked; readonly attributes: ControlAttributes }) {
  const { kind = 'text', optional = false, choices, suggestions } = asked;
  const { t } = useTranslation();
  const list = useId();
  if (choices) {
    return (
      <select required={!optional} {...attributes}>
        {(optional || choices.length !== 1) && <option value="">{t(optional ? 'act.leaveOut' : 'act.choose')}</option>}
        {choices.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'yes') return <input type="checkbox" value="yes" {...attributes} />;
  if (kind === 'long' || kind === 'group' || kind === 'persons') {
    return <textarea rows={kind === 'long' ? 2 : 4} required={!optional} maxLength={4000} {...attributes} />;
  }
  if (kind === 'date') return <input type="date" required={!optional} {...attributes} />;
  if (kind === 'decimal' || kind === 'secret' || kind === 'integer') {
    return (
      <input
        // Who sits beside the table does not read it off the screen.
        type={kind === 'secret' ? 'password' : 'text'}
        inputMode={kind === 'integer' ? 'numeric' : 'decimal'}
        pattern={kind === 'integer' ? patterns.integer : patterns.decimal}
        title={t(kind === 'integer' ? 'act.integer' : 'act.decimal')}
        autoComplete={kind === 'secret' ? 'new-password' : 'off'}
        required={!optional}
        {...attributes}
      />
    );
  }
  return (
    <>
      <input
        autoComplete="off"
        required={!optional}
        list={suggestions && list}
        onChange={suggestions && ((event) => suggestions.ask(event.target.value))}
        {...attributes}
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.choices.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}

/** What was typed, as the input takes it. Decimals stay texts. */
function valueOf({ kind }: Asked, typed: string | undefined): unknown {
  if (kind === 'yes') return typed === 'yes';
  const text = orNull(typed);
  if (text === null) return null;
  if (kind === 'integer') return Number(text);
  if (kind === 'list') return text.split(/[,，、;；\s]+/).filter((each) => each !== '');
  if (kind === 'persons') return personsIn(text);
  return kind === 'group' ? personsIn(text).map((each, at) => ({ ...each, isLeader: at === 0 })) : text;
}

/** Persons, one a line: the account, then the name. */
function personsIn(text: string): { readonly person: string; readonly name: string }[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [person = '', ...name] = line.split(/\s+/);
      return { person, name: name.join(' ') || person };
    });
}
