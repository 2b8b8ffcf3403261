import { fact } from '../kernel/fact.ts';
import { localDate, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import type { Confidence } from '../platform/database/base-columns.ts';
import { unitPriceField } from '../procurement/index.ts';
import type { TryConvergenceInput } from './convergence.input.ts';
import type { ConvergenceWarningType } from './convergence.type.ts';
import {
  groundsOnRecord,
  highestWinningPrice,
  leastTrusted,
  selectedThere,
  transactionsBy,
  type Find,
  type Grounds,
  type Transaction,
} from './grounds-on-record.ts';
import {
  brokenByPath,
  convergenceDeadline,
  convergenceLimit,
  convergenceRule,
  isAboveAll,
  isSingleJump,
  linearSteps,
  localCap,
  requireInEffect,
  type ConvergenceLimit,
  type ConvergencePath,
} from './policy/index.ts';

/** Nobody decides step by step for longer than a month-long schedule of days. */
const mostSteps = 100;

/** What is said of a schedule: everything against it, what should be looked at, and what it would be as far as it can be told. */
export interface JudgedConvergence {
  readonly refusals: Refusal[];
  readonly warnings: ConvergenceWarningType[];
  readonly startsOn: LocalDate | null;
  readonly path: ConvergencePath | null;
  readonly limit: ConvergenceLimit | null;
  readonly transactions: readonly Transaction[];
  readonly grounds: Grounds;
  readonly confidence: Confidence;
}

/** Judges a cap and the way it comes down by what is on record. */
export async function judgeConvergence(find: Find, input: TryConvergenceInput): Promise<JudgedConvergence> {
  const { productCode, areaCode, roundCode, isInScope } = input;
  const grounds = await groundsOnRecord(find, input);
  const { product, roundId, inEffect } = grounds;
  const refusals = [...unknownOf(grounds, input), ...malformed(input)];
  const startsOn = input.startsOn ? localDate(input.startsOn) : (inEffect?.from ?? null);
  const nothing = { refusals, warnings: [], startsOn, path: null, limit: null, transactions: [], grounds, confidence: grounds.confidence };
  if (!product || !grounds.areaCode || !roundId) return nothing;
  if (startsOn === null) return { ...nothing, refusals: [...refusals, startNotOnRecord(roundCode, areaCode)] };

  refusals.push(...requireInEffect(roundCode, areaCode, inEffect, startsOn));
  const target = await highestWinningPrice(find, roundId);
  if (!target) refusals.push(targetNotOnRecord(roundCode));
  const transactions = target ? await transactionsBy(find, { productId: product.id, areaCode, unit: target.price.unit, on: startsOn }) : [];
  const selectedIn = await selectedThere(find, product.id, areaCode, startsOn);
  const prices = transactions.map(({ price }) => price);
  refusals.push(
    ...localCap({
      product: productCode,
      category: product.category,
      area: areaCode,
      isInScope,
      selectedIn,
      startsOn,
      transactions: prices,
    }),
  );
  const limit = convergenceLimit(product.category, startsOn);
  if (!limit) refusals.push(notRuled(product.category, startsOn));
  const confidence = leastTrusted([
    ...(input.startsOn ? [] : [grounds.confidence]),
    ...(target ? [target.confidence] : []),
    ...transactions.map((each) => each.confidence),
  ]);
  const isReadable = malformed(input).length === 0;
  if (!target || !limit || !isReadable) return { ...nothing, refusals, transactions, confidence };

  const { unit } = target.price;
  const ends = { startsOn, startAmount: UnitPrice.of(input.capAmount, unit), targetAmount: target.price };
  const steps =
    input.mode === 'OWN_STEPS'
      ? (input.steps ?? []).map(({ effectiveFrom, amount }) => ({
          effectiveFrom: localDate(effectiveFrom),
          amount: UnitPrice.of(amount, unit),
        }))
      : linearSteps(ends, input.mode, limit);
  const path = { ...ends, deadline: convergenceDeadline(startsOn, limit), steps };
  refusals.push(...brokenByPath(path));
  const warnings: ConvergenceWarningType[] = [
    ...(isSingleJump(path) ? [singleJump(path)] : []),
    ...(isAboveAll(path.startAmount, prices) ? [aboveAll(path, prices.length)] : []),
  ];
  return { refusals, warnings, startsOn, path, limit, transactions, grounds, confidence };
}

/** The codes of an input that stand for nothing on record. */
export function unknownOf(
  { product, areaCode, roundId }: Grounds,
  codes: { readonly productCode: string; readonly areaCode: string; readonly roundCode: string },
): Refusal[] {
  return [
    ...(product ? [] : [unknownCode('productCode', 'product', '产品', codes.productCode)]),
    ...(areaCode ? [] : [unknownCode('areaCode', 'pooling area', '统筹区', codes.areaCode)]),
    ...(roundId ? [] : [unknownCode('roundCode', 'round', '批次', codes.roundCode)]),
  ];
}

function malformed({ capAmount, mode, steps }: TryConvergenceInput): Refusal[] {
  const given = steps ?? [];
  if (given.length > mostSteps) return [tooManySteps(given.length)];
  return [
    ...unitPriceField('capAmount', capAmount),
    ...given.flatMap(({ amount }, at) => unitPriceField(`steps.${at}.amount`, amount)),
    ...(mode !== 'OWN_STEPS' && steps ? [stepsUnexpected(mode)] : []),
  ];
}

function singleJump({ startAmount, targetAmount }: ConvergencePath): ConvergenceWarningType {
  return {
    kind: 'SINGLE_JUMP',
    message: `The standard comes down from ${startAmount.toString()} to ${targetAmount.toString()} in one jump; the rule says gradually.`,
    messageZh: `支付标准由 ${startAmount.toString()} 元一步调整至 ${targetAmount.toString()} 元以内;规定为逐步调整。`,
  };
}

function aboveAll({ startAmount }: ConvergencePath, count: number): ConvergenceWarningType {
  return {
    kind: 'CAP_ABOVE_TRANSACTION_PRICES',
    message: `The cap of ${startAmount.toString()} lies above every one of the ${count} transaction prices that it rests on.`,
    messageZh: `支付上限 ${startAmount.toString()} 元高于所依据的全部 ${count} 笔成交价。`,
  };
}

/** Nobody said a first day, and the record has none. */
export function startNotOnRecord(round: string, area: string): Refusal {
  return {
    code: 'START_NOT_ON_RECORD',
    field: 'startsOn',
    message: `It is not on record from when on ${area} uses the result of round ${round}; there is no day to start on.`,
    messageZh: `未记录 ${area} 自何日起执行 ${round} 批次中选结果,无从确定起始日。`,
    rule: convergenceRule.id,
    facts: [fact('round', round), fact('area', area)],
  };
}

function targetNotOnRecord(round: string): Refusal {
  return {
    code: 'TARGET_NOT_ON_RECORD',
    field: 'roundCode',
    message: `No winning price of round ${round} is on record that could be the target.`,
    messageZh: `${round} 批次未记录任何中选价,无从确定目标价。`,
    rule: convergenceRule.id,
    facts: [fact('round', round)],
  };
}

/** There is no limit for a category, or for a day before the rule or after the calendar. */
export function notRuled(category: string, startsOn: LocalDate): Refusal {
  return {
    code: 'CONVERGENCE_NOT_RULED',
    field: 'startsOn',
    message: `No rule says how a standard of category ${category} that starts on ${startsOn} comes down.`,
    messageZh: `对自 ${startsOn} 起始的 ${category} 类支付标准,没有适用的调整规定。`,
    rule: convergenceRule.id,
    facts: [fact('category', category), fact('startsOn', startsOn)],
  };
}

function stepsUnexpected(mode: string): Refusal {
  return {
    code: 'STEPS_UNEXPECTED',
    field: 'steps',
    message: `The steps of ${mode} are computed; steps are given for OWN_STEPS only.`,
    messageZh: `${mode} 方式的各步由系统测算;仅 OWN_STEPS 方式可自行给定。`,
    rule: null,
    facts: [fact('mode', mode)],
  };
}

function tooManySteps(count: number): Refusal {
  return {
    code: 'TOO_MANY_STEPS',
    field: 'steps',
    message: `A schedule has at most ${mostSteps} steps, not ${count}.`,
    messageZh: `一个方案最多 ${mostSteps} 步,而不是 ${count} 步。`,
    rule: null,
    facts: [fact('steps', count), fact('most', mostSteps)],
  };
}
