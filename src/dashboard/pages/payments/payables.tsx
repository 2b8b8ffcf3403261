import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PayablesDocument, type PayableListFilter, type PayablesQuery } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage, type Language } from '../../app/language.ts';
import { actsColumn, SortableTable, type Column } from '../../parts/sortable-table.tsx';
import { Why } from '../../parts/explanation.tsx';
import { amount, count, date } from '../../parts/format.ts';
import { nameOf, productName } from '../../parts/names.ts';
import { Opened } from '../../parts/opened.tsx';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { MorePages } from '../../parts/more-pages.tsx';
import { RowCount } from '../../parts/row-count.tsx';

/** A payable as it stands in its row. */
export type Payable = PayablesQuery['payables']['nodes'][number];

const rowsOfPage = 25;

/** The payables one by one, the earliest due first: those that are late for longest stand at the top. */
export function Payables(props: { readonly asOf: string; readonly filter: PayableListFilter; readonly after: string | undefined }) {
  const { asOf, filter, after = null } = props;
  const { t } = useTranslation();
  const answer = useAnswer(PayablesDocument, { asOf, filter, first: rowsOfPage, after });
  return (
    <Answered of={answer}>
      {({ payables }) =>
        payables.nodes.length > 0 ? (
          <>
            <PayableTable rows={payables.nodes} />
            <RowCount of={payables} />
            <MorePages pageInfo={payables.pageInfo} part="payables" />
          </>
        ) : (
          <Empty>{t('payments.noPayables')}</Empty>
        )
      }
    </Answered>
  );
}

/** Payables with what is paid and open of each, why it is due when it is, and what may be done about it. */
export function PayableTable({
  rows,
  acts,
}: {
  readonly rows: readonly Payable[];
  readonly acts?: ((row: Payable) => ReactNode) | undefined;
}) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <SortableTable
      caption={t('payments.payablesCaption')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[...columns(t, language), ...actsColumn(acts, t)]}
    />
  );
}

function columns(t: TFunction, language: Language): readonly Column<Payable>[] {
  return [
    {
      key: 'institution',
      head: t('payments.institution'),
      cell: ({ institution, confidence }) => (
        <span>
          {institution.name}
          {confidence === 'SYNTHETIC' && <span className="tag">{t('state.synthetic')}</span>}
          <span className="quiet block">{nameOf({ code: '', ...institution.area }, language)}</span>
        </span>
      ),
    },
    {
      key: 'product',
      head: t('payments.product'),
      cell: ({ agreement, delivery, payee }) => (
        <span>
          {productName(agreement.product, language)}
          <span className="quiet block">{t('payments.numbers', { agreement: agreement.number, delivery: delivery.number })}</span>
          <span className="quiet block">{t('payments.payee', { name: nameOf(payee, language) })}</span>
        </span>
      ),
    },
    {
      key: 'due',
      head: t('payments.dueOn'),
      short: true,
      cell: ({ dueOn, acceptedOn, explanation }) => (
        <span>
          <Why of={explanation} label={t('payments.dueOn')}>
            {date(dueOn, language)}
          </Why>
          <span className="quiet block">{t('payments.acceptedOn', { date: date(acceptedOn, language) })}</span>
        </span>
      ),
    },
    {
      key: 'status',
      head: t('payments.state'),
      short: true,
      cell: ({ status, overdueDays }) => <Standing status={status} days={overdueDays} />,
    },
    {
      key: 'amount',
      head: t('payments.amountYuan'),
      numeric: true,
      cell: (payable) => amount(payable.amount, language).text,
    },
    {
      key: 'paid',
      head: t('payments.paidYuan'),
      numeric: true,
      cell: ({ paidAmount, entries }) => {
        const { text } = amount(paidAmount, language);
        if (entries.nodes.length === 0) return text;
        return (
          <Opened heading={t('payments.entries')} title={t('payments.openEntries')} content={() => <Entries of={entries.nodes} />}>
            {text}
          </Opened>
        );
      },
    },
    {
      key: 'open',
      head: t('payments.openYuan'),
      numeric: true,
      cell: ({ openAmount, status }) => (
        <span className={status === 'OVERDUE' ? 'bad' : undefined}>{amount(openAmount, language).text}</span>
      ),
    },
  ];
}

const tones = { NOT_DUE: 'tag quiet', DUE_SOON: 'tag', SETTLED: 'tag good', SETTLED_LATE: 'tag', OVERDUE: 'tag bad' } as const;

/** How a payable stands, and by how many days it is, or was, late. */
function Standing({ status, days }: { readonly status: Payable['status']; readonly days: number }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  if (status === null) return null;
  return (
    <span>
      <span className={tones[status]}>{t(`payableStatus.${status}`)}</span>
      {days > 0 && <span className="block">{t('payments.days', { count: days, days: count(days, language) })}</span>}
    </span>
  );
}

/** What changed a payable, the earliest first, whatever the day asked for. */
function Entries({ of }: { readonly of: Payable['entries']['nodes'] }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <ul>
      {of.map(({ id, kind, occurredOn, reference, reason, ...entry }) => (
        <li key={id}>
          {date(occurredOn, language)} · {t(`entryKind.${kind}`)} · {amount(entry.amount, language).text} {t('unit.yuan')}
          <span className="quiet block">{[reference, reason].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
