import type { EntityManager } from '@mikro-orm/postgresql';
import { localDate, today } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';
import { quantityField } from '../kernel/quantity-field.ts';
import { count } from '../kernel/quantity.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { tellJournal } from '../platform/journal/row-changes.ts';
import { holdDeliveries, writeReturn } from '../supply/index.ts';
import { deliveryUnknown } from './delivery-unknown.ts';
import { historiesOf, holdPayables } from './hold-payables.ts';
import { nothingPayable } from './nothing-payable.ts';
import { Payable } from './payable.entity.ts';
import { goodsReturn, leastOpenFrom, returnedAmount, unpaidGoods } from './policy/index.ts';
import type { ReturnGoodsInput } from './recording.input.ts';
import { writeEntries } from './write-entries.ts';

/** Records that accepted goods went back; they are not owed any more. Goods that are paid for go back after their payment. */
export async function returnGoods(context: Context, em: EntityManager, input: ReturnGoodsInput): Promise<Verdict<Payable>> {
  const [delivery] = await holdDeliveries(em, context.caller, [input], 'HELD');
  if (!delivery) return refused([deliveryUnknown(input)]);
  const payable = (await holdPayables(em, [delivery])).get(delivery.id);
  if (!payable || delivery.acceptedQuantity === null) return refused([nothingPayable(delivery)]);
  const { quantity, returnedOn, reason } = input;
  const kept = count(delivery.acceptedQuantity - delivery.returnedQuantity);
  const history = (await historiesOf(em, [payable])).get(payable.id)!;
  const open = leastOpenFrom(Money.of(payable.amount), history.changes, localDate(returnedOn));
  const goods = { number: delivery.number, acceptedOn: payable.acceptedOn, kept, open };
  const refusals = [
    ...textRefusals({ reason }),
    ...quantityField('quantity', quantity),
    ...goodsReturn(goods, { quantity, returnedOn: localDate(returnedOn) }, today(context.clock)),
  ];
  if (refusals.length > 0) return refused(refusals);
  const price = UnitPrice.of(delivery.unitPrice, delivery.priceUnit);
  const amount = returnedAmount({ kept, returned: count(quantity), price, unitsPerPriceUnit: delivery.unitsPerPriceUnit });
  refusals.push(...unpaidGoods(goods, amount));
  if (refusals.length > 0) return refused(refusals);

  const { goodsReturn: made, changes } = await writeReturn(context, em, delivery, { quantity, returnedOn, reason });
  tellJournal(em, changes);
  // Goods worth nothing, to the cent, lower nothing.
  if (amount.compare(Money.of('0')) > 0) {
    const lowered = { payable, kind: 'RETURN', amount, occurredOn: returnedOn, reference: made.id, reason } as const;
    await writeEntries(context, em, [lowered]);
  }
  return accepted(await em.findOneOrFail(Payable, { area: payable.areaCode, id: payable.id }));
}
