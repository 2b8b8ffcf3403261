import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TimelinePayablesDocument, type PayableInRowFragment, type PayableListFilter } from '../../../../schema/dashboard/graphql.ts';
import { useSession } from '../../api/session.ts';
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
import { PayableInDetail } from './payable-in-detail.tsx';

/** A payable as it stands in its row: with who pays, or whom the reader pays, or both. */
type Payable = PayableInRowFragment & {
  readonly institution?: { readonly name: string };
  readonly payee?: { readonly code: string; readonly name: string; readonly nameEn: string | null };
  readonly delivery?: { readonly number: string };
};

const rowsOfPage = 25;

/** The payables one by one, the earliest due first: those that are late for longest stand at the top. */
export function Payables(props: { readonly asOf: string; readonly filter: PayableListFilter; readonly after: string | undefined }) {
  const { asOf, filter, after = null } = props;
  const { t } = useTranslation();
  const withPayee = useSession()?.role === 'INSTITUTION';
  const answer = useAnswer(TimelinePayablesDocument, { asOf, filter, first: rowsOfPage, after, withPayee });
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
export function PayableTable<P extends Payable>({
  rows,
  acts,
}: {
  readonly rows: readonly P[];
  readonly acts?: ((row: P) => ReactNode) | undefined;
}) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <SortableTable
      caption={t('payments.payablesCaption')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[...columns(t, language, rows), ...actsColumn(acts, t)]}
    />
  );
}

function columns(t: TFunction, language: Language, rows: readonly Payable[]): readonly Column<Payable>[] {
  // To whoever pays all of them it is told whom.
  const ofPayer = rows.every(({ institution }) => institution === undefined);
  return [
    {
      key: 'institution',
      head: t(ofPayer ? 'payments.payeeHead' : 'payments.institution'),
      cell: ({ institution, payee, confidence }) => (
        <span>
          {institution?.name ?? (payee && nameOf(payee, language))}
          {confidence === 'SYNTHETIC' && <span className="tag">{t('state.synthetic')}</span>}
        </span>
      ),
    },
    {
      key: 'product',
      head: t('payments.product'),
      cell: ({ agreement, delivery, institution, payee }) => (
        <span>
          {productName(agreement.product, language)}
          <span className="quiet block">
            {delivery
              ? t('payments.numbers', { agreement: agreement.number, delivery: delivery.number })
              : t('payments.number', { agreement: agreement.number })}
          </span>
          {institution && payee && <span className="quiet block">{t('payments.payee', { name: nameOf(payee, language) })}</span>}
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
      cell: ({ id, paidAmount }) => (
        <Opened heading={t('payments.entries')} title={t('payments.openEntries')} content={() => <PayableInDetail of={id} />}>
          {amount(paidAmount, language).text}
        </Opened>
      ),
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
