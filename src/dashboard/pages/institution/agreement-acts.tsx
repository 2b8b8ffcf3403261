import { useTranslation } from 'react-i18next';
import { AgreementToActOnDocument, PlaceOrderDocument, RecordSupplyComplaintDocument } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { count, date, today } from '../../parts/format.ts';
import { nameOf, productName, unitsName } from '../../parts/names.ts';
import { Recording, RecordingOfRow } from '../../parts/recording.tsx';
import { RowAct } from '../../parts/row-acts.tsx';
import { RowFacts, RowInDetail } from '../../parts/row-in-detail.tsx';
import '../enterprise/order-words.ts';
import './act-words.ts';

interface Form {
  readonly id: string;
  readonly onDone: (words: string) => void;
}

/** What an institution does under one of its agreements: it orders, and says what was not supplied. */
export function AgreementActs({ agreement: { id, number } }: { readonly agreement: { readonly id: string; readonly number: string } }) {
  const { t } = useTranslation();
  return (
    <span className="acts">
      <RowAct name={t('buying.order')} of={number} form={(onDone) => <PlaceOrder id={id} onDone={onDone} />} />
      <RowAct name={t('buying.complain')} of={number} form={(onDone) => <Complain id={id} onDone={onDone} />} />
    </span>
  );
}

function PlaceOrder({ id, onDone }: Form) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <RowInDetail document={AgreementToActOnDocument} variables={{ id }}>
      {({ number, institution, enterprise, distributor, product, agreedQuantity, inForceFrom, inForceTo }) => {
        const units = unitsName(product.countingUnit, t);
        return (
          <>
            <RowFacts
              facts={[
                [t('enterprise.product'), productName(product, language)],
                [t('enterprise.enterprise'), nameOf(enterprise, language)],
                [t('orders.distributor'), distributor ? nameOf(distributor, language) : t('enterprise.noDistributor')],
                [t('enterprise.agreed'), `${count(agreedQuantity, language)} ${units}`],
                [t('buying.inForce'), t('enterprise.fromTo', { from: date(inForceFrom, language), to: date(inForceTo, language) })],
              ]}
            />
            <RecordingOfRow
              title={t('buying.order')}
              isHeaded
              document={PlaceOrderDocument}
              given={{ areaCode: institution.area.code, agreementNumber: number }}
              asked={[
                { name: 'number', label: t('buying.orderNumber'), hint: t('buying.orderNumberHint') },
                { name: 'orderedOn', label: t('orders.orderedOn'), kind: 'date', initial: today() },
                { name: 'quantity', label: t('buying.quantity', { units }), kind: 'integer', hint: t('buying.quantityHint') },
              ]}
              onDone={({ results }) => {
                for (const { order } of results) {
                  const words = order && { number: order.number, quantity: count(order.quantity, language), units };
                  if (words) onDone(t('buying.ordered', { ...words, distributor: nameOf(order.distributor, language) }));
                }
              }}
            />
          </>
        );
      }}
    </RowInDetail>
  );
}

function Complain({ id, onDone }: Form) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <RowInDetail document={AgreementToActOnDocument} variables={{ id }}>
      {({ number, institution, enterprise, distributor, product }) => (
        <>
          <RowFacts
            facts={[
              [t('enterprise.product'), productName(product, language)],
              [t('enterprise.enterprise'), nameOf(enterprise, language)],
              [t('orders.distributor'), distributor && nameOf(distributor, language)],
            ]}
          />
          <Recording
            title={t('buying.complain')}
            isHeaded
            document={RecordSupplyComplaintDocument}
            given={{ areaCode: institution.area.code, agreementNumber: number }}
            asked={[
              { name: 'missingQuantity', label: t('buying.missing', { units: unitsName(product.countingUnit, t) }), kind: 'integer' },
              { name: 'notSuppliedSince', label: t('buying.missingSince'), kind: 'date' },
              { name: 'evidence', label: t('buying.evidence'), kind: 'long' },
            ]}
            onDone={() => onDone(t('buying.complained', { number }))}
          />
        </>
      )}
    </RowInDetail>
  );
}
