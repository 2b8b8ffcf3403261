import { useTranslation } from 'react-i18next';
import { AcceptDeliveryDocument, type AcceptDeliveryMutation, type WaitingDeliveriesQuery } from '../../../../schema/dashboard/graphql.ts';
import { useAct } from '../../api/use-act.ts';
import { ActForm, orNull, type Typed } from '../../parts/act-form.tsx';
import { ActOutcome } from '../../parts/act-outcome.tsx';
import { Field } from '../../parts/field.tsx';
import { today } from '../../parts/format.ts';

export type Waiting = WaitingDeliveriesQuery['deliveries']['nodes'][number];
export type Accepted = NonNullable<AcceptDeliveryMutation['acceptDeliveries']['results'][number]['delivery']>;

const fields = ['acceptedOn', 'acceptedQuantity', 'rejectedQuantity', 'rejectionReason'] as const;

/** The acceptance check of one delivery: accepted and rejected together are what came. */
export function AcceptDelivery({ of, onAccepted }: { readonly of: Waiting; readonly onAccepted: (delivery: Accepted) => void }) {
  const { t } = useTranslation();
  const act = useAct(AcceptDeliveryDocument);
  const accept = async (typed: Typed) => {
    const row = {
      areaCode: of.agreement.institution.area.code,
      agreementNumber: of.agreement.number,
      orderNumber: of.order.number,
      deliveryNumber: of.number,
      acceptedOn: typed['acceptedOn']!,
      acceptedQuantity: Number(typed['acceptedQuantity']),
      rejectedQuantity: Number(typed['rejectedQuantity']),
      rejectionReason: orNull(typed['rejectionReason']),
    };
    const recorded = await act.send({ rows: [row], errorPolicy: 'REJECT_EVERYTHING' });
    for (const { delivery } of recorded?.results ?? []) if (delivery) onAccepted(delivery);
  };
  const { userErrors } = act;
  return (
    <ActForm label={t('institution.acceptForm', { number: of.number })} onSend={accept}>
      <Field name="acceptedOn" label={t('institution.acceptedOn')} userErrors={userErrors}>
        {(attributes) => <input {...attributes} type="date" required defaultValue={today()} />}
      </Field>
      <Field name="acceptedQuantity" label={t('institution.acceptedQuantity')} userErrors={userErrors}>
        {(attributes) => <input {...attributes} type="number" min="0" step="1" required defaultValue={of.quantity} />}
      </Field>
      <Field name="rejectedQuantity" label={t('institution.rejectedQuantity')} userErrors={userErrors}>
        {(attributes) => <input {...attributes} type="number" min="0" step="1" required defaultValue={0} />}
      </Field>
      <Field name="rejectionReason" label={t('institution.rejectionReason')} userErrors={userErrors}>
        {(attributes) => <input {...attributes} maxLength={500} autoComplete="off" />}
      </Field>
      <button type="submit" className="primary" disabled={act.pending}>
        {t('institution.accept')}
      </button>
      <ActOutcome of={act} fields={fields} />
    </ActForm>
  );
}
