import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileError, FileKind, FileReport } from '../../api/give-file.ts';
import { csvOf, saveFile } from '../../api/save-file.ts';
import { useLanguage, type Language } from '../../app/language.ts';
import { count } from '../../parts/format.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import '../../words/operations.ts';

/** So many errors stand on the page; the file of errors has all that the server told. */
const mostShown = 100;

/** What a file would do, what is wrong with it by row and column, or what was recorded of it. */
export function Report(props: {
  readonly report: FileReport;
  readonly kind: FileKind | null;
  readonly isDone: boolean;
  readonly children: ReactNode;
}) {
  const { report, kind, isDone, children } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const rows = (number: number) => count(number, language);
  const { fileName, rowsAdded, rowsUnchanged, errorCount } = report;
  return (
    <section aria-labelledby="file-report">
      <h2 id="file-report">{kind ? `${language === 'zh' ? kind.titleZh : kind.title} · ${fileName}` : fileName}</h2>
      <p role="status" className={errorCount > 0 ? 'verdict bad' : 'verdict good'}>
        {errorCount > 0
          ? t('files.refused', { errors: rows(errorCount) })
          : isDone
            ? t('files.recorded', { rows: rows(rowsAdded), unchanged: rows(rowsUnchanged) })
            : rowsAdded > 0
              ? t('files.would', { rows: rows(rowsAdded), unchanged: rows(rowsUnchanged), operation: t(`operation.${report.mutation}`) })
              : t('files.nothingNew', { unchanged: rows(rowsUnchanged) })}
      </p>
      <p>{children}</p>
      {errorCount > 0 ? <Errors report={report} kind={kind} /> : <FirstRows report={report} kind={kind} />}
    </section>
  );
}

const nameOfColumn = (kind: FileKind | null, name: string | null, language: Language): string | null => {
  const column = kind?.columns.find((each) => each.name === name);
  return column && language === 'zh' ? column.nameZh : name;
};

function Errors({ report, kind }: { readonly report: FileReport; readonly kind: FileKind | null }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const words = ({ message, messageZh }: FileError) => (language === 'zh' ? messageZh : message);
  const place = (error: FileError) => nameOfColumn(kind, error.column, language);
  const heads = ['row', 'column', 'value', 'why'].map((head) => t(`files.error.${head}`));
  const save = () => {
    const lines = report.errors.map((error) => [error.row, place(error), error.value, words(error), error.code]);
    saveFile(csvOf([[...heads, t('files.error.code')], ...lines]), `${t('files.errorsName')}-${report.fileName}.csv`);
  };
  const shown = report.errors.slice(0, mostShown);
  return (
    <>
      <SortableTable
        caption={t('files.errors', { shown: count(shown.length, language), all: count(report.errorCount, language) })}
        rows={shown}
        rowKey={(error) => `${error.row} ${error.column} ${error.code} ${error.message}`}
        columns={[
          { key: 'row', head: heads[0]!, cell: ({ row }) => row ?? t('files.wholeFile'), by: ({ row }) => row, short: true },
          { key: 'column', head: heads[1]!, cell: (error) => place(error) ?? t('files.wholeRow'), by: place, short: true },
          { key: 'value', head: heads[2]!, cell: ({ value }) => value ?? '', verbatim: true },
          { key: 'why', head: heads[3]!, cell: words },
        ]}
      />
      <p>
        <button type="button" onClick={save}>
          {t('files.saveErrors')}
        </button>
      </p>
    </>
  );
}

function FirstRows({ report: { sample }, kind }: { readonly report: FileReport; readonly kind: FileKind | null }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <SortableTable
      caption={t('files.sample', { rows: count(sample.rows.length, language) })}
      rows={sample.rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: 'row', head: t('files.error.row'), cell: ({ row }) => row, short: true },
        ...sample.columns.map((name, at) => ({
          key: name,
          head: nameOfColumn(kind, name, language) ?? name,
          cell: ({ cells }: FileReport['sample']['rows'][number]) => cells[at] ?? '',
          verbatim: true,
        })),
      ]}
    />
  );
}
