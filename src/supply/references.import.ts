import { code } from '../platform/tables/column-type.ts';
import type { ColumnImport } from '../platform/tables/table-import.ts';

/** How rows of files name an agreement, an order under it and a delivery of that, each by its number. */
export const agreementColumns: readonly ColumnImport[] = [
  { name: 'area_code', aliases: ['统筹区代码', '地区代码'], type: code(), required: true },
  { name: 'agreement_number', aliases: ['协议编号', '购销协议编号'], type: code(), required: true },
];
export const orderAliases = ['订单编号', '订单号'];
export const deliveryAliases = ['到货单编号', '到货单号'];

/** The columns by which a file about deliveries on record names them. */
export const deliveryColumns: readonly ColumnImport[] = [
  ...agreementColumns,
  { name: 'order_number', aliases: orderAliases, type: code(), required: true },
  { name: 'delivery_number', aliases: deliveryAliases, type: code(), required: true },
];

/** Joins from a staged row to what its numbers name. */
export const namedAgreement = 'join agreement a on a.area_code = line.area_code and a.number = line.agreement_number';
export const namedOrder = `${namedAgreement}
  join purchase_order o on o.area_code = a.area_code and o.agreement_id = a.id and o.number = line.order_number`;
export const namedDelivery = `${namedOrder}
  join delivery d on d.area_code = o.area_code and d.order_id = o.id and d.number = line.delivery_number`;
