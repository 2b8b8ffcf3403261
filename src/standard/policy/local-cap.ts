import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { contains, type Period } from '../../kernel/period.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import { documents } from './documents.ts';

/**
 * A locality caps what the fund pays on for a stent that was not selected, by what such stents were really bought for.
 * @source source text 1: "localities can reasonably set the upper limit … actual transaction price"
 */
export const localCapRule = defineRule({
  id: 'standard.local-cap',
  title: 'Cap of a non-selected stent',
  titleZh: '非中选支架支付上限',
  statement:
    'A pooling area sets the cap of a coronary stent that is within its payment scope and not selected in a round that is in effect there, for itself only, from transaction prices of its own that are on record by the first day. A cap above every one of them is warned of. The fund pays on the actual price where that is lower.',
  statementZh:
    '统筹区可为在其支付范围内、且未在当地正在执行的批次中中选的冠脉支架设定支付上限，仅对本统筹区有效，并须以截至起始日已记录的本地实际成交价为依据。高于全部成交价的，予以提示。实际价格较低的，按实际价格支付。',
  source: [
    source(documents.stentSupport, '"localities can reasonably set the upper limit … according to the actual transaction price"'),
    source(documents.stentSupport, '"coronary stents other than … fall within the payment scope"'),
    source(documents.ourConvention, 'a cap needs recorded transaction prices'),
  ],
  traces: ['RE4', 'S1-18', 'S1-19'],
});

/**
 * On what a cap is judged: the round with its days in the area (null: not in effect there), a round there in which the
 * product itself is selected on the first day, and the prices on record, in the unit of the target.
 * @source none: a shape of this system, not a rule
 */
export interface CapGrounds {
  readonly product: string;
  readonly category: string;
  readonly area: string;
  readonly isInScope: boolean;
  readonly selectedIn: string | null;
  readonly startsOn: LocalDate;
  readonly transactions: readonly UnitPrice[];
}

/**
 * Everything that stands against a cap.
 * @source source text 1
 */
export function localCap(grounds: CapGrounds): Refusal[] {
  const { product, category, area, isInScope, selectedIn, startsOn, transactions } = grounds;
  const refusals: Refusal[] = [];
  if (category !== 'STENT') refusals.push(notAStent(product, category));
  if (!isInScope) refusals.push(outOfScope(product, area));
  if (selectedIn !== null) refusals.push(productSelected(product, area, selectedIn, startsOn, localCapRule.id));
  if (transactions.length === 0) refusals.push(noTransactions(product, area, startsOn));
  return refusals;
}

/**
 * Whether a cap lies above every price that it rests on.
 * @source convention of this system
 */
export const isAboveAll = (cap: UnitPrice, transactions: readonly UnitPrice[]): boolean =>
  transactions.length > 0 && transactions.every((each) => each.compare(cap) < 0);

/**
 * The refusals of what rests on a round that is not in effect in an area on a day.
 * @source convention of this system: what was not selected is told by the result that is in effect
 */
export function requireInEffect(round: string, area: string, days: Period | null, on: LocalDate): Refusal[] {
  return days && contains(days, on) ? [] : [notInEffect(round, area, days, on)];
}

/**
 * The product is paid for by its winning price.
 * @source source text 1
 */
export function productSelected(product: string, area: string, round: string, on: LocalDate, rule: string): Refusal {
  return {
    code: 'PRODUCT_SELECTED',
    field: 'productCode',
    message: `${product} is selected in round ${round}, whose result is in effect in ${area} on ${on}: its standard is its winning price.`,
    messageZh: `${product} 为 ${round} 批次中选产品,该批次结果 ${on} 在 ${area} 执行,其支付标准为中选价。`,
    rule,
    facts: [fact('product', product), fact('round', round), fact('area', area), fact('on', on)],
  };
}

function notAStent(product: string, category: string): Refusal {
  return {
    code: 'NOT_A_STENT',
    field: 'productCode',
    message: `${product} is no stent but of category ${category}; a cap is for stents.`,
    messageZh: `${product} 并非支架,其类别为 ${category};支付上限仅适用于支架。`,
    rule: localCapRule.id,
    facts: [fact('product', product), fact('category', category)],
  };
}

function outOfScope(product: string, area: string): Refusal {
  return {
    code: 'OUT_OF_SCOPE',
    field: 'isInScope',
    message: `The fund of ${area} does not pay for ${product} at all; a cap is for what is within the payment scope.`,
    messageZh: `${product} 不在 ${area} 医保支付范围内,不设支付上限。`,
    rule: localCapRule.id,
    facts: [fact('product', product), fact('area', area)],
  };
}

function noTransactions(product: string, area: string, startsOn: LocalDate): Refusal {
  return {
    code: 'CAP_WITHOUT_TRANSACTIONS',
    field: 'productCode',
    message: `No transaction price of ${product} in ${area} by ${startsOn} is on record for a cap to rest on.`,
    messageZh: `截至 ${startsOn},${area} 未记录 ${product} 的实际成交价,支付上限缺乏依据。`,
    rule: localCapRule.id,
    facts: [fact('product', product), fact('area', area), fact('startsOn', startsOn), fact('transactionPrices', 0)],
  };
}

function notInEffect(round: string, area: string, days: Period | null, on: LocalDate): Refusal {
  const span = days === null ? 'no day of it is on record' : `it is from ${days.from} on${days.to ? ` and before ${days.to}` : ''}`;
  const spanZh = days === null ? '未记录执行日期' : `执行期自 ${days.from} 起${days.to ? `,至 ${days.to} 前` : ''}`;
  return {
    code: 'ROUND_NOT_IN_EFFECT',
    field: 'startsOn',
    message: `The result of round ${round} is not in effect in ${area} on ${on}: ${span}.`,
    messageZh: `${on} ${area} 未执行 ${round} 批次中选结果:${spanZh}。`,
    rule: localCapRule.id,
    facts: [
      fact('round', round),
      fact('area', area),
      fact('startsOn', on),
      ...(days ? [fact('effectiveFrom', days.from)] : []),
      ...(days?.to ? [fact('effectiveTo', days.to)] : []),
    ],
  };
}
