import { minusScaled, scaledFrom, scaledText, type Scaled } from '../kernel/scaled.ts';
import type { Context } from '../platform/graphql/context.ts';
import { BadInput, Forbidden } from '../platform/graphql/errors.ts';
import { Lines, type LineField } from '../platform/read/lines.ts';
import { echo, ratioOf, standardOf } from './line-fields.ts';
import type { ClaimLineInput, CounterfactualInput, FundRatioOverride, StandardOverride } from './look-up.input.ts';
import { priceDecimals, ratioDecimals, refuseRatio, type ClaimSplit } from './policy/index.ts';
import { groundsOf, priceLine, type LineGrounds, type PricedLine } from './price-lines.ts';
import { counterfactualRoles } from './rights.ts';

/**
 * Splits lines by the record and by what it is taken to say instead, and tells the difference. Nothing is recorded.
 * @throws Forbidden for who is no expert; BadInput for what cannot be on record
 */
export async function counterfactual(
  context: Context,
  lines: readonly ClaimLineInput[],
  instead: CounterfactualInput,
  knownAt: Date | null,
) {
  if (!counterfactualRoles.some((role) => role === context.caller.role)) throw new Forbidden(counterfactualRoles);
  for (const [at, each] of instead.standards.entries()) requireStandard(`standards.${at}`, each);
  for (const [at, each] of instead.ratios.entries()) requireRatio(`ratios.${at}`, each);
  const grounds = await groundsOf(context, lines, knownAt);
  const pairs = lines.map((line, at): Pair => {
    const is = grounds[at]!;
    return { is: priceLine(line, is), would: priceLine(line, changed(line, is, instead)) };
  });
  return { lines: differences(pairs), ...sums(pairs) };
}

interface Pair {
  readonly is: PricedLine;
  readonly would: PricedLine;
}

/** The grounds of a line with what fits it put in their place; a product or an area that is not on record has none. */
function changed(line: ClaimLineInput, grounds: LineGrounds, { standards, ratios }: CounterfactualInput): LineGrounds {
  const { found, ratio } = grounds;
  if (found.reason === 'PRODUCT_UNKNOWN' || found.reason === 'AREA_UNKNOWN') return grounds;
  // What is set for a province holds where an area below it is told by the province.
  const speaks = found.saidBy ?? found.areaAbove;
  const fits = (each: Pick<StandardOverride, 'areaCode' | 'from' | 'to'>) =>
    (each.areaCode === undefined || each.areaCode === null || each.areaCode === line.areaCode || each.areaCode === speaks) &&
    (each.from === undefined || each.from === null || each.from <= line.asOf) &&
    (each.to === undefined || each.to === null || line.asOf < each.to);
  const standard = standards.findLast((each) => each.productCode === line.productCode && fits(each));
  const fund = ratios.findLast(
    (each) => fits(each) && isEither(each.scheme, line.scheme) && isEither(each.institutionLevel, line.institutionLevel ?? null),
  );
  const amount = standard?.amount === undefined || standard.amount === null ? null : scaledFrom(standard.amount, priceDecimals);
  return {
    found: standard ? { ...found, amount, reason: amount === null ? 'NO_STANDARD' : null } : found,
    ratio: fund ? { ratio: scaledFrom(fund.ratioPercent, ratioDecimals) as number, source: null } : ratio,
  };
}

const isEither = <T>(asked: T | null | undefined, given: T | null) => asked === undefined || asked === null || asked === given;

function differences(pairs: readonly Pair[]): Lines {
  const field = (text: (pair: Pair) => string): LineField => ({ json: (at) => text(pairs[at]!) });
  const part = (of: (split: ClaimSplit) => Scaled) => ({
    is: field(({ is }) => cents(is.split && of(is.split))),
    would: field(({ would }) => cents(would.split && of(would.split))),
    difference: field(({ is, would }) => cents(is.split && would.split && minusScaled(of(would.split), of(is.split)))),
  });
  const fund = part((split) => split.fund);
  const patient = part((split) => split.patient);
  return new Lines(pairs.length, {
    ...echo((at) => pairs[at]!.is.line),
    scheme: field(({ is }) => `"${is.line.scheme}"`),
    standard: field(({ is }) => standardOf(is)),
    changedStandard: field(({ would }) => standardOf(would)),
    ratioPercent: field(({ is }) => ratioOf(is)),
    changedRatioPercent: field(({ would }) => ratioOf(would)),
    fundAmount: fund.is,
    changedFundAmount: fund.would,
    fundDifference: fund.difference,
    patientAmount: patient.is,
    changedPatientAmount: patient.would,
    patientDifference: patient.difference,
    reason: field(({ is }) => JSON.stringify(is.reason)),
    changedReason: field(({ would }) => JSON.stringify(would.reason)),
  });
}

const cents = (value: Scaled | null) => (value === null ? 'null' : `"${scaledText(value, 2)}"`);

function sums(pairs: readonly Pair[]) {
  const both = pairs.flatMap(({ is, would }) => (is.split && would.split ? [{ is: is.split, would: would.split }] : []));
  const sum = (of: (pair: (typeof both)[number]) => Scaled) => both.reduce((total, pair) => total + BigInt(of(pair)), 0n);
  const [fund, changedFund] = [sum(({ is }) => is.fund), sum(({ would }) => would.fund)];
  const [patient, changedPatient] = [sum(({ is }) => is.patient), sum(({ would }) => would.patient)];
  return {
    comparedLines: both.length,
    changedLines: both.filter(({ is, would }) => is.fund !== would.fund || is.patient !== would.patient).length,
    fundAmount: scaledText(fund, 2),
    changedFundAmount: scaledText(changedFund, 2),
    fundDifference: scaledText(changedFund - fund, 2),
    patientAmount: scaledText(patient, 2),
    changedPatientAmount: scaledText(changedPatient, 2),
    patientDifference: scaledText(changedPatient - patient, 2),
  };
}

function requireStandard(where: string, { amount, from, to }: StandardOverride): void {
  requireDays(where, from, to);
  if (amount === undefined || amount === null) return;
  const scaled = scaledFrom(amount, priceDecimals);
  if (scaled === null || scaled <= 0) {
    throw new BadInput(
      `instead.${where}.amount: an amount is above 0 and has at most ${priceDecimals} decimals, not ${amount}`,
      `instead.${where}.amount:金额须大于 0,至多 ${priceDecimals} 位小数,而不是 ${amount}`,
    );
  }
}

function requireRatio(where: string, { ratioPercent, from, to }: FundRatioOverride): void {
  requireDays(where, from, to);
  const [refusal] = refuseRatio('ratioPercent', ratioPercent);
  if (refusal)
    throw new BadInput(`instead.${where}.ratioPercent: ${refusal.message}`, `instead.${where}.ratioPercent:${refusal.messageZh}`);
}

function requireDays(where: string, from: string | null | undefined, to: string | null | undefined): void {
  if (typeof from !== 'string' || typeof to !== 'string' || from < to) return;
  throw new BadInput(
    `instead.${where}.to: the first day after, ${to}, must lie after the first day, ${from}`,
    `instead.${where}.to:失效首日 ${to} 须晚于首日 ${from}`,
  );
}
