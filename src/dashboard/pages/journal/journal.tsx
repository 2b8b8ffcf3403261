import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { JournalDocument, type JournalRecordListFilter } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { typedIn } from '../../parts/act-form.tsx';
import { ForRoles } from '../../parts/for-roles.tsx';
import { journalReaders } from '../../parts/journal-link.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { operations } from '../../words/operations.ts';
import { tables } from '../../words/tables.ts';
import { count } from '../../parts/format.ts';
import { MorePages } from '../../parts/more-pages.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { JournalRecord } from './record.tsx';
import './words.ts';

/** What the address asks for, by the names of the server's filter. */
const asked = {
  table: 'tableName',
  operation: 'operation',
  row: 'rowKey',
  subject: 'subject',
  chain: 'chain',
  request: 'requestId',
} as const satisfies Readonly<Record<string, keyof JournalRecordListFilter>>;

const names = Object.keys(asked) as (keyof typeof asked)[];

/** The journal: who changed what, when and why, for whoever approves or audits. */
export default function Journal() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('page.journal')}</h1>
      <p className="lead">{t('journal.lead')}</p>
      <ForRoles roles={journalReaders}>
        <Records />
      </ForRoles>
    </>
  );
}

function Records() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { chosen } = useFilters([...names, 'order', 'after']);
  const filter: JournalRecordListFilter = Object.fromEntries(
    names.flatMap((name) => (chosen[name] ? [[asked[name], { eq: chosen[name] }]] : [])),
  );
  const direction = chosen.order === 'oldest' ? 'ASC' : 'DESC';
  const answer = useAnswer(JournalDocument, { filter, after: chosen.after ?? null, direction });
  return (
    <>
      <Filters />
      <Answered of={answer}>
        {({ journal }) => (
          <>
            <h2>{t(journal.totalIsExact ? 'journal.list' : 'journal.listAtLeast', { rows: count(journal.totalCount, language) })}</h2>
            {journal.nodes.length === 0 && <Empty>{t('journal.none')}</Empty>}
            {journal.nodes.map((node) => (
              <JournalRecord key={node.hash} node={node} />
            ))}
            <MorePages pageInfo={journal.pageInfo} />
          </>
        )}
      </Answered>
    </>
  );
}

/** Which records; what is asked stands in the address. */
function Filters() {
  const { t, i18n } = useTranslation();
  const [params, setParams] = useSearchParams();
  const form = useRef<HTMLFormElement>(null);
  const address = params.toString();
  // Another address says otherwise; the controls stay, and with them the focus of whoever goes through the choices.
  useEffect(() => {
    const chosen = new URLSearchParams(address);
    for (const control of form.current!.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
      control.value = chosen.get(control.name) ?? '';
    }
  }, [address]);
  const ask = (of: HTMLFormElement) => setParams(Object.entries(typedIn(of)).filter(([, text]) => text !== ''));
  const named = (section: string, codes: readonly string[]) =>
    codes
      .map((code) => ({ code, name: t(`${section}.${code}`) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, i18n.language === 'zh' ? 'zh-CN' : 'en'));
  const selects = { table: named('record', Object.keys(tables)), operation: named('operation', Object.keys(operations)) };
  return (
    <form
      ref={form}
      className="filters"
      aria-label={t('journal.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        ask(event.currentTarget);
      }}
    >
      {(['table', 'operation'] as const).map((name) => (
        <label key={name} className="field">
          {t(`journal.ask.${name}`)}
          <select name={name} defaultValue={params.get(name) ?? ''} onChange={(event) => ask(event.target.form!)}>
            <option value="">{t('filter.all')}</option>
            {selects[name].map((each) => (
              <option key={each.code} value={each.code}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      ))}
      {(['row', 'subject', 'chain', 'request'] as const).map((name) => (
        <label key={name} className="field">
          {t(`journal.ask.${name}`)}
          <input name={name} defaultValue={params.get(name) ?? ''} autoComplete="off" />
        </label>
      ))}
      <label className="field">
        {t('journal.ask.order')}
        <select name="order" defaultValue={params.get('order') ?? ''} onChange={(event) => ask(event.target.form!)}>
          <option value="">{t('journal.newest')}</option>
          <option value="oldest">{t('journal.oldest')}</option>
        </select>
      </label>
      <button type="submit">{t('journal.search')}</button>
    </form>
  );
}
