import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../catalogue/index.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { unitPriceField } from '../procurement/index.ts';
import type { PublishNegotiatedStandardInput } from './convergence.input.ts';
import { NegotiatedStandard } from './negotiated-standard.entity.ts';
import { endsBeforeStart } from './put-result-in-effect.ts';
import { restateProduct } from './restate-standards.ts';

/**
 * Publishes the standard of a negotiated product for its agreement period: in every province, where no winning price
 * takes precedence (RE5). Published again for the same first day it corrects what was published before.
 */
export async function publishNegotiatedStandard(
  context: Context,
  em: EntityManager,
  input: PublishNegotiatedStandardInput,
): Promise<Verdict<NegotiatedStandard>> {
  const { productCode, amount, priceUnit, validFrom, validTo, document, talkReference = null } = input;
  const product = await em.findOne(Product, { code: productCode });
  const refusals = [
    ...(product ? [] : [unknownCode('productCode', 'product', '产品', productCode)]),
    ...unitPriceField('amount', amount),
    ...textRefusals({ priceUnit, document, talkReference }),
    ...(validTo <= validFrom ? [endsBeforeStart('validTo', validFrom, validTo)] : []),
  ];
  if (!product || refusals.length > 0) return refused(refusals);
  const published = em.create(NegotiatedStandard, {
    ...recordedRow(context),
    product,
    amount: UnitPrice.of(amount, priceUnit).toString(),
    priceUnit,
    validFrom,
    validTo,
    document,
    talkReference,
  });
  await em.flush();
  await restateProduct(em, product.id);
  return accepted(published);
}
