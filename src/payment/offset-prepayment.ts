import type { EntityManager } from '@mikro-orm/postgresql';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { holdPrepayment, move, namedByInstitution, nothingPrepaid, sumsOf } from './hold-prepayment.ts';
import { prepaymentOffset } from './policy/index.ts';
import type { PrepaymentMovement } from './prepayment-movement.entity.ts';
import type { OffsetPrepaymentInput } from './prepayment.input.ts';

/**
 * Offsets a prepayment by what the institution has purchased under its agreements of the year up to the day, as the
 * record has it: nobody gives the figure (RC2). What is offset already stays offset.
 */
export async function offsetPrepayment(
  context: Context,
  em: EntityManager,
  input: OffsetPrepaymentInput,
): Promise<Verdict<PrepaymentMovement>> {
  const named = namedByInstitution(input);
  const found = await holdPrepayment(context, em, named, 'OFFSET');
  if (!found.ok) return refused(found.refusals);
  const { prepayment, on, year } = found.value;
  if (!prepayment) return refused([nothingPrepaid(named)]);
  const { paid, offset } = sumsOf(prepayment);
  const { agreed, purchased } = year;
  const due = prepaymentOffset({ prepaid: paid, agreed, purchased, offset });
  if (!due.ok) return refused(due.refusals);
  return accepted(
    await move(context, em, prepayment, { kind: 'OFFSET', amount: due.value, on, reference: input.reference, agreed, purchased }),
  );
}
