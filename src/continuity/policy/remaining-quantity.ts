import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { count, type Count } from '../../kernel/quantity.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * What moves to the successor is what was agreed and has not come.
 * @source flcube.com/?p=9889; that goods on the way stay with the first enterprise is a convention of this system
 */
export const remainingQuantityRule = defineRule({
  id: 'continuity.remaining-quantity',
  title: 'Remaining quantity of an agreement',
  titleZh: '协议剩余数量',
  statement:
    'Remaining = agreed - (accepted - returned), at the end of a day, never below nothing. After that day nothing may have been accepted or returned; what is on the way counts once it is accepted.',
  statementZh: '剩余数量＝约定采购量－（验收数量－退货数量），以某日终为准，不小于零。该日之后不得另有验收或退货；在途货物验收后方计入。',
  source: [source(documents.supply), source(documents.ourConvention, 'figures at the end of a day')],
  traces: ['RI2'],
});

/**
 * The remaining quantity of one agreement, and what it is lowered to.
 *
 * Refuses with `SUPPLIED_SINCE`.
 * @source flcube.com/?p=9889
 */
export function remainingQuantity(given: {
  agreement: string;
  agreed: number;
  supplied: { accepted: number; later: number };
  on: LocalDate;
}): Verdict<{ remaining: Count; supplied: Count }> {
  const agreed = count(given.agreed);
  const supplied = count(given.supplied.accepted);
  const later = count(given.supplied.later);
  if (later > 0) {
    return refused([
      {
        code: 'SUPPLIED_SINCE',
        field: 'figuresOn',
        message: `Under agreement ${given.agreement} ${later} were accepted or returned after ${given.on}; take the figures of a later day.`,
        messageZh: `协议 ${given.agreement} 在 ${given.on} 之后另有验收或退货 ${later};请以更晚的日期为准。`,
        rule: remainingQuantityRule.id,
        facts: [fact('agreement', given.agreement), fact('later', later), fact('figuresOn', given.on)],
      },
    ]);
  }
  return accepted({ remaining: count(Math.max(0, agreed - supplied)), supplied });
}
