import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from './format.ts';

/** One of several, or all of them. */
export function Choice(props: {
  readonly name: string;
  readonly value: string | undefined;
  /** What the value is called where it is none of the options. */
  readonly valueName?: string | undefined;
  /** What choosing nothing is called. */
  readonly all: string;
  /** Undefined while they are asked for. */
  readonly options: readonly { readonly value: string; readonly name: string }[] | undefined;
  readonly onChoose: (value: string | null) => void;
  /** The reader comes to it, by pointer or focus, and may open it next. */
  readonly onTurnTo?: () => void;
}) {
  const { name, value = '', valueName = value, all, options, onChoose, onTurnTo } = props;
  const { t } = useTranslation();
  // A link may name what is not offered here; it stays chosen, and is shown as it is.
  const unknown = value !== '' && !options?.some((option) => option.value === value);
  return (
    <label className="field" onPointerEnter={onTurnTo} onFocus={onTurnTo}>
      {name}
      <select value={value} onChange={(event) => onChoose(event.target.value || null)}>
        <option value="">{all}</option>
        {unknown && <option value={value}>{valueName}</option>}
        {options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        )) ?? <option disabled>{t('state.loading')}</option>}
      </select>
    </label>
  );
}

/** While a year is typed it passes through years long gone; those are not meant. */
const firstDay = '2018-01-01';

/** The day as of which figures are shown; today unless chosen. */
export function AsOf({ value, onChoose }: { readonly value: string | undefined; readonly onChoose: (day: string | null) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const day = value ?? today();
  // What is half typed is the field's own; only another address says otherwise.
  useEffect(() => {
    if (input.current) input.current.value = day;
  }, [day]);
  return (
    <label className="field">
      {t('filter.asOf')}
      <input
        ref={input}
        type="date"
        defaultValue={day}
        min={firstDay}
        onChange={({ target }) => {
          if (target.value >= firstDay) onChoose(target.value === today() ? null : target.value);
        }}
      />
    </label>
  );
}
