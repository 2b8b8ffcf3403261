import { sql } from 'kysely';
import { columnFilter } from '../platform/read/filter.ts';
import { exportColumn as column, type TableExport } from '../platform/tables/table-export.ts';
import { prepaymentRoles, prepaymentSeen } from './prepayment-rights.ts';
import { Prepayment } from './prepayment.entity.ts';
import { prepaymentsAsOf } from './prepayments-as-of.ts';

const yuan = (title: string, titleZh: string, of: string) =>
  ({ title, titleZh, type: 'number', sql: sql`${sql.ref(of)}::numeric(38, 2)` }) as const;

/** The prepayments that a caller sees, as they stood at the end of a day, those that are missing whole among them. */
export const prepaymentExport: TableExport = {
  kind: 'prepayments',
  entity: Prepayment,
  asOf: prepaymentsAsOf,
  roles: prepaymentRoles,
  visible: prepaymentSeen.visible,
  filters: { areaCode: { type: 'code', by: columnFilter('area_code', 'text') } },
  joins: sql`join institution i on i.id = t.institution_id`,
  order: sql`t.agreement_year, t.area_code, t.institution_id`,
  columns: [
    column('Pooling area', '统筹区代码', 't.area_code'),
    column('Institution', '医疗机构代码', 'i.code'),
    column('Name of the institution', '医疗机构名称', 'i.name'),
    column('Agreement year', '协议年度', 't.agreement_year', 'number'),
    yuan('Annual agreed amount in yuan', '年度约定采购金额(元)', 't.agreed'),
    { title: 'Ratio in percent', titleZh: '预付比例下限(%)', type: 'number', sql: sql`t.percent::numeric(5, 2)` },
    yuan('Minimum in yuan', '应预付下限(元)', 't.required'),
    yuan('Prepaid in yuan', '累计预付金额(元)', 't.paid'),
    yuan('Missing in yuan', '与下限的差额(元)', 't.missing'),
    yuan('Offset in yuan', '累计冲抵金额(元)', 't.offset_amount'),
    yuan('Returned in yuan', '退回基金金额(元)', 't.returned'),
    yuan('Carried over in yuan', '结转下一协议年度金额(元)', 't.carried'),
    yuan('Balance in yuan', '余额(元)', 't.balance'),
    column('Status', '状态', 't.status'),
  ],
};
