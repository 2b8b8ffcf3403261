import { sql } from 'kysely';
import { exportColumn as column, type TableExport } from '../platform/tables/table-export.ts';
import { Delivery } from './delivery.entity.ts';
import { areaFilter, monthOf, ofAgreedProduct } from './export-filters.ts';
import { PurchaseOrder } from './purchase-order.entity.ts';
import { movementSeen } from './rights.ts';

/** The agreement of the row, its parties and its product. */
const agreed = sql`join agreement a on a.area_code = t.area_code and a.id = t.agreement_id join product p on p.id = a.product_id
  join institution i on i.id = a.institution_id join enterprise e on e.id = a.enterprise_id`;
const agreedColumns = [
  column('Pooling area', '统筹区代码', 't.area_code'),
  column('Agreement', '协议编号', 'a.number'),
  column('Product', '产品代码', 'p.code'),
  column('Name of the product', '产品名称', 'p.name'),
  column('Institution', '医疗机构代码', 'i.code'),
  column('Name of the institution', '医疗机构名称', 'i.name'),
  column('Enterprise', '企业代码', 'e.code'),
  column('Name of the enterprise', '企业名称', 'e.name'),
  column('Distributor', '配送企业代码', 'd.code'),
  column('Name of the distributor', '配送企业名称', 'd.name'),
];
const origin = [column('Provenance', '数据来源', 't.provenance'), column('Confidence', '可信度', 't.confidence')];

/** The orders that a caller sees. */
export const orderExport: TableExport = {
  kind: 'orders',
  entity: PurchaseOrder,
  visible: movementSeen.visible,
  filters: { areaCode: areaFilter, productCode: ofAgreedProduct, orderedMonth: monthOf('ordered_on') },
  joins: sql`${agreed} join enterprise d on d.id = t.distributor_id`,
  joinsAddColumnsOnly: true,
  order: sql`t.area_code, t.id`,
  columns: [
    ...agreedColumns,
    column('Order', '订单编号', 't.number'),
    column('Ordered on', '下单日期', 't.ordered_on'),
    column('Ordered quantity', '订购数量', 't.quantity', 'number'),
    column('Supplied quantity', '已到货且未被拒收的数量', 't.supplied_quantity', 'number'),
    ...origin,
  ],
};

/** The deliveries that a caller sees, with their acceptance. */
export const deliveryExport: TableExport = {
  kind: 'deliveries',
  entity: Delivery,
  visible: movementSeen.visible,
  filters: { areaCode: areaFilter, productCode: ofAgreedProduct, deliveredMonth: monthOf('delivered_on') },
  joins: sql`${agreed} join purchase_order o on o.area_code = t.area_code and o.id = t.order_id
    join enterprise d on d.id = o.distributor_id`,
  joinsAddColumnsOnly: true,
  order: sql`t.area_code, t.id`,
  columns: [
    ...agreedColumns,
    column('Order', '订单编号', 'o.number'),
    column('Delivery', '到货单编号', 't.number'),
    column('Delivered on', '到货日期', 't.delivered_on'),
    column('Delivered quantity', '到货数量', 't.quantity', 'number'),
    column('Accepted on', '验收日期', 't.accepted_on'),
    column('Accepted quantity', '验收合格数量', 't.accepted_quantity', 'number'),
    column('Rejected quantity', '拒收数量', 't.rejected_quantity', 'number'),
    column('Reason of the rejection', '拒收原因', 't.rejection_reason'),
    column('Returned quantity', '已退货数量', 't.returned_quantity', 'number'),
    ...origin,
  ],
};
