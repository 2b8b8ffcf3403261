import { by, defineList } from '../platform/graphql/list.ts';
import { CreditRating } from './credit-rating.entity.ts';
import { EnterpriseBar } from './enterprise-bar.entity.ts';
import { ListingSuspension } from './listing-suspension.entity.ts';
import { CreditLevelEnum } from './standing.type.ts';

const latestFirst = [[{ column: 'effective_from', type: 'date' }, 'DESC']] as const;
const span = {
  effectiveFrom: by.date('effective_from', 'The first day.', '首日。'),
  effectiveTo: by.date('effective_to', 'The first day after.', '失效首日(不含)。'),
};
const enterpriseCode = by.codeOf('enterprise_id', 'enterprise', "The enterprise's business code.", '企业业务代码。');
const areaCode = by.text('area_code', 'The code of the province.', '省份代码。');

export const enterpriseBarList = defineList({
  name: 'EnterpriseBar',
  entity: EnterpriseBar,
  defaultOrder: latestFirst,
  fields: { ...span, enterpriseCode },
});

export const creditRatingList = defineList({
  name: 'CreditRating',
  entity: CreditRating,
  defaultOrder: latestFirst,
  fields: {
    ...span,
    enterpriseCode,
    areaCode,
    level: by.enum('level', CreditLevelEnum, 'CreditLevel', 'The level.', '信用评价等级。'),
  },
});

export const listingSuspensionList = defineList({
  name: 'ListingSuspension',
  entity: ListingSuspension,
  defaultOrder: latestFirst,
  fields: { ...span, areaCode, productCode: by.codeOf('product_id', 'product', "The product's business code.", '产品业务代码。') },
});
