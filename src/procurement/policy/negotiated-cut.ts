import { fact } from '../../kernel/fact.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import { refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';
import { priceCut, type PriceCut } from './price-cut.ts';

/**
 * In the 4+7 pilot a negotiated price must fall by at least the average cut of the lots decided by competition.
 * @source etnet.com.hk 2018-12-07 (4+7 pilot tender)
 */
export const negotiatedCutRule = defineRule({
  id: 'procurement.negotiated-cut',
  title: 'Cut to be reached in a negotiated lot',
  titleZh: '议价谈判应达到的降幅',
  statement:
    'With fewer than three bidders the negotiated cut must reach the average cut of the lots with three or more bidders; equality is enough.',
  statementZh: '申报企业不足3家的，谈判降幅应达到3家及以上品种的平均降幅；等于的，即可。',
  source: [source(documents.pilotTender)],
  traces: ['RB2'],
});

/**
 * The average cut of the competitive lots: the plain mean of their exact cuts; null for none.
 * @source etnet.com.hk 2018-12-07; the plain mean is a convention of this system
 */
export function averageCut(cuts: readonly Ratio[]): Ratio | null {
  if (cuts.length === 0) return null;
  return cuts.reduce((sum, each) => sum.plus(each), Ratio.of(0)).dividedBy(Ratio.of(cuts.length));
}

/**
 * Checks a negotiated price (yuan per unit) against the average cut of the competitive lots.
 *
 * Refuses with `NEGOTIATED_CUT_TOO_SMALL`, and as `priceCut` does.
 * @source etnet.com.hk 2018-12-07 (4+7 pilot tender)
 */
export function negotiatedCut<Unit extends string>(before: UnitPrice<Unit>, negotiated: UnitPrice<Unit>, needed: Ratio): Verdict<PriceCut> {
  const cut = priceCut(before, negotiated);
  if (!cut.ok || cut.value.cut.isAtLeast(needed)) return cut;
  const percent = needed.toPercent(2, 'MINIMUM_UP');
  return refused([
    {
      code: 'NEGOTIATED_CUT_TOO_SMALL',
      field: 'price',
      message: `The cut of ${cut.value.percent} % does not reach the average cut of ${percent} %.`,
      messageZh: `降幅${cut.value.percent}%未达到平均降幅${percent}%。`,
      rule: negotiatedCutRule.id,
      facts: [...cut.value.explanation.inputs, fact('cut', cut.value.percent, '%'), fact('needed', percent, '%')],
    },
  ]);
}
