import type { EntityManager } from '@mikro-orm/postgresql';
import type { Money } from '../kernel/money.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import {
  holdPrepayment,
  move,
  namedByInstitution,
  newPrepayment,
  nothingPrepaid,
  prepaidWith,
  standingOn,
  sumsOf,
  type HeldPrepayment,
} from './hold-prepayment.ts';
import { prepaymentOffset, prepaymentRatio, prepaymentRest } from './policy/index.ts';
import type { PrepaymentMovement } from './prepayment-movement.entity.ts';
import type { ClosePrepaymentInput } from './prepayment.input.ts';

/**
 * Closes a prepayment once its agreement year is over: all that is left goes back to the fund, or over to the prepayment
 * of the next agreement year, where it comes in as a movement of its own.
 */
export async function closePrepayment(
  context: Context,
  em: EntityManager,
  input: ClosePrepaymentInput,
): Promise<Verdict<PrepaymentMovement>> {
  const named = namedByInstitution(input);
  const kind = input.rest === 'RETURN' ? 'RETURNED' : 'CARRIED_OVER';
  const found = await holdPrepayment(context, em, named, kind);
  if (!found.ok) return refused(found.refusals);
  const { prepayment, on, year } = found.value;
  if (!prepayment) return refused([nothingPrepaid(named)]);
  const { agreed, purchased, yearEnds } = year;
  const sums = sumsOf(prepayment);
  const offset = prepaymentOffset({ prepaid: sums.paid, agreed, purchased, offset: sums.offset });
  const rest = prepaymentRest({ ...sums, on, yearEnds: yearEnds!, due: offset.ok ? offset.value : null });
  if (!rest.ok) return refused(rest.refusals);
  if (kind === 'CARRIED_OVER') {
    const refusals = await carryIn(context, em, found.value, input, rest.value);
    if (refusals.length > 0) return refused(refusals);
  }
  return accepted(await move(context, em, prepayment, { kind, amount: rest.value, on, reference: input.reference, agreed, purchased }));
}

/** Adds the rest to the prepayment of the next agreement year: the payee needs agreements of that year, as for any prepayment. */
async function carryIn(
  context: Context,
  em: EntityManager,
  { institution, on }: HeldPrepayment,
  input: ClosePrepaymentInput,
  amount: Money,
): Promise<Refusal[]> {
  const next = { ...namedByInstitution(input), agreementYear: input.agreementYear + 1, on };
  // Held already, together with the one that it comes from.
  const found = await standingOn(context, em, institution, next, 'CARRIED_IN');
  if (!found.ok) return found.refusals;
  const { year } = found.value;
  const ratio = prepaymentRatio(on, year.ownRatio);
  if (!ratio.ok) return ratio.refusals;
  const added = prepaidWith(found.value.prepayment, amount, 'agreementYear');
  if (!added.ok) return added.refusals;
  const prepayment = found.value.prepayment ?? newPrepayment(context, em, institution, next.agreementYear);
  await move(context, em, prepayment, {
    kind: 'CARRIED_IN',
    amount,
    on,
    reference: input.reference,
    agreed: year.agreed,
    ratio: ratio.value,
  });
  return [];
}
