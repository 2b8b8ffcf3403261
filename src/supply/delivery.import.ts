import type { ActImport } from '../platform/tables/act-import.ts';
import { code, date, wholeNumber } from '../platform/tables/column-type.ts';
import { recordDeliveries } from './record-deliveries.ts';
import type { DeliveryToRecordInput } from './recording.input.ts';
import { agreementColumns, deliveryAliases, namedOrder, orderAliases } from './references.import.ts';

/** Files of deliveries (到货) of orders on record. */
export const deliveryImport: ActImport<DeliveryToRecordInput> = {
  kind: 'deliveries',
  title: { en: 'deliveries', zh: '到货' },
  table: 'delivery',
  columns: [
    ...agreementColumns,
    { name: 'order_number', aliases: orderAliases, type: code(), required: true },
    { name: 'number', aliases: [...deliveryAliases, 'delivery_number'], type: code(), required: true },
    { name: 'delivered_on', aliases: ['到货日期'], type: date(), required: true },
    { name: 'quantity', aliases: ['到货数量', '数量'], type: wholeNumber(), required: true },
  ],
  useCase: recordDeliveries,
  key: ['number', 'area_code', 'agreement_number', 'order_number'],
  names: namedOrder,
  onRecord: 'join delivery d on d.area_code = o.area_code and d.order_id = o.id and d.number = line.number',
  compared: { delivered_on: 'd.delivered_on', quantity: 'd.quantity' },
  holds: ['order by o.area_code, o.id for no key update of o'],
};
