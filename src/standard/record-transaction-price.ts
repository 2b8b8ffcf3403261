import type { EntityManager } from '@mikro-orm/postgresql';
import { Area, Product } from '../catalogue/index.ts';
import { today } from '../kernel/local-date.ts';
import { quantityField } from '../kernel/quantity-field.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { refused, accepted, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { dateInFuture, unitPriceField } from '../procurement/index.ts';
import type { RecordTransactionPriceInput } from './convergence.input.ts';
import { TransactionPrice } from './transaction-price.entity.ts';

/** Records what a product was bought for in the caller's pooling area on a day. */
export async function recordTransactionPrice(
  context: Context,
  em: EntityManager,
  input: RecordTransactionPriceInput,
): Promise<Verdict<TransactionPrice>> {
  const { productCode, tradedOn, price, priceUnit, quantity, source } = input;
  const product = await em.findOne(Product, { code: productCode });
  const areaCode = context.caller.area ?? '';
  const area = await em.findOne(Area, { code: areaCode });
  const refusals = [
    ...(product ? [] : [unknownCode('productCode', 'product', '产品', productCode)]),
    // No field of the input: the area is the caller's.
    ...(area ? [] : [{ ...unknownCode('', 'pooling area', '统筹区', areaCode), field: null }]),
    ...textRefusals({ priceUnit, source }),
    ...unitPriceField('price', price),
    ...quantityField('quantity', quantity),
    ...dateInFuture('tradedOn', tradedOn, today(context.clock)),
  ];
  if (refusals.length > 0) return refused(refusals);
  return accepted(
    em.create(TransactionPrice, {
      ...recordedRow(context),
      area: area!,
      product: product!,
      tradedOn,
      price: UnitPrice.of(price, priceUnit).toString(),
      priceUnit,
      quantity,
      source,
    }),
  );
}
