import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from './asked.ts';
import type { ControlAttributes } from './field.tsx';

/** Some of several, picked one after the other; the order is kept. What is chosen and not yet added counts as the last. */
export function OrderedChoice({ choices, attributes }: { readonly choices: readonly Choice[]; readonly attributes: ControlAttributes }) {
  const { name: field, ...ofSelect } = attributes;
  const { t } = useTranslation();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [next, setNext] = useState('');
  const select = useRef<HTMLSelectElement>(null);
  const left = choices.filter(({ value }) => !picked.includes(value));
  const nameOf = (code: string) => choices.find(({ value }) => value === code)?.name ?? code;
  const pick = () => {
    if (next !== '') setPicked([...picked, next]);
    setNext('');
    select.current?.focus();
  };
  const drop = (code: string) => {
    setPicked(picked.filter((each) => each !== code));
    select.current?.focus();
  };
  return (
    <div className="ordered">
      <input type="hidden" name={field} value={[...picked, ...(next === '' ? [] : [next])].join(' ')} />
      <div className="picking">
        <select ref={select} value={next} onChange={(event) => setNext(event.target.value)} {...ofSelect}>
          <option value="">{t('act.choose')}</option>
          {left.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        <button type="button" disabled={left.length === 0} onClick={pick}>
          {t('act.pick')}
        </button>
      </div>
      {picked.length > 0 && (
        <ol>
          {picked.map((code) => (
            <li key={code}>
              {nameOf(code)}
              <button type="button" aria-label={t('act.drop', { name: nameOf(code) })} onClick={() => drop(code)}>
                ✕
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
