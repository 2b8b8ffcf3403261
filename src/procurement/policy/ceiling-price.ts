import { fact } from '../../kernel/fact.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';

/**
 * A bid above the lot's ceiling price is invalid; a bid at the ceiling is valid.
 * @source medicaltrend.org 2021-02-07, rejected bids of the fourth round
 */
export const ceilingPriceRule = defineRule({
  id: 'procurement.ceiling-price',
  title: 'Ceiling price',
  titleZh: '最高有效申报价',
  statement: 'A bid must not exceed the ceiling price of its lot; a bid at the ceiling is valid.',
  statementZh: '申报价不得高于最高有效申报价；等于的，有效。',
  source: [source(documents.ceilings)],
  traces: ['RB1', 'E24'],
});

/**
 * Judges one bid against the ceiling of its lot; both in yuan per the same unit, 4 decimals.
 *
 * Not judged (null) when the price or the ceiling is not on record.
 * @source medicaltrend.org 2021-02-07, rejected bids of the fourth round
 */
export function ceilingPrice<Unit extends string>(offered: UnitPrice<Unit> | null, ceiling: UnitPrice<Unit> | null): Judgement {
  if (offered === null) {
    return judgement(ceilingPriceRule, null, 'The price of the bid is not on record.', '申报价无记录。', []);
  }
  const price = fact('offered', offered.toString(), 'yuan');
  if (ceiling === null) {
    return judgement(ceilingPriceRule, null, 'No ceiling price is on record for this lot.', '该采购单元无最高有效申报价记录。', [price]);
  }
  const inputs = [price, fact('ceiling', ceiling.toString(), 'yuan')];
  return offered.isAtMost(ceiling)
    ? judgement(
        ceilingPriceRule,
        true,
        `The bid of ${offered} does not exceed the ceiling of ${ceiling}.`,
        `申报价${offered}元未超过最高有效申报价${ceiling}元。`,
        inputs,
      )
    : judgement(
        ceilingPriceRule,
        false,
        `The bid of ${offered} exceeds the ceiling of ${ceiling}.`,
        `申报价${offered}元高于最高有效申报价${ceiling}元。`,
        inputs,
      );
}
