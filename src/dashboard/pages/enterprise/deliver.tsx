import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OrdersToDeliverDocument, OrderToDeliverDocument, RecordDeliveryDocument } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { count, date, today } from '../../parts/format.ts';
import { nameOf, productName, unitsName } from '../../parts/names.ts';
import { Empty } from '../../parts/page-state.tsx';
import { RecordingOfRow, type Asked } from '../../parts/recording.tsx';
import { RowAct } from '../../parts/row-acts.tsx';
import { RowFacts, RowInDetail } from '../../parts/row-in-detail.tsx';
import './act-words.ts';
import './order-words.ts';

interface Form {
  readonly id: string;
  readonly onDone: (words: string) => void;
}

interface ShownOrder {
  readonly id: string;
  readonly number: string;
  readonly quantity: number;
  readonly suppliedQuantity: number;
  readonly agreement: { readonly number: string };
}

/** What an enterprise does about an order of which something is still to come: it records what came. */
export function DeliverAct({ order: { id, number, quantity, suppliedQuantity, agreement } }: { readonly order: ShownOrder }) {
  const { t } = useTranslation();
  if (suppliedQuantity >= quantity) return null;
  const of = t('orders.numbers', { agreement: agreement.number, order: number });
  return <RowAct name={t('supplying.deliver')} of={of} form={(onDone) => <DeliverOrder id={id} onDone={onDone} />} />;
}

/** The same from the row of an agreement: one of its orders is chosen first. */
export function DeliverUnderAct({ agreement: { id, number } }: { readonly agreement: { readonly id: string; readonly number: string } }) {
  const { t } = useTranslation();
  return <RowAct name={t('supplying.deliver')} of={number} form={(onDone) => <DeliverUnder id={id} onDone={onDone} />} />;
}

function DeliverOrder({ id, onDone }: Form) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <RowInDetail document={OrderToDeliverDocument} variables={{ id }}>
      {({ number, orderedOn, quantity, suppliedQuantity, distributor, agreement }) => {
        const units = unitsName(agreement.product.countingUnit, t);
        return (
          <Delivery
            agreement={agreement}
            facts={[
              [t('orders.distributor'), nameOf(distributor, language)],
              [t('orders.orderedOn'), date(orderedOn, language)],
              [t('enterprise.ordered'), `${count(quantity, language)} ${units}`],
              [t('orders.supplied'), `${count(suppliedQuantity, language)} ${units}`],
            ]}
            order={number}
            left={quantity - suppliedQuantity}
            onDone={onDone}
          />
        );
      }}
    </RowInDetail>
  );
}

function DeliverUnder({ id, onDone }: Form) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <RowInDetail document={OrdersToDeliverDocument} variables={{ id }}>
      {(agreement) => {
        const waiting = agreement.orders.nodes.filter(({ quantity, suppliedQuantity }) => suppliedQuantity < quantity);
        if (waiting.length === 0) return <Empty>{t('supplying.nothingWaits')}</Empty>;
        const choices = waiting.map(({ number, orderedOn, quantity, suppliedQuantity }) => {
          const figures = { supplied: count(suppliedQuantity, language), ordered: count(quantity, language) };
          return { value: number, name: t('supplying.orderWaits', { number, date: date(orderedOn, language), ...figures }) };
        });
        return <Delivery agreement={agreement} order={{ name: 'orderNumber', label: t('supplying.order'), choices }} onDone={onDone} />;
      }}
    </RowInDetail>
  );
}

interface Supplied {
  readonly number: string;
  readonly institution: { readonly name: string; readonly area: { readonly code: string } };
  readonly product: Parameters<typeof productName>[0] & { readonly countingUnit: string };
}

/** What came of an order, which is known or asked for. */
function Delivery(props: {
  readonly agreement: Supplied;
  readonly facts?: readonly (readonly [name: string, value: ReactNode])[];
  readonly order: string | Asked;
  readonly left?: number;
  readonly onDone: (words: string) => void;
}) {
  const { agreement, facts = [], order, left, onDone } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const units = unitsName(agreement.product.countingUnit, t);
  return (
    <>
      <RowFacts
        facts={[
          [t('enterprise.institution'), agreement.institution.name],
          [t('enterprise.product'), productName(agreement.product, language)],
          ...facts,
        ]}
      />
      <RecordingOfRow
        title={t('supplying.deliver')}
        isHeaded
        document={RecordDeliveryDocument}
        given={{
          areaCode: agreement.institution.area.code,
          agreementNumber: agreement.number,
          ...(typeof order === 'string' && { orderNumber: order }),
        }}
        asked={[
          ...(typeof order === 'string' ? [] : [order]),
          { name: 'number', label: t('supplying.deliveryNumber'), hint: t('supplying.deliveryNumberHint') },
          { name: 'deliveredOn', label: t('supplying.deliveredOn'), kind: 'date', initial: today() },
          {
            name: 'quantity',
            label: t('supplying.quantity', { units }),
            kind: 'integer',
            ...(left !== undefined && { initial: String(left) }),
          },
        ]}
        onDone={({ results }) => {
          for (const { delivery } of results) {
            if (!delivery) continue;
            onDone(t('supplying.delivered', { number: delivery.number, quantity: `${count(delivery.quantity, language)} ${units}` }));
          }
        }}
      />
    </>
  );
}
