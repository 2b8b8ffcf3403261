import { code } from '../platform/tables/column-type.ts';
import type { Reference } from '../platform/tables/table-import.ts';

/** A GB/T 2260 code, or 660000 for the XPCC. */
export const areaCode = code({ pattern: /^[0-9]{6}$/, shown: '330100' });

/** What files refer to by code, here and in other features. */
export const toArea: Reference = { table: 'area', key: 'code', words: { en: 'area', zh: '地区' } };
export const toInstitution: Reference = { table: 'institution', words: { en: 'institution', zh: '医疗机构' } };
export const toProduct: Reference = { table: 'product', words: { en: 'product', zh: '产品' } };
export const toEnterprise: Reference = { table: 'enterprise', words: { en: 'enterprise', zh: '企业' } };
export const toPolicyDocument: Reference = { table: 'policy_document', words: { en: 'policy document', zh: '政策文件' } };

/** Chinese words for the categories of products and rounds. */
export const categoryWords = { DRUG: ['药品'], STENT: ['支架', '冠脉支架'], CONSUMABLE: ['耗材', '医用耗材'] } as const;
