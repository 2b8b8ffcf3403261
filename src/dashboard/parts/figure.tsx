import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** One figure of a headline: what it is, how much, in which unit; null says that it is not on record. */
export function Figure(props: {
  readonly name: string;
  readonly value: ReactNode;
  readonly unit?: string | undefined;
  readonly note?: ReactNode;
}) {
  const { name, value, unit, note } = props;
  const { t } = useTranslation();
  return (
    <div className="figure">
      <dt>{name}</dt>
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
