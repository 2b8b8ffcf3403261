import { AreaType, ProductType } from '../catalogue/index.ts';
import { ProposalType } from '../platform/approval/proposal.type.ts';
import { proposalSeen } from '../platform/approval/rights.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { one, pages, pointers, queries, reads } from '../platform/graphql/reads.ts';
import { RoundType } from '../procurement/index.ts';
import { negotiatedStandardList, transactionPriceList } from './convergence.lists.ts';
import {
  ConvergenceScheduleType,
  NegotiatedStandardConnection,
  NegotiatedStandardType,
  TransactionPriceConnection,
  TransactionPriceType,
} from './convergence.type.ts';
import { NegotiatedStandard } from './negotiated-standard.entity.ts';
import { TransactionPrice } from './transaction-price.entity.ts';

/** What is asked by lists of what localities and negotiations set. */
export const ConvergenceQueries = queries({
  transactionPrices: pages(
    () => TransactionPriceConnection,
    transactionPriceList,
    always('What products were bought for in pooling areas, the latest first.', '各统筹区实际成交价,最近的在前。'),
  ),
  negotiatedStandards: pages(
    () => NegotiatedStandardConnection,
    negotiatedStandardList,
    always('National standards of negotiated products, the latest first.', '谈判药品全国支付标准,最近的在前。'),
  ),
});

const product = one(() => ProductType, 'product', always('The product.', '产品。'));

pointers(ConvergenceScheduleType, {
  product: one(() => ProductType, 'productId', always('The product.', '产品。')),
  area: one(() => AreaType, 'areaCode', always('The pooling area, or the province, that set it.', '作出规定的统筹区或省份。')),
  round: one(() => RoundType, 'roundId', always('The round whose prices it goes by.', '所依据的批次。')),
  approval: one(() => ProposalType, 'approvalId', maybe('The approved proposal.', '已批准的提案。'), proposalSeen.visible),
});

/** What the fields of these types mean, beside the columns of their names. */
export const convergenceReads = [
  reads(
    TransactionPriceType,
    'TransactionPrice',
    TransactionPrice,
    { product, area: one(() => AreaType, 'area', always('The pooling area.', '统筹区。')) },
    { key: ['area', 'id'] },
  ),
  reads(NegotiatedStandardType, 'NegotiatedStandard', NegotiatedStandard, { product }, {}),
];
