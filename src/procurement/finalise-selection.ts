import type { EntityManager } from '@mikro-orm/postgresql';
import { fact } from '../kernel/fact.ts';
import { addDays, addMonths, localDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, valueOf, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { advanceRound, holdRound } from './advance-round.ts';
import { Bid } from './bid.entity.ts';
import { bidStates, capacity } from './policy/index.ts';
import type { PutRoundInForceInput, RenewRoundInput, StepInput } from './recording.input.ts';
import { Round } from './round.entity.ts';
import { SelectedProduct } from './selected-product.entity.ts';

/** Publishes the proposed selection for objections. */
export function publiciseSelection(context: Context, em: EntityManager, input: StepInput): Promise<Verdict<Round>> {
  return step(context, em, input, 'publicise');
}

/** Makes the selection final, if every selected enterprise declared a capacity that covers what it is committed to (S0-10). */
export async function finaliseSelection(context: Context, em: EntityManager, input: StepInput): Promise<Verdict<Round>> {
  const moved = await step(context, em, input, 'finalise');
  if (!moved.ok) return moved;
  const selected = await em.find(SelectedProduct, { round: moved.value }, { populate: ['bid', 'product'] });
  const refusals = selected.flatMap((each) => {
    const bid = each.bid?.getEntity();
    if (!bid || each.agreedQuantity === null || each.agreedQuantity === undefined) return [];
    const judged = capacity({ declared: bid.declaredCapacity ?? null, committed: each.agreedQuantity });
    return judged.ok ? [] : judged.refusals.map((refusal) => ({ ...refusal, facts: [fact('product', each.product.getEntity().code), ...refusal.facts] }));
  });
  if (refusals.length > 0) return refused(refusals);
  for (const { bid } of selected) if (bid) bid.getEntity().status = valueOf(bidStates.after('select', bid.getEntity().status));
  await em.nativeUpdate(Bid, { lot: { round: moved.value }, status: 'PROPOSED' }, { status: 'NOT_SELECTED' });
  return moved;
}

/** Puts a final result in force for a term: from a day, for whole years or up to and including a last day. */
export async function putRoundInForce(context: Context, em: EntityManager, input: PutRoundInForceInput): Promise<Verdict<Round>> {
  const moved = await step(context, em, input, 'putInForce');
  const refusals: Refusal[] = moved.ok ? [] : [...moved.refusals];
  const from = localDate(input.inForceFrom);
  const to = input.lastDay ? addDays(localDate(input.lastDay), 1) : input.termYears ? addMonths(from, 12 * input.termYears) : null;
  if (to === null || (input.lastDay && input.termYears)) refusals.push(oneTerm);
  else if (to <= from || to > addMonths(from, 120)) refusals.push(termOutOfRange(from, to));
  if (!moved.ok || refusals.length > 0) return refused(refusals);
  moved.value.inForceFrom = from;
  moved.value.inForceTo = to;
  return moved;
}

/** Lets a round expire at the end of its term. */
export function expireRound(context: Context, em: EntityManager, input: StepInput): Promise<Verdict<Round>> {
  return step(context, em, input, 'expire');
}

/** Marks a round as renewed by a later one, which has named it and whose result is final. */
export async function renewRound(context: Context, em: EntityManager, input: RenewRoundInput): Promise<Verdict<Round>> {
  const moved = await step(context, em, input, 'renew');
  const refusals: Refusal[] = moved.ok ? [] : [...moved.refusals];
  const renewal = await em.findOne(Round, { code: input.renewalCode });
  if (!renewal) refusals.push(unknownCode('renewalCode', 'round', '批次', input.renewalCode));
  else if (moved.ok && renewal.renews?.id !== moved.value.id) refusals.push(doesNotRenew(input.renewalCode, input.roundCode));
  else if (!['FINAL', 'IN_FORCE'].includes(renewal.status)) refusals.push(renewalNotFinal(renewal));
  return refusals.length > 0 ? refused(refusals) : moved;
}

/** An act that does nothing but move the round. */
export async function step(
  context: Context,
  em: EntityManager,
  input: StepInput,
  action: Parameters<typeof advanceRound>[3]['action'],
): Promise<Verdict<Round>> {
  const held = await holdRound(em, input.roundCode, 'EXCLUSIVE');
  if (!held.ok) return held;
  const moved = await advanceRound(context, em, held.value, { action, on: input.on, reason: input.reason });
  return moved.ok ? accepted(held.value) : moved;
}

const oneTerm: Refusal = {
  code: 'TERM_NOT_CLEAR',
  field: 'termYears',
  message: 'Give either termYears or lastDay.',
  messageZh: '请给出采购周期年数或截止日期之一。',
  rule: 'procurement.procurement-term',
  facts: [],
};

function termOutOfRange(from: string, to: string): Refusal {
  return {
    code: 'TERM_OUT_OF_RANGE',
    field: 'lastDay',
    message: `A term from ${from} to before ${to} is not between one day and ten years.`,
    messageZh: `采购周期 ${from} 至 ${to}(不含)应在一天至十年之间。`,
    rule: 'procurement.procurement-term',
    facts: [fact('from', from), fact('to', to)],
  };
}

function doesNotRenew(renewal: string, round: string): Refusal {
  return {
    code: 'NOT_ITS_RENEWAL',
    field: 'renewalCode',
    message: `Round ${renewal} does not name ${round} as the round that it renews.`,
    messageZh: `批次 ${renewal} 并未注明接续 ${round}。`,
    rule: null,
    facts: [fact('renewal', renewal), fact('round', round)],
  };
}

function renewalNotFinal(renewal: Round): Refusal {
  return {
    code: 'RENEWAL_NOT_FINAL',
    field: 'renewalCode',
    message: `Round ${renewal.code} is ${renewal.status}; its result must be final before it takes over.`,
    messageZh: `批次 ${renewal.code} 状态为 ${renewal.status};结果确定后方可接续。`,
    rule: null,
    facts: [fact('state', renewal.status)],
  };
}
