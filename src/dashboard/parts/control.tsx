import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from './asked.ts';
import type { ControlAttributes } from './field.tsx';
import { OrderedChoice } from './ordered-choice.tsx';

const patterns = { decimal: String.raw`\d{1,14}(\.\d{1,4})?`, integer: String.raw`\d{1,15}` } as const;

/** The control of one input, by its kind. */
export function Control({ asked, attributes }: { readonly asked: Asked; readonly attributes: ControlAttributes }) {
  const { kind = 'text', optional = false, initial, choices, suggestions } = asked;
  const { t } = useTranslation();
  const list = useId();
  if (kind === 'order') return <OrderedChoice choices={choices ?? []} attributes={attributes} />;
  if (choices) {
    return (
      <select required={!optional} defaultValue={initial} {...attributes}>
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
  if (kind === 'date') return <input type="date" required={!optional} defaultValue={initial} {...attributes} />;
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
        defaultValue={initial}
        {...attributes}
      />
    );
  }
  return (
    <>
      <input
        autoComplete="off"
        required={!optional}
        defaultValue={initial}
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
