import type { ActImport } from '../platform/tables/act-import.ts';
import { date, text, wholeNumber } from '../platform/tables/column-type.ts';
import { deliveryColumns, namedDelivery } from '../supply/index.ts';
import { acceptDeliveries } from './accept-deliveries.ts';
import type { DeliveryAcceptanceInput } from './recording.input.ts';

/** Files of acceptance checks (验收) of deliveries on record; of a delivery there is one. */
export const acceptanceImport: ActImport<DeliveryAcceptanceInput> = {
  kind: 'acceptances',
  title: { en: 'acceptance checks', zh: '验收' },
  table: 'delivery',
  columns: [
    ...deliveryColumns,
    { name: 'accepted_on', aliases: ['验收日期'], type: date(), required: true },
    { name: 'accepted_quantity', aliases: ['验收合格数量', '合格数量'], type: wholeNumber({ least: '0' }), required: true },
    { name: 'rejected_quantity', aliases: ['拒收数量'], type: wholeNumber({ least: '0' }), required: true },
    { name: 'rejection_reason', aliases: ['拒收原因'], type: text(2000) },
  ],
  useCase: acceptDeliveries,
  key: ['delivery_number', 'area_code', 'agreement_number', 'order_number'],
  names: namedDelivery,
  onRecord: 'and d.accepted_on is not null',
  compared: {
    accepted_on: 'd.accepted_on',
    accepted_quantity: 'd.accepted_quantity',
    rejected_quantity: 'd.rejected_quantity',
    rejection_reason: 'd.rejection_reason',
  },
  holds: ['order by o.area_code, o.id for no key update of o', 'order by d.area_code, d.id for no key update of d'],
};
