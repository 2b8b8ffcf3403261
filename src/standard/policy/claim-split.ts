import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import { defineRule } from '../../kernel/rule.ts';
import { halfUpScaled, leastScaled, minusScaled, scaledText, timesScaled, type Scaled } from '../../kernel/scaled.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { ratioDecimals } from './fund-ratio.ts';

/**
 * Who pays what of a claim line: the fund its ratio of what is in scope, the patient the rest.
 * @source source text 1: "pay according to the prescribed proportion"; flcube.com/?p=10739: below the standard, the actual price
 */
export const claimSplitRule = defineRule({
  id: 'standard.claim-split',
  title: 'Split of a claim line',
  titleZh: '费用明细分担',
  statement:
    'In scope is the payment standard or, where it is lower, the actual price, times the quantity. The fund pays its ratio of that, rounded half up to 0.01 once for the line; the patient pays the rest of the total: all that is above the standard, and what the ratio leaves. What the fund does not pay on is the patient’s as a whole.',
  statementZh:
    '纳入支付范围的金额为支付标准（实际价格较低的为实际价格）乘以数量。基金按比例支付，每条明细四舍五入一次至分；其余由患者负担：超出支付标准的部分，及比例以外的部分。不纳入支付范围的全部由患者负担。',
  source: [
    source(documents.stentSupport, '"pay according to the prescribed proportion"'),
    source(documents.negotiatedDrugs, 'above the standard: the patient; below it: the actual price'),
    source(documents.ourConvention, 'half up, once for a line'),
  ],
  traces: ['RE1', 'RE2', 'RE5', 'S1-16', 'S1-17', 'E15a', 'E15c', 'E15e', 'E16'],
});

/**
 * How many decimals prices have.
 * @source none: house rule
 */
export const priceDecimals = 4;
const centsPerUnit = 100;
/** Units of 0.0001 yuan times 0.001 %, for each 0.01 yuan. */
const partsPerCent = 10_000_000;

/**
 * A claim line with all that its split rests on: prices in units of 0.0001 yuan, the ratio of the fund in units of 0.001 %.
 * @source none: a shape of this system, not a rule
 */
export interface ClaimLine {
  readonly price: Scaled;
  readonly quantity: number;
  readonly standard: Scaled;
  /** 0 for what the fund does not pay on. */
  readonly ratio: number;
  readonly inScope: boolean;
}

/**
 * The parts of a claim line in units of 0.01 yuan: fund + patient = total, in scope + above the standard = total.
 * @source none: a shape of this system, not a rule
 */
export interface ClaimSplit {
  readonly total: Scaled;
  readonly inScope: Scaled;
  readonly fund: Scaled;
  readonly patient: Scaled;
  readonly aboveStandard: Scaled;
}

/**
 * Price times quantity in units of 0.01 yuan, half up.
 * @source none: arithmetic
 */
export const lineTotal = (price: Scaled, quantity: number): Scaled => halfUpScaled(timesScaled(price, quantity), centsPerUnit);

/**
 * Splits a claim line. The fund's part is rounded from the exact base, so that nothing is rounded twice; the others are
 * differences, so that they sum to the total.
 * @source source text 1; flcube.com/?p=10739; half up once for a line (convention of this system)
 */
export function splitLine({ price, quantity, standard, ratio, inScope }: ClaimLine): ClaimSplit {
  const total = lineTotal(price, quantity);
  const base = inScope ? timesScaled(leastScaled(price, standard), quantity) : 0;
  const inside = halfUpScaled(base, centsPerUnit);
  const fund = halfUpScaled(timesScaled(base, ratio), partsPerCent);
  return { total, inScope: inside, fund, patient: minusScaled(total, fund), aboveStandard: minusScaled(total, inside) };
}

/**
 * What the explanation of a split names besides its figures.
 * @source none: a shape of this system, not a rule
 */
export interface SplitWords {
  readonly product: string;
  readonly area: string;
  readonly asOf: string;
  readonly scheme: string;
  readonly basis: string;
  readonly priceUnit: string;
  /** Where the ratio is prescribed; null for what the fund does not pay on. */
  readonly ratioSource: string | null;
}

/**
 * Why a claim line is split as it is.
 * @source source text 1
 */
export function explainSplit(line: ClaimLine, { product, area, asOf, scheme, basis, priceUnit, ratioSource }: SplitWords): Explanation {
  const split = splitLine(line);
  const price = scaledText(line.price, priceDecimals);
  const standard = scaledText(line.standard, priceDecimals);
  const base = scaledText(leastScaled(line.price, line.standard), priceDecimals);
  const ratio = scaledText(line.ratio, ratioDecimals);
  const [total, inScope, fund, patient, above] = [split.total, split.inScope, split.fund, split.patient, split.aboveStandard].map((each) =>
    scaledText(each, 2),
  ) as [string, string, string, string, string];
  const unit = `yuan/${priceUnit}`;
  const inputs = [
    fact('product', product),
    fact('area', area),
    fact('asOf', asOf),
    fact('scheme', scheme),
    fact('basis', basis),
    fact('price', price, unit),
    fact('quantity', line.quantity, priceUnit),
    fact('standard', standard, unit),
    ...(line.inScope ? [fact('ratio', ratio, '%')] : []),
  ];
  const totalStep = {
    text: `${price} × ${line.quantity}, half up`,
    textZh: `${price} × ${line.quantity}，四舍五入`,
    value: total,
    unit: 'yuan',
  };
  if (!line.inScope) {
    return {
      rule: claimSplitRule.id,
      sentence: `The fund does not pay on ${product} in ${area} on ${asOf}; the patient pays ${total} yuan.`,
      sentenceZh: `${asOf}，${area} 地区 ${product} 不纳入支付范围，由患者负担 ${total} 元。`,
      source: [...claimSplitRule.source],
      inputs,
      steps: [totalStep],
    };
  }
  return {
    rule: claimSplitRule.id,
    sentence: `Of ${total} yuan ${inScope} are in scope; the fund pays ${ratio} % of that, ${fund}, the patient ${patient}, of which ${above} are above the standard.`,
    sentenceZh: `总额 ${total} 元，其中纳入支付范围 ${inScope} 元，基金按 ${ratio}% 支付 ${fund} 元，患者负担 ${patient} 元，其中超出支付标准 ${above} 元。`,
    source: [...claimSplitRule.source, ...(ratioSource === null ? [] : [source(ratioSource)])],
    inputs,
    steps: [
      totalStep,
      {
        text: 'base: the lower of the actual price and the standard',
        textZh: '基数：实际价格与支付标准中较低者',
        value: base,
        unit,
      },
      { text: `${base} × ${line.quantity}, half up`, textZh: `${base} × ${line.quantity}，四舍五入`, value: inScope, unit: 'yuan' },
      {
        text: `${base} × ${line.quantity} × ${ratio} %, half up once`,
        textZh: `${base} × ${line.quantity} × ${ratio}%，四舍五入一次`,
        value: fund,
        unit: 'yuan',
      },
      { text: 'total − fund', textZh: '总额 − 基金支付', value: patient, unit: 'yuan' },
      { text: 'total − in scope', textZh: '总额 − 纳入支付范围金额', value: above, unit: 'yuan' },
    ],
  };
}
