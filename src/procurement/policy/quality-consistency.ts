import { fact } from '../../kernel/fact.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';

/**
 * A drug may bid in a national round when it is the reference product or has passed the consistency evaluation.
 * @source general knowledge of the field (一致性评价), unverified
 */
export const qualityConsistencyRule = defineRule({
  id: 'procurement.quality-consistency',
  title: 'Consistency evaluation',
  titleZh: '一致性评价',
  statement: 'A generic drug that is known not to have passed the consistency evaluation cannot bid; reference products count as passed.',
  statementZh: '已知未通过一致性评价的仿制药不得申报；参比制剂视为通过。',
  source: [source(documents.fieldPractice, '一致性评价')],
  traces: ['RB1'],
});

/**
 * Judges the quality gate of a drug: passed, not passed (invalid), or null where it is not on record.
 * @source general knowledge of the field (一致性评价), unverified
 */
export function qualityConsistency(passed: boolean | null): Judgement {
  if (passed === null)
    return judgement(qualityConsistencyRule, null, 'The consistency evaluation is not on record.', '一致性评价情况无记录。', []);
  const inputs = [fact('consistencyPassed', String(passed))];
  return passed
    ? judgement(qualityConsistencyRule, true, 'The product passed the consistency evaluation.', '产品已通过一致性评价。', inputs)
    : judgement(qualityConsistencyRule, false, 'The product has not passed the consistency evaluation.', '产品未通过一致性评价。', inputs);
}
