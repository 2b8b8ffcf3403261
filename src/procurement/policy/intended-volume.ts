import { fact, type Fact } from '../../kernel/fact.ts';
import { count, type Count, isQuantity, sumOf } from '../../kernel/quantity.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { assertSum, type Part } from '../../kernel/split.ts';
import { type Verdict, verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * Stents 2020: an institution's intended volume of selected products becomes agreed; what it intended of other
 * products it re-assigns among the selected ones.
 * @source general knowledge of the stent round of 2020; details uncertain
 */
export const intendedVolumeRule = defineRule({
  id: 'procurement.intended-volume',
  title: 'Intended volume and its re-assignment',
  titleZh: '意向采购量及其再分配',
  statement:
    'The intended volume of a selected product becomes agreed volume; the institution re-assigns what it intended of non-selected products among the selected ones, to the last unit.',
  statementZh: '中选产品的意向采购量转为约定采购量；未中选产品的意向采购量由医疗机构在中选产品间重新分配，数量须完全相等。',
  source: [source(documents.fieldPractice, 'stents 2020, details uncertain')],
  traces: ['RA4'],
});

/**
 * One institution's wish: which product, how many units.
 * @source none: a shape of this system, not a rule
 */
export interface ProductVolume {
  productCode: string;
  quantity: number;
}

/**
 * The agreed volumes of one institution by selected product (whole units, input order of the selected products),
 * from what it intended and what it re-assigned. They sum exactly to all it intended.
 *
 * Refuses with `REASSIGNED_TO_NON_SELECTED`, `REASSIGNED_QUANTITY_NOT_POSITIVE`, `REASSIGNMENT_NOT_EXACT`, all at
 * once.
 * @source general knowledge of the stent round of 2020; details uncertain
 */
export function intendedVolume(given: {
  selected: readonly string[];
  intended: readonly ProductVolume[];
  reassigned: readonly ProductVolume[];
}): Verdict<Part[]> {
  const isSelected = (each: ProductVolume) => given.selected.includes(each.productCode);
  const toMove = sumOf(given.intended.filter((each) => !isSelected(each)).map((each) => count(each.quantity)));
  const refusals: Refusal[] = [];
  const refuse = (code: string, message: string, messageZh: string, facts: Fact[]) =>
    refusals.push({ code, field: 'reassigned', message, messageZh, rule: intendedVolumeRule.id, facts });
  for (const each of given.reassigned) {
    const product = fact('product', each.productCode);
    if (!isSelected(each))
      refuse('REASSIGNED_TO_NON_SELECTED', `${each.productCode} was not selected.`, `${each.productCode}未中选。`, [product]);
    if (!isQuantity(each.quantity))
      refuse(
        'REASSIGNED_QUANTITY_NOT_POSITIVE',
        `${each.quantity} is not a positive whole number of units.`,
        `${each.quantity}不是正整数。`,
        [product, fact('quantity', each.quantity)],
      );
  }
  const moved = given.reassigned.reduce((sum, each) => sum + each.quantity, 0);
  if (moved !== toMove) {
    refuse(
      'REASSIGNMENT_NOT_EXACT',
      `Re-assigned ${moved}, but ${toMove} of non-selected products are to be re-assigned.`,
      `再分配${moved}，而未中选产品意向采购量为${toMove}。`,
      [fact('reassigned', moved), fact('toReassign', toMove)],
    );
  }
  return verdict(refusals, () => {
    const all = [...given.intended.filter(isSelected), ...given.reassigned];
    const parts = given.selected.map((key) => ({
      key,
      amount: sumOf(all.filter((each) => each.productCode === key).map((each) => each.quantity)),
    }));
    const whole: Count = sumOf(given.intended.map((each) => each.quantity));
    assertSum(whole, parts);
    return parts;
  });
}
