import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordedValue } from './recorded-value.tsx';
import '../words/columns.ts';

/** One column of a row: what it held and what it holds. */
export interface FieldChange {
  readonly column: string;
  readonly from: string | null;
  readonly to: string | null;
  /** What is shown instead of the value. */
  readonly shown?: ReactNode;
}

/** The fields of a row that changed, each as it was and as it is; of a new row as it is. */
export function FieldChanges({ fields, isNew }: { readonly fields: readonly FieldChange[]; readonly isNew: boolean }) {
  const { t } = useTranslation();
  return (
    <dl>
      {fields.map(({ column, from, to, shown }) => (
        <div key={column}>
          <dt>{t(`column.${column}`, { defaultValue: column })}</dt>
          <dd>
            {shown ??
              (isNew || from === to ? (
                <RecordedValue value={to} column={column} />
              ) : (
                <>
                  <del>
                    <span className="unseen">{t('record.before')} </span>
                    <RecordedValue value={from} column={column} />
                  </del>
                  <span aria-hidden="true"> → </span>
                  <ins>
                    <span className="unseen">{t('record.after')} </span>
                    <RecordedValue value={to} column={column} />
                  </ins>
                </>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
