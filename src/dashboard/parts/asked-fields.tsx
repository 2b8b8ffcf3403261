import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserError } from '../api/use-act.ts';
import { saidAt, type Asked, type AskedRows } from './asked.ts';
import { Control } from './control.tsx';
import { Field, UserErrors } from './field.tsx';

interface Of {
  readonly userErrors: readonly UserError[];
  /** Where the inputs stand: `volumes.0.` in the first row of `volumes`. */
  readonly within?: string;
}

/** The inputs of a recording, each with what the server says of it. */
export function AskedFields({ asked, userErrors, within = '' }: Of & { readonly asked: readonly Asked[] }) {
  const { t } = useTranslation();
  return asked.map((each) => {
    const place = `${within}${each.name}`;
    if (each.rows)
      return <Rows key={each.name} label={each.label} hint={each.hint} rows={each.rows} within={place} userErrors={userErrors} />;
    return (
      <Field
        key={each.name}
        name={place}
        label={each.optional ? t('act.optional', { label: each.label }) : each.label}
        hint={each.hint}
        userErrors={userErrors}
      >
        {(attributes) => <Control asked={each} attributes={attributes} />}
      </Field>
    );
  });
}

/** The same inputs any number of times: each row with what is said of it, and buttons for one more and one less. */
function Rows(
  props: Of & { readonly label: string; readonly hint?: string | undefined; readonly rows: AskedRows; readonly within: string },
) {
  const { label, hint, rows, within, userErrors } = props;
  const { asked, least = 0, add, nameOf } = rows;
  const { t } = useTranslation();
  const hintId = useId();
  // Where a row has rows of its own, its button stands far below its beginning, and says which it removes.
  const isDeep = asked.some((each) => each.rows);
  // Rows are numbered as they were added, so that what is typed into one stays with it when another goes.
  const [made, setMade] = useState<readonly number[]>(Array.from({ length: least }, (_, at) => at));
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const before = useRef(made.length);
  // Whoever adds a row goes on in it; whoever removes one is left at the button for another.
  useEffect(() => {
    const isMore = made.length > before.current;
    const next = isMore ? ':scope > ol > li:last-child :is(input, select, textarea)' : ':scope > button';
    if (made.length !== before.current) fieldset.current?.querySelector<HTMLElement>(next)?.focus();
    before.current = made.length;
  }, [made.length]);
  const below = userErrors.filter(({ field }) => field === within || field?.startsWith(`${within}.`));
  const ofRow = (at: number, { field }: UserError) => field === `${within}.${at}` || field?.startsWith(`${within}.${at}.`) === true;
  return (
    <fieldset ref={fieldset} className="wide rows" aria-describedby={hint && hintId}>
      <legend>{label}</legend>
      {hint && (
        <p id={hintId} className="quiet">
          {hint}
        </p>
      )}
      <UserErrors of={below.filter((error) => !made.some((_, at) => ofRow(at, error)))} />
      {made.length > 0 && (
        <ol>
          {made.map((row, at) => (
            <li key={row} aria-label={nameOf(at + 1)}>
              <AskedFields asked={asked} userErrors={userErrors} within={`${within}.${at}.`} />
              {made.length > least && (
                <button
                  type="button"
                  aria-label={t('act.removeRow', { row: nameOf(at + 1) })}
                  onClick={() => setMade(made.filter((each) => each !== row))}
                >
                  {isDeep ? t('act.removeRow', { row: nameOf(at + 1) }) : t('act.remove')}
                </button>
              )}
              <UserErrors of={below.filter((error) => ofRow(at, error) && !saidAt(asked, error.field, `${within}.${at}.`))} />
            </li>
          ))}
        </ol>
      )}
      <button type="button" onClick={() => setMade([...made, Math.max(-1, ...made) + 1])}>
        {add}
      </button>
    </fieldset>
  );
}
