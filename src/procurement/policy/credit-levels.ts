import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { creditLevelClauses, type CreditLevel, type LevelTerms } from './credit-levels.clauses.ts';
import { documents } from './documents.ts';

/**
 * A province rates an enterprise by the levels of the scheme that is in force on the day.
 * @source 医保发〔2020〕34号; flcube.com/?p=34833
 */
export const creditLevelsRule = defineRule({
  id: 'procurement.credit-levels',
  title: 'Levels of credit',
  titleZh: '信用评价等级',
  statement:
    'A credit rating has one of the levels of the scheme in force on its first day: four from 2020, three from the third quarter of 2025.',
  statementZh: '信用评价等级须为评定生效之日所适用方案的等级：2020年起四级，2025年第三季度起三级。',
  source: [source(documents.creditSystem), source(documents.creditLevels2025)],
  clauses: creditLevelClauses,
  traces: ['RI4'],
});

/**
 * The place of a level in the scheme of the day (1 is the mildest) and what it leads to.
 *
 * Refuses with `NO_CREDIT_SCHEME` (before the first one) and `CREDIT_LEVEL_OF_OTHER_SCHEME`.
 * @source 医保发〔2020〕34号; flcube.com/?p=34833
 */
export function creditLevel(level: CreditLevel, on: LocalDate): Verdict<LevelTerms & { rank: number }> {
  const first = creditLevelClauses.rows[0]!.from;
  const rule = creditLevelsRule.id;
  if (on < first) {
    return refused([
      {
        code: 'NO_CREDIT_SCHEME',
        field: 'effectiveFrom',
        message: `There were no levels of credit before ${first}.`,
        messageZh: `${first} 之前尚无信用评价等级。`,
        rule,
        facts: [fact('on', on), fact('firstDay', first)],
      },
    ]);
  }
  const { value: scheme, from } = creditLevelClauses.inForce(on);
  const at = scheme.findIndex((each) => each.level === level);
  if (at >= 0) return accepted({ ...scheme[at]!, rank: at + 1 });
  const levels = scheme.map((each) => each.level);
  return refused([
    {
      code: 'CREDIT_LEVEL_OF_OTHER_SCHEME',
      field: 'level',
      message: `On ${on} the levels are ${levels.join(', ')}; ${level} is none of them.`,
      messageZh: `${on} 适用的等级为 ${levels.join('、')},不含 ${level}。`,
      rule,
      facts: [fact('on', on), fact('level', level), fact('levels', levels.join('|')), fact('schemeFrom', from)],
    },
  ]);
}
