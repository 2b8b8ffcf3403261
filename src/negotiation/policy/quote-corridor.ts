import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { UnitPrice } from '../../kernel/unit-price.ts';
import { documents } from './documents.ts';
import { quoteCorridorClauses } from './quote-corridor.clauses.ts';

/**
 * The second quote decides whether there is anything to bargain about.
 * @source fx361.cc/page/2017/1114/15643014.shtml
 */
export const quoteCorridorRule = defineRule({
  id: 'negotiation.quote-corridor',
  title: 'Corridor of the second quote',
  titleZh: '第二次报价的进入范围',
  statement:
    'A second quote above 115 % of the expected price ends the talk without success; at exactly 115 % and below, bargaining begins. The first quote decides nothing.',
  statementZh: '第二次报价高于底价115%的，谈判终止；等于或低于115%的，进入磋商。第一次报价不作判定。',
  source: [source(documents.onSite2017, 'second quote more than 15 % above the expected price ends it')],
  clauses: quoteCorridorClauses,
  traces: ['RH1', 'E29', 'E30'],
});

/**
 * Whether a second quote lies inside the corridor, and why. The explanation tells the expected price: it is for those only
 * who may see that.
 * @source fx361.cc/page/2017/1114/15643014.shtml
 */
export function quoteCorridor<Unit extends string>(
  expected: UnitPrice<Unit>,
  second: UnitPrice<Unit>,
  on: LocalDate,
): { isInside: boolean; explanation: Explanation } {
  const { value, source: said } = quoteCorridorClauses.inForce(on);
  const exact = expected.toRatio().times(Ratio.percent(value.percent));
  const isInside = second.toRatio().isAtMost(exact);
  // A maximum is rounded down; prices have as many decimals, so the rounded limit decides as the exact one does.
  const limit = exact.toFixed(4, 'MAXIMUM_DOWN');
  return {
    isInside,
    explanation: {
      rule: quoteCorridorRule.id,
      sentence: `The second quote of ${second} is ${isInside ? 'not ' : ''}above ${limit}, ${value.percent} % of the expected price of ${expected}: ${isInside ? 'bargaining begins' : 'the talk ends'}.`,
      sentenceZh: `第二次报价${second}元${isInside ? '未' : ''}高于底价${expected}元的${value.percent}%（${limit}元），${isInside ? '进入磋商' : '谈判终止'}。`,
      source: [said],
      inputs: [
        fact('expectedPrice', expected.toString(), `yuan/${expected.unit}`),
        fact('secondQuote', second.toString(), `yuan/${second.unit}`),
        fact('corridor', value.percent, '%'),
      ],
      steps: [
        {
          text: 'expected price x corridor, down to 4 decimals',
          textZh: '底价×比例，向下取至四位小数',
          value: limit,
          unit: `yuan/${expected.unit}`,
        },
      ],
    },
  };
}
