import { AreaType, ProductType } from '../catalogue/index.ts';
import { always } from '../platform/graphql/describe.ts';
import { one, pages, pointers, queries, reads } from '../platform/graphql/reads.ts';
import { RoundType } from '../procurement/index.ts';
import { FundRatio } from './fund-ratio.entity.ts';
import { FundRatioConnection, FundRatioType } from './fund-ratio.type.ts';
import { fundRatioList, paymentStandardList, roundImplementationList } from './lists.ts';
import { PaymentStandard } from './payment-standard.entity.ts';
import { RoundImplementation } from './round-implementation.entity.ts';
import {
  PaymentStandardPeriodConnection,
  PaymentStandardPeriodType,
  PaymentStandardType,
  RoundImplementationConnection,
  RoundImplementationType,
} from './standard.type.ts';

/** What is asked of payment standards by lists. */
export const StandardQueries = queries({
  paymentStandardPeriods: pages(
    () => PaymentStandardPeriodConnection,
    paymentStandardList,
    always(
      'Payment standards with their days, what the record said before included, the earliest first.',
      '支付标准及其适用日期,含已被取代的记载,按首日先后。',
    ),
  ),
  roundImplementations: pages(
    () => RoundImplementationConnection,
    roundImplementationList,
    always('From when on areas use the results of rounds, the earliest first.', '各地区执行中选结果的日期,按首日先后。'),
  ),
  fundRatios: pages(
    () => FundRatioConnection,
    fundRatioList,
    always('By which ratios the fund pays, the earliest first.', '基金支付比例,按首日先后。'),
  ),
});

const product = one(() => ProductType, 'product', always('The product.', '产品。'));
const area = one(() => AreaType, 'area', always('The area that says so.', '作出规定的地区。'));

pointers(PaymentStandardType, {
  product: one(() => ProductType, 'productId', always('The product.', '产品。')),
  area: one(() => AreaType, 'areaCode', always('The area that was asked for.', '所查询的地区。')),
});

const prescribing = one(() => AreaType, 'area', always('The area that prescribes it.', '作出规定的地区。'));

/** What the fields of these types mean, beside the columns of their names. */
export const standardReads = [
  reads(FundRatioType, 'FundRatio', FundRatio, { area: prescribing }, { key: ['area', 'id'] }),
  reads(PaymentStandardPeriodType, 'PaymentStandardPeriod', PaymentStandard, { product, area }, { key: ['area', 'id'] }),
  reads(
    RoundImplementationType,
    'RoundImplementation',
    RoundImplementation,
    { area, round: one(() => RoundType, 'round', always('The round.', '批次。')) },
    { key: ['area', 'id'] },
  ),
];
