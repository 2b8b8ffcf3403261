import { fact, type Fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Ratio } from '../../kernel/ratio.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, verdict, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';
import { retentionRatioClauses } from './retention-ratio.clauses.ts';

/**
 * At most half of a surplus is retained; of stents' at most the part that the area lets be retained of drugs'.
 * @source 医保办发〔2020〕26号; source text 1: "at a proportion no higher than the balance retained by the centralized procurement of drugs"
 */
export const retentionRatioRule = defineRule({
  id: 'retention.retention-ratio',
  title: 'Retention ratio',
  titleZh: '结余留用比例',
  statement:
    'The part of a surplus that is retained is at most the national one (50 %) and at most that of the grade. Where the pooling area has a ratio for drugs on file, neither drugs nor stents pass it; for stents, and by convention for other consumables, there must be one. Equality is allowed; unless a smaller one is proposed, the largest allowed is taken.',
  statementZh:
    '结余留用比例不超过国家上限（50%）且不超过考核等次对应比例。统筹区已备案药品结余留用比例的，药品与支架均不得超过该比例；支架（及按本系统惯例的其他耗材）须以已备案的药品比例为前提。可以相等；未提出较低比例的，取允许的最高比例。',
  source: [
    source(documents.retentionGuidance, 'not above 50 %'),
    source(documents.stentSupport, '"at a proportion no higher than the balance retained by the centralized procurement of drugs"'),
    source(documents.ourConvention, 'other consumables as stents'),
  ],
  clauses: retentionRatioClauses,
  traces: ['RF1', 'RF4', 'S1-23', 'E28'],
});

/**
 * The national limit on a day, in percent.
 *
 * Refuses with `NO_RETENTION_IN_FORCE` before the first document.
 * @source 医保办发〔2020〕26号
 */
export function highestRetentionRatio(field: string, on: LocalDate): Verdict<string> {
  const first = retentionRatioClauses.rows[0]!.from;
  if (on >= first) return accepted(retentionRatioClauses.inForce(on).value.percent);
  return refused([
    {
      code: 'NO_RETENTION_IN_FORCE',
      field,
      message: `No document lets a surplus be retained on ${on}; the first holds from ${first}.`,
      messageZh: `${on} 尚无结余留用规定,首个文件自 ${first} 起适用。`,
      rule: retentionRatioRule.id,
      facts: [fact(field, on), fact('firstDay', first)],
    },
  ]);
}

/**
 * Whether a pooling area may retain that percentage of drugs' surpluses from a day on.
 *
 * Refuses with `RATIO_ABOVE_NATIONAL` and `NO_RETENTION_IN_FORCE`.
 * @source 医保办发〔2020〕26号
 */
export function areaRetentionRatio(from: LocalDate, percent: string): Verdict<string> {
  const highest = highestRetentionRatio('effectiveFrom', from);
  if (!highest.ok) return highest;
  return verdict(above(percent, { name: 'national', percent: highest.value }), () => percent);
}

/**
 * What limits the ratio of a statement, in percent.
 * @source none: a shape of this system, not a rule
 */
export interface RatioLimits {
  readonly category: 'DRUG' | 'STENT' | 'CONSUMABLE';
  readonly highest: string;
  readonly grade: string;
  /** Of the area, for drugs; null where none is on file. */
  readonly drugRatio: string | null;
}

/**
 * The ratio of a statement in percent: what is proposed if the limits allow it, or the largest that they do.
 *
 * Refuses with `RATIO_ABOVE_NATIONAL`, `RATIO_ABOVE_GRADE`, `RATIO_ABOVE_DRUG_RATIO` and `DRUG_RATIO_NOT_ON_FILE`.
 * @source 医保办发〔2020〕26号; source text 1
 */
export function retentionRatio(limits: RatioLimits, proposed: string | null): Verdict<string> {
  const { category, highest, grade, drugRatio } = limits;
  const missing = category !== 'DRUG' && drugRatio === null ? [notOnFile(proposed)] : [];
  if (proposed === null) return verdict(missing, () => least([highest, grade, ...(drugRatio === null ? [] : [drugRatio])]));
  const refusals = [
    ...missing,
    ...above(proposed, { name: 'national', percent: highest }),
    ...above(proposed, { name: 'gradeRatio', percent: grade }),
    ...(drugRatio === null ? [] : above(proposed, { name: 'drugRatio', percent: drugRatio })),
  ];
  return verdict(refusals, () => Ratio.parse(proposed).toFixed(2, 'HALF_UP'));
}

const least = (percents: readonly string[]) =>
  percents.reduce((low, each) => (Ratio.parse(each).compare(Ratio.parse(low)) < 0 ? each : low));

type Limit = { readonly name: 'national' | 'gradeRatio' | 'drugRatio'; readonly percent: string };
const passed = {
  national: { code: 'RATIO_ABOVE_NATIONAL', english: 'the national limit', chinese: '国家上限' },
  gradeRatio: { code: 'RATIO_ABOVE_GRADE', english: 'what the grade of the assessment allows', chinese: '考核等次对应比例' },
  drugRatio: { code: 'RATIO_ABOVE_DRUG_RATIO', english: "the area's ratio for drugs", chinese: '统筹区药品结余留用比例' },
} as const;

function above(percent: string, limit: Limit): Refusal[] {
  if (Ratio.percent(percent).isAtMost(Ratio.percent(limit.percent))) return [];
  const { code, english, chinese } = passed[limit.name];
  const facts: Fact[] = [fact('ratio', percent, '%'), fact(limit.name, limit.percent, '%')];
  return [
    {
      code,
      field: 'ratioPercent',
      message: `${percent} % is above ${english}, ${limit.percent} %.`,
      messageZh: `${percent}%高于${chinese}${limit.percent}%。`,
      rule: retentionRatioRule.id,
      facts,
    },
  ];
}

const notOnFile = (proposed: string | null): Refusal => ({
  code: 'DRUG_RATIO_NOT_ON_FILE',
  field: 'ratioPercent',
  message: 'The pooling area has no retention ratio for drugs on file, which limits that of stents.',
  messageZh: '统筹区尚未备案药品结余留用比例,支架留用比例须以其为上限。',
  rule: retentionRatioRule.id,
  facts: proposed === null ? [] : [fact('ratio', proposed, '%')],
});
