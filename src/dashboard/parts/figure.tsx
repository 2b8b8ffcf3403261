import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ByRule } from './by-rule.tsx';

/** One figure of a headline: what it is, how much, in which unit; null says that it is not on record. */
export function Figure(props: {
  readonly name: string;
  readonly value: ReactNode;
  readonly unit?: string | undefined;
  readonly note?: ReactNode;
  /** The rule by which a sum is reckoned, told when its name is pressed. */
  readonly rule?: string;
}) {
  const { name, value, unit, note, rule } = props;
  const { t } = useTranslation();
  return (
    <div className="figure">
      <dt>{rule ? <ByRule rule={rule} label={name} children={name} /> : name}</dt>
      <dd>
        {value === null ? (
          <span className="missing">{t('state.notOnRecord')}</span>
        ) : (
          <>
            <span className="value">{value}</span> {unit && <span className="unit">{unit}</span>}
          </>
        )}
        {note && <span className="note">{note}</span>}
      </dd>
    </div>
  );
}
