import { sql } from 'kysely';
import { exportColumn as column, type TableExport } from '../platform/tables/table-export.ts';
import { areaFilter, ofProduct } from './export-filters.ts';
import { Agreement } from './agreement.entity.ts';
import { agreementSeen } from './rights.ts';

/** The agreements that a caller sees, with their parties by code. */
export const agreementExport: TableExport = {
  kind: 'agreements',
  entity: Agreement,
  visible: agreementSeen.visible,
  filters: { areaCode: areaFilter, productCode: ofProduct },
  joins: sql`join agreed_volume v on v.area_code = t.area_code and v.id = t.agreed_volume_id join product p on p.id = t.product_id
    join enterprise e on e.id = t.enterprise_id join institution i on i.id = t.institution_id
    left join enterprise d on d.id = t.distributor_id`,
  joinsAddColumnsOnly: true,
  order: sql`t.area_code, t.id`,
  columns: [
    column('Pooling area', '统筹区代码', 't.area_code'),
    column('Number', '协议编号', 't.number'),
    column('Agreement year', '协议年度', 't.agreement_year', 'number'),
    column('Institution', '医疗机构代码', 'i.code'),
    column('Name of the institution', '医疗机构名称', 'i.name'),
    column('Enterprise', '企业代码', 'e.code'),
    column('Name of the enterprise', '企业名称', 'e.name'),
    column('Distributor', '配送企业代码', 'd.code'),
    column('Product', '产品代码', 'p.code'),
    column('Name of the product', '产品名称', 'p.name'),
    column('Agreed quantity', '约定采购量', 'v.quantity', 'number'),
    column('Unit price in yuan', '单价(元)', 't.unit_price', 'number'),
    column('Price unit', '计价单位', 't.price_unit'),
    column('Signed on', '签订日期', 't.signed_on'),
    column('In force from', '生效首日', 't.in_force_from'),
    column('No longer in force from', '失效首日(不含)', 't.in_force_to'),
    column('Provenance', '数据来源', 't.provenance'),
    column('Confidence', '可信度', 't.confidence'),
  ],
};
