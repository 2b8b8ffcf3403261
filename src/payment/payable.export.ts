import { sql } from 'kysely';
import { exportColumn as column, type TableExport } from '../platform/tables/table-export.ts';
import { payableFilter } from './due.ts';
import { Payable } from './payable.entity.ts';
import { payablesAsOf } from './payables-as-of.ts';
import { payableSeen } from './rights.ts';

/** The payables that a caller sees, as they stood at the end of a day; those accepted later are not in it. */
export const payableExport: TableExport = {
  kind: 'payables',
  entity: Payable,
  asOf: payablesAsOf,
  visible: payableSeen.visible,
  filters: {
    dueMonth: { type: 'month', by: payableFilter.dueOn },
    areaCode: { type: 'code', by: payableFilter.areaCode },
    productCode: { type: 'code', by: payableFilter.productCode },
    institutionCode: { type: 'code', by: payableFilter.institutionCode },
  },
  joins: sql`join agreement a on a.area_code = t.area_code and a.id = t.agreement_id
    join delivery d on d.area_code = t.area_code and d.id = t.id
    join purchase_order o on o.area_code = t.area_code and o.id = d.order_id join product p on p.id = a.product_id
    join institution i on i.id = t.institution_id join enterprise e on e.id = t.enterprise_id join enterprise y on y.id = t.payee_id`,
  order: sql`t.due_on, t.area_code, t.id`,
  columns: [
    column('Pooling area', '统筹区代码', 't.area_code'),
    column('Agreement', '协议编号', 'a.number'),
    column('Product', '产品代码', 'p.code'),
    column('Name of the product', '产品名称', 'p.name'),
    column('Institution', '医疗机构代码', 'i.code'),
    column('Name of the institution', '医疗机构名称', 'i.name'),
    column('Enterprise', '企业代码', 'e.code'),
    column('Name of the enterprise', '企业名称', 'e.name'),
    column('Payee', '收款方代码', 'y.code'),
    column('Order', '订单编号', 'o.number'),
    column('Delivery', '到货单编号', 'd.number'),
    column('Accepted on', '验收日期', 't.accepted_on'),
    column('Amount in yuan', '应付金额(元)', 't.amount', 'number'),
    column('Due on', '最迟付款日', 't.due_on'),
    column('Paid in yuan', '已付金额(元)', 't.paid', 'number'),
    column('Open in yuan', '未付金额(元)', 't.open_then', 'number'),
    column('Settled on', '付清日期', 't.settled_then'),
    column('Status', '状态', 't.status'),
    column('Days overdue', '逾期天数', 't.overdue_days', 'number'),
    column('Overdue in yuan', '逾期未付金额(元)', 't.overdue_amount', 'number'),
    column('Provenance', '数据来源', 't.provenance'),
    column('Confidence', '可信度', 't.confidence'),
  ],
};
