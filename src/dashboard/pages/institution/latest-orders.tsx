import { useTranslation } from 'react-i18next';
import { LatestOrdersDocument } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { Bar } from '../../parts/bar.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { count, date } from '../../parts/format.ts';
import { nameOf, productName, unitsName } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';

const shownAtOnce = 10;

/** The latest orders, and how much of each has come. */
export function LatestOrders() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(LatestOrdersDocument, { first: shownAtOnce });
  return (
    <Answered of={answer}>
      {({ orders }) =>
        orders.nodes.length > 0 ? (
          <>
            <p className="quiet">{t('institution.orders', { count: orders.totalCount, shown: orders.nodes.length })}</p>
            <SortableTable
              caption={t('institution.ordersCaption')}
              rows={orders.nodes}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'product',
                  head: t('enterprise.product'),
                  cell: ({ agreement, number, confidence }) => (
                    <span>
                      {productName(agreement.product, language)}
                      {confidence === 'SYNTHETIC' && <span className="tag">{t('state.synthetic')}</span>}
                      <span className="quiet block">{t('institution.orderNumber', { agreement: agreement.number, order: number })}</span>
                    </span>
                  ),
                },
                {
                  key: 'on',
                  head: t('institution.orderedOn'),
                  short: true,
                  by: ({ orderedOn }) => orderedOn,
                  cell: ({ orderedOn }) => date(orderedOn, language),
                },
                { key: 'from', head: t('institution.distributor'), cell: ({ distributor }) => nameOf(distributor, language) },
                {
                  key: 'quantity',
                  head: t('enterprise.ordered'),
                  numeric: true,
                  by: ({ quantity }) => quantity,
                  cell: ({ quantity, agreement }) => `${count(quantity, language)} ${unitsName(agreement.product.countingUnit, t)}`,
                },
                {
                  key: 'supplied',
                  head: t('institution.supplied'),
                  numeric: true,
                  by: ({ suppliedQuantity }) => suppliedQuantity,
                  cell: ({ suppliedQuantity, quantity }) => (
                    <span>
                      {count(suppliedQuantity, language)}
                      <Bar part={suppliedQuantity} whole={quantity} />
                    </span>
                  ),
                },
              ]}
            />
          </>
        ) : (
          <Empty>{t('institution.noOrders')}</Empty>
        )
      }
    </Answered>
  );
}
