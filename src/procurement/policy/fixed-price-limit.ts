import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { type ComparablePrice, comparablePrice } from './comparable-price.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';
import { fixedPriceLimitClauses } from './fixed-price-limit.clauses.ts';

/**
 * A bid at or below a fixed price is eligible whatever the others bid: 0.10 yuan for drugs, 2,850 for stents in 2020.
 * @source flcube.com/?p=30512 (seventh round); ?p=41082 (eleventh)
 */
export const fixedPriceLimitRule = defineRule({
  id: 'procurement.fixed-price-limit',
  title: 'Fixed price limit',
  titleZh: '固定价格线',
  statement:
    'A shortlisted bid is eligible when its comparable unit price is at most the fixed price in force; since round 11 for oral solids only.',
  statementZh: '入围报价的单位可比价不高于固定价格线的，具备拟中选资格；第十一批起仅限口服固体制剂。',
  source: [source(documents.round7Rules), source(documents.round11Rules), source(documents.fieldPractice, 'stents 2020')],
  clauses: fixedPriceLimitClauses,
  traces: ['RB3', 'RB5', 'RB6', 'E21', 'E22'],
});

/**
 * Judges one bid by the fixed price in force on the opening day; equality is allowed.
 *
 * Not judged (null) when the price is unknown, or when the rule needs the dosage form and it is unknown.
 * @source flcube.com/?p=30512; ?p=41082
 */
export function fixedPriceLimit(on: LocalDate, scheme: string, offered: ComparablePrice | null, oralSolid: boolean | null): Judgement {
  const clause = fixedPriceLimitClauses.inForce(on, { scheme });
  const limit = comparablePrice(clause.value.limit);
  const rule = fixedPriceLimitRule;
  if (offered === null) return judgement(rule, null, 'The price of the bid is not on record.', '申报价无记录。', [], clause.source);
  const inputs = [fact('offered', offered.toString(), 'yuan'), fact('limit', limit.toString(), 'yuan')];
  if (!offered.isAtMost(limit)) {
    return judgement(
      rule,
      false,
      `The bid of ${offered.toString()} is above the fixed limit of ${limit.toString()}.`,
      `申报价${offered.toString()}元高于固定价格线${limit.toString()}元。`,
      inputs,
      clause.source,
    );
  }
  if (clause.value.oralSolidsOnly && oralSolid !== true) {
    return oralSolid === false
      ? judgement(rule, false, 'The fixed limit holds for oral solids only.', '固定价格线仅适用于口服固体制剂。', inputs, clause.source)
      : judgement(
          rule,
          null,
          'The fixed limit holds for oral solids only; the dosage form is not on record.',
          '固定价格线仅适用于口服固体制剂；剂型无记录。',
          inputs,
          clause.source,
        );
  }
  return judgement(
    rule,
    true,
    `The bid of ${offered.toString()} is not above the fixed limit of ${limit.toString()}.`,
    `申报价${offered.toString()}元不高于固定价格线${limit.toString()}元。`,
    inputs,
    clause.source,
  );
}
