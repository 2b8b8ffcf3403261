import { by, defineList } from '../platform/graphql/list.ts';
import { NegotiatedStandard } from './negotiated-standard.entity.ts';
import { standardSeen } from './rights.ts';
import { TransactionPrice } from './transaction-price.entity.ts';

const productCode = by.codeOf('product_id', 'product', "The product's business code.", '产品业务代码。');

export const transactionPriceList = defineList({
  name: 'TransactionPrice',
  entity: TransactionPrice,
  visible: standardSeen.visible,
  defaultOrder: [[{ column: 'traded_on', type: 'date' }, 'DESC']],
  fields: {
    areaCode: by.text('area_code', 'The code of the area.', '地区代码。'),
    productCode,
    tradedOn: by.date('traded_on', 'The day of the purchase.', '成交日期。'),
  },
});

export const negotiatedStandardList = defineList({
  name: 'NegotiatedStandard',
  entity: NegotiatedStandard,
  visible: standardSeen.visible,
  defaultOrder: [[{ column: 'valid_from', type: 'date' }, 'DESC']],
  fields: {
    productCode,
    validFrom: by.date('valid_from', 'The first day of the agreement.', '协议首日。'),
    validTo: by.date('valid_to', 'The first day after the agreement.', '协议期满后的首日。'),
  },
});
