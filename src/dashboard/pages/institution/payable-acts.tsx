import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  PayableToActOnDocument,
  RecordPaymentDocument,
  ReturnGoodsDocument,
  ReversePaymentDocument,
  type PayableToActOnQuery,
} from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { amount, count, date, today } from '../../parts/format.ts';
import { nameOf, productName, unitsName } from '../../parts/names.ts';
import { Empty } from '../../parts/page-state.tsx';
import { Recording, RecordingOfRow } from '../../parts/recording.tsx';
import { RowAct } from '../../parts/row-acts.tsx';
import { RowFacts, RowInDetail, type Row } from '../../parts/row-in-detail.tsx';
import '../enterprise/order-words.ts';
import './act-words.ts';

type Payable = Row<PayableToActOnQuery['node'] & object>;

interface Form {
  readonly id: string;
  readonly onDone: (words: string) => void;
}

/** What of a payable's row says which acts it has. */
interface Shown {
  readonly id: string;
  readonly openAmount: string;
  readonly agreement: { readonly number: string };
  readonly delivery: { readonly number: string };
  readonly entries: { readonly nodes: readonly { readonly kind: string }[] };
}

/** What an institution does about one payable: it pays, sends goods back, takes a payment back. */
export function PayableActs({ payable }: { readonly payable: Shown }) {
  const { t } = useTranslation();
  const { id, openAmount, agreement, delivery, entries } = payable;
  const of = t('payments.numbers', { agreement: agreement.number, delivery: delivery.number });
  const isOpen = /[1-9]/.test(openAmount);
  return (
    <span className="acts">
      {isOpen && <RowAct name={t('buying.pay')} of={of} form={(onDone) => <Pay id={id} onDone={onDone} />} />}
      {isOpen && <RowAct name={t('buying.return')} of={of} form={(onDone) => <ReturnGoods id={id} onDone={onDone} />} />}
      {entries.nodes.some(({ kind }) => kind === 'PAYMENT') && (
        <RowAct name={t('buying.reverse')} of={of} form={(onDone) => <ReversePayment id={id} onDone={onDone} />} />
      )}
    </span>
  );
}

/** How the acts name the delivery that a payable is for. */
const namesOf = ({ institution, agreement, delivery }: Payable) => ({
  areaCode: institution.area.code,
  agreementNumber: agreement.number,
  orderNumber: delivery.order.number,
  deliveryNumber: delivery.number,
});

function OnPayable({ id, children }: { readonly id: string; readonly children: (payable: Payable) => ReactNode }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <RowInDetail document={PayableToActOnDocument} variables={{ id, asOf: today() }}>
      {(payable) => (
        <>
          <RowFacts
            facts={[
              [t('enterprise.product'), productName(payable.agreement.product, language)],
              [t('enterprise.enterprise'), nameOf(payable.enterprise, language)],
              [t('orders.distributor'), nameOf(payable.delivery.order.distributor, language)],
              [t('buying.payee'), nameOf(payable.payee, language)],
              [t('payments.dueOn'), date(payable.dueOn, language)],
              [t('payments.openYuan'), amount(payable.openAmount, language).text],
            ]}
          />
          {children(payable)}
        </>
      )}
    </RowInDetail>
  );
}

function Pay({ id, onDone }: Form) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <OnPayable id={id}>
      {(payable) => (
        <RecordingOfRow
          title={t('buying.pay')}
          isHeaded
          document={RecordPaymentDocument}
          given={namesOf(payable)}
          asked={[
            { name: 'amount', label: t('buying.amount'), kind: 'decimal', initial: payable.openAmount },
            { name: 'paidOn', label: t('buying.paidOn'), kind: 'date', initial: today() },
            { name: 'reference', label: t('buying.reference') },
          ]}
          onDone={({ results }) => {
            const isSettled = results.every((result) => result.payable?.settledOn);
            const words = { number: payable.delivery.number, payee: nameOf(payable.payee, language) };
            onDone(t(isSettled ? 'buying.settled' : 'buying.paid', words));
          }}
        />
      )}
    </OnPayable>
  );
}

function ReturnGoods({ id, onDone }: Form) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <OnPayable id={id}>
      {(payable) => {
        const { delivery, agreement } = payable;
        const units = unitsName(agreement.product.countingUnit, t);
        const kept = count((delivery.acceptedQuantity ?? 0) - delivery.returnedQuantity, language);
        return (
          <Recording
            title={t('buying.return')}
            isHeaded
            document={ReturnGoodsDocument}
            given={namesOf(payable)}
            asked={[
              { name: 'quantity', label: t('buying.returned', { units }), kind: 'integer', hint: t('buying.kept', { kept, units }) },
              { name: 'returnedOn', label: t('buying.returnedOn'), kind: 'date', initial: today() },
              { name: 'reason', label: t('buying.reason'), kind: 'long' },
            ]}
            onDone={() => onDone(t('buying.wentBack', { number: delivery.number }))}
          />
        );
      }}
    </OnPayable>
  );
}

function ReversePayment({ id, onDone }: Form) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <OnPayable id={id}>
      {(payable) => {
        const { nodes } = payable.entries;
        const isReversed = (reference: string) => nodes.some((each) => each.kind === 'REVERSAL' && each.reference === reference);
        const standing = nodes.filter(({ kind, reference }) => kind === 'PAYMENT' && !isReversed(reference));
        if (standing.length === 0) return <Empty>{t('buying.nothingToReverse')}</Empty>;
        return (
          <Recording
            title={t('buying.reverse')}
            isHeaded
            document={ReversePaymentDocument}
            given={namesOf(payable)}
            asked={[
              {
                name: 'paymentReference',
                label: t('buying.payment'),
                choices: standing.map(({ reference, occurredOn, ...paid }) => ({
                  value: reference,
                  name: `${date(occurredOn, language)} · ${amount(paid.amount, language).text} ${t('unit.yuan')} · ${reference}`,
                })),
              },
              { name: 'reversedOn', label: t('buying.reversedOn'), kind: 'date', initial: today() },
              { name: 'reason', label: t('buying.reason'), kind: 'long' },
            ]}
            onDone={() => onDone(t('buying.reversed', { number: payable.delivery.number }))}
          />
        );
      }}
    </OnPayable>
  );
}
