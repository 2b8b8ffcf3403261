import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { giveFile, type FileKind, type FileProgress } from '../../api/give-file.ts';
import { answers } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { count } from '../../parts/format.ts';
import { Refusal } from '../../parts/page-state.tsx';
import { Report } from './report.tsx';

/** A file that was let fall on the page, or chosen: first what it would do, then, pressed again, it is done. */
export function GiveFile({ kinds }: { readonly kinds: readonly FileKind[] }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const [progress, setProgress] = useState<FileProgress | null>(null);
  const act = useMutation({
    mutationFn: ({ given, dryRun }: { given: File; dryRun: boolean }) => giveFile(given, dryRun, setProgress),
    onSuccess: async (_report, { dryRun }) => {
      // What was recorded may change any figure.
      if (!dryRun) await answers.invalidateQueries();
    },
    onSettled: () => setProgress(null),
    retry: false,
  });
  const take = (given: File | undefined) => {
    if (!given || act.isPending) return;
    setFile(given);
    act.mutate({ given, dryRun: true });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const isDone = act.data !== undefined && !act.variables.dryRun && act.data.errorCount === 0;
  return (
    <section>
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{t('files.drop')}</p>
        <label className="button primary">
          {t('files.choose')}
          <input
            ref={input}
            type="file"
            className="unseen"
            accept=".csv,.txt,.xlsx"
            disabled={act.isPending}
            onChange={({ target }) => {
              take(target.files?.[0]);
              // The same file, mended meanwhile, may be chosen again.
              target.value = '';
            }}
          />
        </label>
        <p className="quiet">{t('files.formats')}</p>
      </div>
      <div role="status">{progress && <Progress of={progress} />}</div>
      {act.error && <Refusal error={act.error} {...(file && { retry: () => act.mutate({ given: file, dryRun: act.variables.dryRun }) })} />}
      {act.data && file && !act.isPending && (
        <Report report={act.data} kind={kinds.find(({ kind }) => kind === act.data.kind) ?? null} isDone={isDone}>
          {!isDone && act.data.errorCount === 0 && act.data.rowsAdded > 0 && (
            <button type="button" className="primary" onClick={() => act.mutate({ given: file, dryRun: false })}>
              {t('files.record', { rows: count(act.data.rowsAdded, language) })}
            </button>
          )}
        </Report>
      )}
    </section>
  );
}

function Progress({ of: { phase, done, total } }: { readonly of: FileProgress }) {
  const { t } = useTranslation();
  const words = t(`files.phase.${phase}`);
  return (
    <p className="progress">
      <label>
        {words} <progress {...(total > 0 && { value: done, max: total })} />
      </label>
    </p>
  );
}
