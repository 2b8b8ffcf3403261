import type { EntityManager } from '@mikro-orm/postgresql';
import { Money } from '../kernel/money.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { holdPrepayment, move, newPrepayment, nothingPrepaid, prepaidWith } from './hold-prepayment.ts';
import { onePrepayment, prepaymentMinimum, prepaymentRatio } from './policy/index.ts';
import { prepaidAmountField } from './prepayment-inputs.ts';
import { PrepaymentMovement } from './prepayment-movement.entity.ts';
import type { RecordPrepaymentInput, TopUpPrepaymentInput } from './prepayment.input.ts';

/**
 * Records what the fund of the caller's pooling area prepays an institution for an agreement year: once, and with what
 * was carried in at least the minimum of the day (S1-11, S1-12).
 */
export async function recordPrepayment(
  context: Context,
  em: EntityManager,
  input: RecordPrepaymentInput,
): Promise<Verdict<PrepaymentMovement>> {
  const malformed = prepaidAmountField(input.amount);
  const found = await holdPrepayment(context, em, namedBy(input), 'PREPAID');
  if (!found.ok) return refused([...malformed, ...found.refusals]);
  const { institution, on, year } = found.value;
  const first = found.value.prepayment && (await firstPrepaid(em, found.value.prepayment));
  const ratio = prepaymentRatio(on, year.ownRatio);
  const refusals = [...malformed, ...onePrepayment(first), ...(ratio.ok ? [] : ratio.refusals)];
  if (!ratio.ok || malformed.length > 0) return refused(refusals);
  const amount = Money.of(input.amount);
  const added = prepaidWith(found.value.prepayment, amount, 'amount');
  if (!added.ok) return refused([...refusals, ...added.refusals]);
  const judged = prepaymentMinimum({ agreed: year.agreed, ratio: ratio.value, prepaid: added.value });
  // A second prepayment is refused as such, whatever it would add up to.
  if (first === null && !judged.ok) refusals.push(...judged.refusals);
  if (refusals.length > 0) return refused(refusals);

  const prepayment = found.value.prepayment ?? newPrepayment(context, em, institution, input.agreementYear);
  const moved = { kind: 'PREPAID', amount, on, reference: input.reference, agreed: year.agreed, ratio: ratio.value } as const;
  return accepted(await move(context, em, prepayment, moved));
}

/** Records what the fund prepays in addition to a prepayment, of any size: what is agreed may have grown. */
export async function topUpPrepayment(
  context: Context,
  em: EntityManager,
  input: TopUpPrepaymentInput,
): Promise<Verdict<PrepaymentMovement>> {
  const malformed = prepaidAmountField(input.amount);
  const found = await holdPrepayment(context, em, namedBy(input), 'TOP_UP');
  if (!found.ok) return refused([...malformed, ...found.refusals]);
  const { prepayment, on, year } = found.value;
  const ratio = prepaymentRatio(on, year.ownRatio);
  const refusals = [...malformed, ...(ratio.ok ? [] : ratio.refusals)];
  if (!prepayment) refusals.push(nothingPrepaid(namedBy(input)));
  if (!prepayment || !ratio.ok || malformed.length > 0) return refused(refusals);
  const amount = Money.of(input.amount);
  const added = prepaidWith(prepayment, amount, 'amount');
  if (!added.ok) return refused(added.refusals);
  const moved = { kind: 'TOP_UP', amount, on, reference: input.reference, agreed: year.agreed, ratio: ratio.value } as const;
  return accepted(await move(context, em, prepayment, moved));
}

const namedBy = ({ payeeCode, agreementYear, reference, on = null }: RecordPrepaymentInput) => ({
  payee: { field: 'payeeCode', code: payeeCode },
  agreementYear,
  reference,
  on,
});

/** What was prepaid at first for a year: null where nothing was, or something was only carried in. */
async function firstPrepaid(em: EntityManager, { area, id }: { area: { code: string }; id: string }): Promise<Money | null> {
  const first = await em.findOne(PrepaymentMovement, { areaCode: area.code, prepaymentId: id, kind: 'PREPAID' });
  return first && Money.of(first.amount);
}
