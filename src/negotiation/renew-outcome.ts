import { LockMode, ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { validate } from 'uuid';
import { fact } from '../kernel/fact.ts';
import { localDate, today, type LocalDate } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';
import { quantityField } from '../kernel/quantity-field.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Prepared } from '../platform/approval/approved-act.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { readNodeId } from '../platform/read/node-id.ts';
import { amountField } from './figures.ts';
import { NegotiatedOutcome } from './negotiated-outcome.entity.ts';
import type { RenewalFiguresInput, RenewNegotiatedOutcomeInput } from './outcome.input.ts';
import { overlapping } from './period-of-product.ts';
import { agreementPeriod, renewalCut, renewalCutRule, type Renewal } from './policy/index.ts';

/**
 * Renews an outcome that a talk has led to, by what the fund spent and will spend (RH4): a new outcome takes over on the
 * day on which the old one ends. What the ladders send to a new talk or to the ordinary list is not renewed.
 */
export async function renewNegotiatedOutcome(
  context: Context,
  em: EntityManager,
  input: RenewNegotiatedOutcomeInput,
  proposalId: string,
): Promise<Verdict<Prepared<NegotiatedOutcome>>> {
  const held = await holdOutcome(em, input.outcomeId);
  if (!held.ok) return held;
  const old = held.value;
  const on = localDate(input.on ?? today(context.clock));
  const agreedQuantity = input.agreedQuantity ?? null;
  const refusals = [
    ...textRefusals({ paymentScope: input.paymentScope, reason: input.reason }),
    ...quantityField('agreedQuantity', agreedQuantity),
    ...dayRefusals('on', on, today(context.clock)),
  ];
  if (input.budgetIncrease && !input.paymentScope) refusals.push(scopeMissing);
  const renewal = renewalOf(old, input, on);
  if (!renewal.ok) return refused([...refusals, ...renewal.refusals]);
  const { standard, explanation } = renewal.value;
  if (!standard) return refused([...refusals, notRenewed(renewal.value)]);
  const period = agreementPeriod(localDate(old.inForceTo!), on);
  refusals.push(...(await overlapping(em, old.product.id, period, 'outcomeId')));
  if (refusals.length > 0) return refused(refusals);
  em.create(NegotiatedOutcome, {
    ...recordedRow(context),
    product: old.product,
    enterprise: old.enterprise,
    basis: 'SIMPLE_RENEWAL',
    negotiation: null,
    bidding: null,
    follows: ref(old),
    approvalId: proposalId,
    price: standard.toString(),
    priceUnit: old.priceUnit,
    priceBefore: old.price,
    paymentScope: input.paymentScope ?? old.paymentScope,
    inForceFrom: period.from,
    inForceTo: period.to,
    continuousFrom: old.continuousFrom,
    agreedQuantity,
    explanation,
    publishedOn: null,
    note: null,
    origin: 'RECORDED',
  });
  return accepted({ object: old, facts: [fact('standard', standard.toString(), `yuan/${standard.unit}`), fact('from', period.from)] });
}

/** How an outcome goes on by these figures and the rules of a day. */
export function renewalOf(
  old: Pick<NegotiatedOutcome, 'basis' | 'price' | 'priceUnit' | 'inForceTo' | 'continuousFrom'>,
  { actualSpend, budget, budgetIncrease = null }: RenewalFiguresInput,
  on: LocalDate,
): Verdict<Renewal> {
  const refusals = [
    ...amountField('actualSpend', actualSpend),
    ...amountField('budget', budget),
    ...amountField('budgetIncrease', budgetIncrease),
  ];
  if (old.basis === 'NON_EXCLUSIVE_BIDDING') refusals.push(notNegotiated);
  const { inForceTo, continuousFrom } = old;
  if (!inForceTo || !continuousFrom) return refused([...refusals, periodNotOnRecord]);
  if (refusals.length > 0) return refused(refusals);
  return renewalCut({
    standard: UnitPrice.of(old.price, old.priceUnit),
    spend: Money.of(actualSpend),
    budget: Money.of(budget),
    increase: budgetIncrease === null ? null : Money.of(budgetIncrease),
    continuousFrom: localDate(continuousFrom),
    from: localDate(inForceTo),
    on,
  });
}

/** The outcome with this id, held until the transaction ends. */
export async function holdOutcome(em: EntityManager, id: string): Promise<Verdict<NegotiatedOutcome>> {
  const node = readNodeId(id);
  const key = node?.type === 'NegotiatedOutcome' && validate(node.key) ? node.key : null;
  const outcome = key && (await em.findOne(NegotiatedOutcome, { id: key }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  return outcome ? accepted(outcome) : refused([unknownOutcome(id)]);
}

/** Refusals of a day that is not there yet. */
export function dayRefusals(field: string, on: LocalDate, now: LocalDate): Refusal[] {
  if (on <= now) return [];
  return [
    {
      code: 'DATE_IN_FUTURE',
      field,
      message: `${on} lies in the future (${now}).`,
      messageZh: `${on} 晚于今日(${now})。`,
      rule: null,
      facts: [fact(field, on), fact('limit', now)],
    },
  ];
}

function unknownOutcome(id: string): Refusal {
  return {
    code: 'OUTCOME_UNKNOWN',
    field: 'outcomeId',
    message: 'No outcome with this id is on record.',
    messageZh: '没有此标识的谈判结果。',
    rule: null,
    facts: [fact('outcomeId', id.slice(0, 200))],
  };
}

/** What the ladders send elsewhere is said in the words of its derivation. */
function notRenewed({ decision, explanation }: Renewal): Refusal {
  const said = {
    field: 'outcomeId',
    message: explanation.sentence,
    messageZh: explanation.sentenceZh,
    rule: renewalCutRule.id,
    facts: explanation.inputs,
  };
  return decision === 'ORDINARY_LIST' ? { code: 'ORDINARY_LIST_DUE', ...said } : { code: 'RENEGOTIATION_NEEDED', ...said };
}

const scopeMissing: Refusal = {
  code: 'WIDER_SCOPE_MISSING',
  field: 'paymentScope',
  message: 'A budget increases by a wider scope: say what the scope is.',
  messageZh: '预算因支付范围扩大而增加:请填写新的支付范围。',
  rule: renewalCutRule.id,
  facts: [],
};

const notNegotiated: Refusal = {
  code: 'NOT_NEGOTIATED',
  field: 'outcomeId',
  message: 'The outcome of a bidding is not renewed; a new bidding is held.',
  messageZh: '竞价结果不适用续约,须重新竞价。',
  rule: renewalCutRule.id,
  facts: [],
};

const periodNotOnRecord: Refusal = {
  code: 'PERIOD_NOT_ON_RECORD',
  field: 'outcomeId',
  message: 'The agreement period of the outcome is not on record.',
  messageZh: '该结果的协议期未记录。',
  rule: renewalCutRule.id,
  facts: [],
};
