import type { EntityManager } from '@mikro-orm/postgresql';
import { fact, type Fact } from '../kernel/fact.ts';
import { addDays, addMonths, localDate, today, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Prepared } from '../platform/approval/approved-act.ts';
import type { Context } from '../platform/graphql/context.ts';
import { advanceRound, holdRound } from './advance-round.ts';
import { BidEvaluation, outcomeAfter, standing } from './bid-evaluation.entity.ts';
import { capacity, procurementTerm } from './policy/index.ts';
import { LotShare } from './lot-share.entity.ts';
import type { PutRoundInForceInput, RenewRoundInput, StepInput } from './recording.input.ts';
import { Round } from './round.entity.ts';
import { SelectedProduct } from './selected-product.entity.ts';

/** Publishes the proposed selection for objections. */
export function publiciseSelection(context: Context, em: EntityManager, input: StepInput): Promise<Verdict<Round>> {
  return step(context, em, input, 'publicise');
}

/**
 * Makes the selection final, if every selected enterprise declared a capacity that covers what it is committed to (S0-10).
 * Takes two persons; the winning prices and quantities are confirmed with it.
 */
export async function finaliseSelection(
  context: Context,
  em: EntityManager,
  input: StepInput,
  approvalId: string,
): Promise<Verdict<Prepared<Round>>> {
  const moved = await step(context, em, input, 'finalise');
  if (!moved.ok) return moved;
  moved.value.approvalId = approvalId;
  const selected = await em.find(SelectedProduct, { round: moved.value }, { populate: ['bid', 'lot', 'product'], orderBy: { id: 'asc' } });
  const refusals = selected.flatMap((each) => {
    const bid = each.bid?.getEntity();
    if (!bid || each.agreedQuantity === null || each.agreedQuantity === undefined) return [];
    const judged = capacity({ declared: bid.declaredCapacity ?? null, committed: each.agreedQuantity });
    return judged.ok
      ? []
      : judged.refusals.map((refusal) => ({ ...refusal, facts: [fact('product', each.product.getEntity().code), ...refusal.facts] }));
  });
  if (refusals.length > 0) return refused(refusals);
  const ofRound = { bid: { lot: { round: moved.value } } };
  const evaluations = await em.find(BidEvaluation, ofRound, { populate: ['bid.lot', 'bid.product'] });
  const won = new Set(selected.map(({ bid }) => bid?.id));
  for (const evaluation of evaluations) {
    const { bid, outcome } = evaluation;
    if (won.has(bid.id)) evaluation.outcome = outcomeAfter('select', standing(bid.getEntity(), evaluation));
    else if (outcome === 'PROPOSED') evaluation.outcome = outcomeAfter('passOver', outcome);
  }
  return accepted({ object: moved.value, facts: selected.flatMap(confirmed) });
}

/** What becomes final of a selected product although its row stays as it is. */
function confirmed({ lot, product, winningPrice, priceUnit, agreedQuantity }: SelectedProduct): Fact[] {
  const of = `${lot.getEntity().code} ${product.getEntity().code}`;
  return [
    ...(winningPrice ? [fact(`winningPrice ${of}`, winningPrice, `yuan/${priceUnit}`)] : []),
    ...(agreedQuantity ? [fact(`agreedQuantity ${of}`, agreedQuantity, lot.getEntity().countingUnit)] : []),
  ];
}

/**
 * Puts a final result in force for a term: from a day, for whole years or up to and including a last day; where neither
 * is given, for the longest term that the rules of the scheme give one of its lots.
 */
export async function putRoundInForce(context: Context, em: EntityManager, input: PutRoundInForceInput): Promise<Verdict<Round>> {
  const moved = await step(context, em, input, 'putInForce');
  const refusals: Refusal[] = moved.ok ? [] : [...moved.refusals];
  const from = localDate(input.inForceFrom);
  const isGiven = (input.termYears ?? null) !== null || (input.lastDay ?? null) !== null;
  const to = isGiven ? givenEnd(from, input) : await endByRule(em, input.roundCode, from);
  if (!to.ok) refusals.push(...to.refusals);
  if (!moved.ok || !to.ok || refusals.length > 0) return refused(refusals);
  moved.value.inForceFrom = from;
  moved.value.inForceTo = to.value;
  return moved;
}

/** The day after the term: of whole years, or up to and including a last day; one day to ten years long. */
function givenEnd(from: LocalDate, { termYears = null, lastDay = null }: PutRoundInForceInput): Verdict<LocalDate> {
  if (termYears !== null && lastDay !== null) return refused([oneTerm]);
  const outside = refused([termOutOfRange(from, lastDay ?? `${termYears} years`)]);
  // Checked before any day is computed: the calendar ends in 2999, and a huge number of years is no day at all.
  if (from > latestStart || (termYears !== null && (termYears < 1 || termYears > longestYears))) return outside;
  if (termYears !== null) return accepted(addMonths(from, 12 * termYears));
  const last = localDate(lastDay!);
  return last < from || last >= addMonths(from, 12 * longestYears) ? outside : accepted(addDays(last, 1));
}

/** The day after the longest term that the rules give one of the round's lots, by its number of winners. */
async function endByRule(em: EntityManager, roundCode: string, from: LocalDate): Promise<Verdict<LocalDate>> {
  if (from > latestStart) return refused([termOutOfRange(from, 'the rules')]);
  const selected = await em.find(SelectedProduct, { round: { code: roundCode } }, { populate: ['lot', 'round'] });
  const shares = await em.find(LotShare, { lot: { $in: selected.map((each) => each.lot.id) } });
  const refusals: Refusal[] = [];
  let latest = from;
  for (const ofLot of Map.groupBy(selected, (each) => each.lot.id).values()) {
    const { scheme, openedOn } = ofLot[0]!.round.getEntity();
    if (!openedOn) return refused([oneTerm]);
    const { id, antibacterial } = ofLot[0]!.lot.getEntity();
    const chosenPercent = shares.find(({ lot }) => lot.id === id)?.percent ?? null;
    const category = antibacterial ? 'ANTIBACTERIAL' : 'ORDINARY';
    const winners = ofLot.length;
    const term = procurementTerm({ scheme, on: localDate(openedOn), category, startsOn: from, winners, chosenPercent });
    if (!term.ok) refusals.push(...term.refusals);
    else if (term.value.to !== null && term.value.to > latest) latest = term.value.to;
  }
  if (refusals.length > 0) return refused(refusals);
  return latest > from ? accepted(latest) : refused([oneTerm]);
}

/** Lets a round expire, once its term is over. */
export async function expireRound(context: Context, em: EntityManager, input: StepInput): Promise<Verdict<Round>> {
  const moved = await step(context, em, input, 'expire');
  if (!moved.ok) return moved;
  const on = input.on ?? today(context.clock);
  const { inForceTo } = moved.value;
  return inForceTo && on < inForceTo ? refused([termNotOver(on, inForceTo)]) : moved;
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
  message: 'Give termYears or lastDay, or neither where the rules of the scheme give the term.',
  messageZh: '请给出采购周期年数或截止日期之一;规则体系已规定周期的可均不给出。',
  rule: 'procurement.procurement-term',
  facts: [],
};

const longestYears = 10;
const latestStart = '2980-01-01';

function termOutOfRange(from: string, to: string): Refusal {
  return {
    code: 'TERM_OUT_OF_RANGE',
    field: 'lastDay',
    message: `A term from ${from} (${to}) must be between one day and ten years.`,
    messageZh: `自 ${from} 起的采购周期(${to})应在一天至十年之间。`,
    rule: 'procurement.procurement-term',
    facts: [fact('from', from), fact('to', to)],
  };
}

function termNotOver(on: string, inForceTo: string): Refusal {
  return {
    code: 'TERM_NOT_OVER',
    field: 'on',
    message: `On ${on} the term is not over; it runs to before ${inForceTo}.`,
    messageZh: `${on} 采购周期尚未届满;周期至 ${inForceTo}(不含)。`,
    rule: 'procurement.procurement-term',
    facts: [fact('on', on), fact('inForceTo', inForceTo)],
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
