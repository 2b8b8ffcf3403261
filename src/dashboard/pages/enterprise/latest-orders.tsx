import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LatestOrdersDocument, type LatestOrdersQuery } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { Bar } from '../../parts/bar.tsx';
import { actsColumn, SortableTable } from '../../parts/sortable-table.tsx';
import { count, date } from '../../parts/format.ts';
import { nameOf, productName, unitsName } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import './order-words.ts';
import './words.ts';

type Order = LatestOrdersQuery['orders']['nodes'][number];

const shownAtOnce = 10;

/** The latest orders, how much of each has come, and what may be done about one; an enterprise sees whose they are. */
export function LatestOrders({
  isOfMany = false,
  acts,
}: {
  readonly isOfMany?: boolean;
  readonly acts?: ((order: Order) => ReactNode) | undefined;
}) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const answer = useAnswer(LatestOrdersDocument, { first: shownAtOnce });
  return (
    <Answered of={answer}>
      {({ orders }) =>
        orders.nodes.length > 0 ? (
          <>
            <p className="quiet">{t('orders.latest', { count: orders.totalCount, shown: orders.nodes.length })}</p>
            <SortableTable
              caption={t('orders.caption')}
              rows={orders.nodes}
              rowKey={({ id }) => id}
              columns={[
                ...(isOfMany
                  ? [{ key: 'institution', head: t('orders.institution'), cell: ({ agreement }: Order) => agreement.institution.name }]
                  : []),
                {
                  key: 'product',
                  head: t('enterprise.product'),
                  cell: ({ agreement, number, confidence }) => (
                    <span>
                      {productName(agreement.product, language)}
                      {confidence === 'SYNTHETIC' && <span className="tag">{t('state.synthetic')}</span>}
                      <span className="quiet block">{t('orders.numbers', { agreement: agreement.number, order: number })}</span>
                    </span>
                  ),
                },
                {
                  key: 'on',
                  head: t('orders.orderedOn'),
                  short: true,
                  by: ({ orderedOn }) => orderedOn,
                  cell: ({ orderedOn }) => date(orderedOn, language),
                },
                { key: 'from', head: t('orders.distributor'), cell: ({ distributor }) => nameOf(distributor, language) },
                {
                  key: 'quantity',
                  head: t('enterprise.ordered'),
                  numeric: true,
                  by: ({ quantity }) => quantity,
                  cell: ({ quantity, agreement }) => `${count(quantity, language)} ${unitsName(agreement.product.countingUnit, t)}`,
                },
                {
                  key: 'supplied',
                  head: t('orders.supplied'),
                  numeric: true,
                  by: ({ suppliedQuantity }) => suppliedQuantity,
                  cell: ({ suppliedQuantity, quantity }) => (
                    <span>
                      {count(suppliedQuantity, language)}
                      <Bar part={suppliedQuantity} whole={quantity} />
                    </span>
                  ),
                },
                ...actsColumn(acts, t),
              ]}
            />
          </>
        ) : (
          <Empty>{t('orders.nothing')}</Empty>
        )
      }
    </Answered>
  );
}
