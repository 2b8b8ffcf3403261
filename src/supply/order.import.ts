import type { ActImport } from '../platform/tables/act-import.ts';
import { code, date, wholeNumber } from '../platform/tables/column-type.ts';
import { placeOrders } from './place-orders.ts';
import type { OrderToPlaceInput } from './recording.input.ts';
import { agreementColumns, namedAgreement, orderAliases } from './references.import.ts';

/** Files of orders (订单). */
export const orderImport: ActImport<OrderToPlaceInput> = {
  kind: 'orders',
  title: { en: 'orders', zh: '订单' },
  table: 'purchase_order',
  columns: [
    ...agreementColumns,
    { name: 'number', aliases: [...orderAliases, 'order_number'], type: code(), required: true },
    { name: 'ordered_on', aliases: ['下单日期', '订单日期'], type: date(), required: true },
    { name: 'quantity', aliases: ['订购数量', '订单数量', '数量'], type: wholeNumber(), required: true },
  ],
  useCase: placeOrders,
  key: ['number', 'area_code', 'agreement_number'],
  names: namedAgreement,
  onRecord: 'join purchase_order o on o.area_code = a.area_code and o.agreement_id = a.id and o.number = line.number',
  compared: { ordered_on: 'o.ordered_on', quantity: 'o.quantity' },
  holds: ['order by a.area_code, a.id for share of a'],
};
