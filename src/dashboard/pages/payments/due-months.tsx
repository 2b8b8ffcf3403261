import { useTranslation } from 'react-i18next';
import type { PaymentTimelineQuery } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { ByRule } from '../../parts/by-rule.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { amount, count, date, month as monthName } from '../../parts/format.ts';
import { LinkToPart } from '../../parts/link-to-part.tsx';
import { MonthBars } from '../../parts/month-bars.tsx';
import type { Filters } from '../../parts/use-filters.ts';
import type { PaymentFilter } from './question.ts';

type Month = PaymentTimelineQuery['payablesByMonth'][number];

/** What falls due by month, drawn and as a table; a month leads to its payables. */
export function DueMonths(props: { readonly months: readonly Month[]; readonly filters: Filters<PaymentFilter>; readonly asOf: string }) {
  const { months, filters, asOf } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const yuan = (key: string, head: string, of: (month: Month) => string) => ({
    key,
    head,
    numeric: true,
    by: (month: Month) => Number(of(month)),
    cell: (month: Month) => amount(of(month), language).text,
  });
  const counted = (key: string, head: string, of: (month: Month) => number) => ({
    key,
    head,
    numeric: true,
    by: of,
    cell: (month: Month) => count(of(month), language),
  });
  return (
    <section>
      <h2>
        <ByRule rule="payment.settlement-deadline" label={t('payments.months')}>
          {t('payments.months')}
        </ByRule>
      </h2>
      <p className="quiet">{t('payments.stood', { date: date(asOf, language) })}</p>
      <MonthBars
        title={t('payments.chart')}
        parts={[
          { name: t('payments.paid'), tone: 'whole' },
          { name: t('payments.open'), tone: 'open' },
          { name: t('payments.openOverdue'), tone: 'bad', within: true },
        ]}
        months={months.map(({ month, paidAmount, openAmount, overdueAmount }) => ({
          month,
          amounts: [paidAmount, openAmount, overdueAmount],
        }))}
      />
      <details open={filters.chosen.month !== undefined}>
        <summary>{t('payments.asTable')}</summary>
        <SortableTable
          caption={t('payments.monthsCaption')}
          rows={months}
          rowKey={({ month }) => month}
          columns={[
            {
              key: 'month',
              head: t('payments.month'),
              short: true,
              by: ({ month }) => month,
              cell: ({ month }) => (
                <LinkToPart address={filters.address({ month })} part="payables" isCurrent={filters.chosen.month === month}>
                  {monthName(month, language)}
                </LinkToPart>
              ),
            },
            counted('count', t('payments.count'), ({ payableCount }) => payableCount),
            yuan('amount', t('payments.amountYuan'), (month) => month.amount),
            yuan('paid', t('payments.paidYuan'), ({ paidAmount }) => paidAmount),
            yuan('open', t('payments.openYuan'), ({ openAmount }) => openAmount),
            yuan('overdue', t('payments.overdueYuan'), ({ overdueAmount }) => overdueAmount),
            counted('overdueCount', t('payments.overdueCount'), ({ overdueCount }) => overdueCount),
            counted('settledLate', t('payments.settledLate'), ({ settledLateCount }) => settledLateCount),
          ]}
        />
      </details>
    </section>
  );
}
