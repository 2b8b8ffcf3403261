import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../api/download.ts';
import { useLanguage } from '../app/language.ts';
import { count } from './format.ts';
import { Refusal } from './page-state.tsx';

/** Saves a whole table as a file, and says how many rows it has. */
export function ExportFile(props: {
  readonly kind: string;
  readonly rows: Readonly<Record<string, string | undefined>>;
  /** What the file holds, where that is not what the page shows. */
  readonly note?: string;
}) {
  const { kind, rows, note } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const act = useMutation({ mutationFn: (format: 'csv' | 'xlsx') => download(kind, { ...rows, format, language }) });
  return (
    <div className="export">
      {(['csv', 'xlsx'] as const).map((format) => (
        <button key={format} type="button" disabled={act.isPending} onClick={() => act.mutate(format)}>
          {t(`export.${format}`)}
        </button>
      ))}
      <span role="status">
        {act.isPending
          ? t('export.underWay')
          : act.data
            ? t('export.saved', { name: act.data.name, rows: count(act.data.rows, language) })
            : note}
      </span>
      {act.error && <Refusal error={act.error} />}
    </div>
  );
}
