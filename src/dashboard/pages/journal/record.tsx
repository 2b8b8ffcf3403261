import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { JournalQuery } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { FieldChanges } from '../../parts/field-changes.tsx';
import { count, moment } from '../../parts/format.ts';
import { rowInJournal } from '../../parts/journal-link.ts';

type Node = JournalQuery['journal']['nodes'][number];

/** What a record says, as far as it is shown; the server's text of it is what was hashed. */
interface Content {
  readonly who?: Readonly<Record<string, string>>;
  readonly from?: Readonly<Record<string, unknown>> | null;
  readonly to?: Readonly<Record<string, unknown>> | null;
  readonly why?: string | null;
  readonly file?: { readonly name: string; readonly sha256: string };
  readonly rowsAdded?: number;
}

/** One record: who did what to which row, when and why, field by field. */
export function JournalRecord({ node }: { readonly node: Node }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { chain, seq, recordedAt, operation, requestId, tableName, rowKey, hash, previousHash } = node;
  const { who = {}, from = null, to = null, why, file, rowsAdded } = JSON.parse(node.content) as Content;
  const { role, subject, person, ...claims } = who;
  const columns = Object.keys(to ?? from ?? {}).filter((column) => from !== null || textOf(to?.[column]) !== null);
  return (
    <article className="proposal" aria-labelledby={hash}>
      <div className="heading">
        <h3 id={hash}>
          {t(`operation.${operation}`, { defaultValue: operation })} · {t(`record.${tableName}`, { defaultValue: tableName })}{' '}
          {from === null && file === undefined && <span className="tag">{t('journal.newRow')}</span>}
        </h3>
        {rowKey && <Link href={rowInJournal(tableName, rowKey)}>{t('journal.thisRow')}</Link>}
      </div>
      <p>
        <time dateTime={recordedAt}>{moment(recordedAt, language)}</time> ·{' '}
        {[role && t(`role.${role}`, { defaultValue: role }), subject, person !== subject && person, ...Object.values(claims)]
          .filter(Boolean)
          .join(' ')}
        {why && <span className="block">{t('journal.why', { why })}</span>}
      </p>
      {file && (
        <p>
          {t('journal.file', { name: file.name, rows: count(rowsAdded ?? 0, language) })} <code>{file.sha256}</code>
        </p>
      )}
      {columns.length > 0 && (
        <div className="changes">
          <div className="row-changes">
            <FieldChanges
              isNew={from === null}
              fields={columns.map((column) => ({ column, from: textOf(from?.[column]), to: textOf(to?.[column]) }))}
            />
          </div>
        </div>
      )}
      <details>
        <summary>
          {t('journal.chain', { chain: chain === 'reference' ? t('journal.reference') : chain, seq: count(seq, language) })}
        </summary>
        <dl className="facts">
          {Object.entries({ rowKey, requestId, previousHash, hash }).map(([name, value]) => (
            <div key={name}>
              <dt>{t(`journal.${name}`)}</dt>
              <dd>
                {name === 'requestId' && value ? (
                  <Link href={`/journal?request=${encodeURIComponent(value)}`}>
                    <code>{value}</code>
                  </Link>
                ) : (
                  <code>{value ?? '—'}</code>
                )}
              </dd>
            </div>
          ))}
        </dl>
        <code className="block">{node.content}</code>
      </details>
    </article>
  );
}

/** A value as the record has it; null where it is not on record. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
