import { by, defineList } from '../platform/graphql/list.ts';
import { Area } from './area.entity.ts';
import { AreaKindEnum } from './area.type.ts';
import { Enterprise } from './enterprise.entity.ts';
import { EnterpriseKindEnum } from './enterprise.type.ts';
import { Institution } from './institution.entity.ts';
import { InstitutionLevelEnum } from './institution.type.ts';
import { PolicyDocument } from './policy-document.entity.ts';
import { Product } from './product.entity.ts';
import { ProductCategoryEnum } from './product.type.ts';

const code = { column: 'code', type: 'text' } as const;

export const areaList = defineList({
  name: 'Area',
  entity: Area,
  tieBreaker: code,
  defaultOrder: [],
  fields: {
    code: by.text('code', 'The six-digit code.', '行政区划代码。'),
    parentCode: by.text('parent_code', 'The code of the area above; null for a province.', '上级地区代码,省级为空。'),
    kind: by.enum('kind', AreaKindEnum, 'AreaKind', 'The kind of area.', '地区类别。'),
    name: by.text('name', 'The name in Chinese.', '中文名称。'),
  },
});

export const enterpriseList = defineList({
  name: 'Enterprise',
  entity: Enterprise,
  tieBreaker: code,
  defaultOrder: [[code, 'ASC']],
  fields: {
    code: by.text('code', 'The business code.', '业务代码。'),
    kind: by.enum('kind', EnterpriseKindEnum, 'EnterpriseKind', 'Holder or distributor.', '企业角色。'),
    name: by.text('name', 'The name in Chinese.', '中文名称。'),
    nameEn: by.text('name_en', 'The name in English.', '英文名称。'),
  },
});

export const institutionList = defineList({
  name: 'Institution',
  entity: Institution,
  tieBreaker: code,
  defaultOrder: [[code, 'ASC']],
  fields: {
    code: by.text('code', 'The business code.', '业务代码。'),
    areaCode: by.text('area_code', 'The code of its pooling area.', '所属统筹区代码。'),
    level: by.enum('level', InstitutionLevelEnum, 'InstitutionLevel', 'The level.', '机构等级。'),
    name: by.text('name', 'The name in Chinese.', '中文名称。'),
  },
});

export const productList = defineList({
  name: 'Product',
  entity: Product,
  tieBreaker: code,
  defaultOrder: [[code, 'ASC']],
  fields: {
    code: by.text('code', 'The business code.', '业务代码。'),
    category: by.enum('category', ProductCategoryEnum, 'ProductCategory', 'Drug or stent.', '产品类别。'),
    genericName: by.text('generic_name', 'The generic name.', '通用名。'),
    genericNameEn: by.text('generic_name_en', 'The generic name in English.', '通用名(英文)。'),
    name: by.text('name', 'The name of the product.', '产品名称。'),
    brand: by.text('brand', 'The brand.', '商品名。'),
    enterpriseCode: by.codeOf('holder_id', 'enterprise', "The holder's business code.", '持有人业务代码。'),
  },
});

export const policyDocumentList = defineList({
  name: 'PolicyDocument',
  entity: PolicyDocument,
  tieBreaker: code,
  defaultOrder: [[{ column: 'date_as_printed', type: 'text' }, 'ASC']],
  fields: {
    code: by.text('code', 'The business code.', '业务代码。'),
    number: by.text('number', 'The official number.', '文号。'),
    title: by.text('title', 'The title.', '标题。'),
    dateAsPrinted: by.text('date_as_printed', 'The printed date.', '所印日期。'),
  },
});
