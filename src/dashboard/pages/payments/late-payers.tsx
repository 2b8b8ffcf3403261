import { useTranslation } from 'react-i18next';
import type { PaymentTimelineQuery } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { amount, count, date } from '../../parts/format.ts';
import { LinkToPart } from '../../parts/link-to-part.tsx';
import { nameOf } from '../../parts/names.ts';
import type { Filters } from '../../parts/use-filters.ts';
import type { PaymentFilter } from './question.ts';

/** Who is late, the largest amount first; each leads to the payables that it is late with. */
export function LatePayers(props: { readonly rows: PaymentTimelineQuery['latePayers']; readonly filters: Filters<PaymentFilter> }) {
  const { rows, filters } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <SortableTable
      caption={t('payments.lateCaption')}
      rows={rows}
      rowKey={({ institution }) => institution.code}
      columns={[
        {
          key: 'institution',
          head: t('payments.institution'),
          by: ({ institution }) => institution.name,
          cell: ({ institution }) => (
            <span>
              <LinkToPart address={filters.address({ institution: institution.code, state: 'overdue' })} part="payables">
                {institution.name}
              </LinkToPart>
              <span className="quiet block">{nameOf({ code: '', ...institution.area }, language)}</span>
            </span>
          ),
        },
        {
          key: 'days',
          head: t('payments.longestDays'),
          numeric: true,
          by: ({ longestOverdueDays }) => longestOverdueDays,
          cell: ({ longestOverdueDays }) => (
            <strong className="bad">{t('payments.days', { count: longestOverdueDays, days: count(longestOverdueDays, language) })}</strong>
          ),
        },
        {
          key: 'amount',
          head: t('payments.overdueYuan'),
          numeric: true,
          by: ({ overdueAmount }) => Number(overdueAmount),
          cell: ({ overdueAmount }) => amount(overdueAmount, language).text,
        },
        {
          key: 'count',
          head: t('payments.overdueCount'),
          numeric: true,
          by: ({ overdueCount }) => overdueCount,
          cell: ({ overdueCount }) => count(overdueCount, language),
        },
        {
          key: 'since',
          head: t('payments.earliestDue'),
          short: true,
          by: ({ earliestDueOn }) => earliestDueOn,
          cell: ({ earliestDueOn }) => date(earliestDueOn, language),
        },
      ]}
    />
  );
}
