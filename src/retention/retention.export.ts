import { sql } from 'kysely';
import { columnFilter } from '../platform/read/filter.ts';
import { exportColumn as column, type TableExport } from '../platform/tables/table-export.ts';
import { RetentionStatement } from './retention-statement.entity.ts';
import { retentionRoles, retentionSeen } from './rights.ts';

/** The statements of retention that a caller sees. */
export const retentionExport: TableExport = {
  kind: 'retentions',
  entity: RetentionStatement,
  roles: retentionRoles,
  visible: retentionSeen.visible,
  filters: { areaCode: { type: 'code', by: columnFilter('area_code', 'text') } },
  joins: sql`join institution i on i.id = t.institution_id join round r on r.id = t.round_id`,
  order: sql`t.agreement_year, t.area_code, t.id`,
  columns: [
    column('Pooling area', '统筹区代码', 't.area_code'),
    column('Institution', '医疗机构代码', 'i.code'),
    column('Name of the institution', '医疗机构名称', 'i.name'),
    column('Round', '批次代码', 'r.code'),
    column('Agreement year', '协议年度', 't.agreement_year', 'number'),
    column('Stated on', '编制日期', 't.stated_on'),
    column('Grade', '考核等次', 't.grade'),
    column('Budget in yuan', '预算(元)', 't.budget_amount', 'number'),
    column('Spend in yuan', '支出(元)', 't.spend_amount', 'number'),
    column('Surplus in yuan', '结余(元)', 't.surplus_amount', 'number'),
    column('Ratio in percent', '留用比例(%)', 't.ratio_percent', 'number'),
    column('Retained in yuan', '留用金额(元)', 't.retained_amount', 'number'),
    column('Provenance', '数据来源', 't.provenance'),
    column('Confidence', '可信度', 't.confidence'),
  ],
};
