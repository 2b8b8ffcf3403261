import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { count } from '../../kernel/quantity.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';
import { volumeShareClauses } from './volume-share.clauses.ts';

/**
 * How a product group is shared by the table: ordinary, or on the antibacterial and antifungal list.
 * @source baipharm.chemlinked.com (seventh round)
 */
export type ShareCategory = 'ORDINARY' | 'ANTIBACTERIAL';

/**
 * The share of the base that is agreed in the first year grows with the number of winners.
 * @source baipharm.chemlinked.com (seventh round)
 */
export const volumeShareRule = defineRule({
  id: 'procurement.volume-share',
  title: 'Share of the base by number of winners',
  titleZh: '按中选企业数确定的约定采购量比例',
  statement:
    'The agreed volume of the first year is a share of the base that depends on the actual number of winners (seventh round: 50/60/70/80 %, antibacterials 30/40/50 %).',
  statementZh: '首年约定采购量为采购量基数的一定比例，按实际中选企业数确定（第七批：50/60/70/80%，抗菌药物30/40/50%）。',
  source: [
    source(documents.round7Shares),
    source(documents.round3Report),
    source(documents.pilotPlan),
    source(documents.expansion),
    source(documents.round11Shares),
  ],
  clauses: volumeShareClauses,
  traces: ['RA2', 'RA3', 'E19a', 'E19c', 'E19e', 'E19g'],
});

/**
 * The share in force: exact ratio, its text in percent, and the term in years (null where it does not depend on
 * the number of winners or is not on record).
 * @source none: a shape of this system, not a rule
 */
export interface VolumeShare {
  share: Ratio;
  percent: string;
  termYears: number | null;
  explanation: Explanation;
}

/**
 * The share of the base for a number of winners (1 or more) on the opening day. Where the document names a range
 * (4+7: 60 to 70 %), `chosenPercent` says which was chosen.
 *
 * Refuses with `VOLUME_SHARE_NOT_ON_RECORD`, `SHARE_TO_BE_CHOSEN`, `SHARE_OUT_OF_RANGE`; throws `RuleGap` for a
 * scheme or day without clause.
 * @source baipharm.chemlinked.com (seventh round); others as cited in the clauses
 */
export function volumeShare(given: {
  scheme: string;
  on: LocalDate;
  category: ShareCategory;
  winners: number;
  chosenPercent?: string | null;
}): Verdict<VolumeShare> {
  const winners = count(given.winners);
  const clause = volumeShareClauses.inForce(given.on, { scheme: given.scheme, category: given.category });
  const row = clause.value.rows.find((each) => each.winners === winners || (each.orMore && winners > each.winners));
  const rule = volumeShareRule.id;
  const inputs = [fact('winners', winners), fact('category', given.category)];
  if (!row) {
    return refused([
      {
        code: 'VOLUME_SHARE_NOT_ON_RECORD',
        field: 'winners',
        message: `No volume share is on record for ${winners} winner(s) in this round.`,
        messageZh: `本批次${winners}家中选时的约定采购量比例无记录。`,
        rule,
        facts: inputs,
      },
    ]);
  }
  const isRange = row.percentFrom !== row.percentTo;
  const facts = [...inputs, fact('from', row.percentFrom, '%'), fact('to', row.percentTo, '%')];
  if (isRange && given.chosenPercent == null) {
    return refused([
      {
        code: 'SHARE_TO_BE_CHOSEN',
        field: 'chosenPercent',
        message: `The share is between ${row.percentFrom} and ${row.percentTo} %; say which was chosen.`,
        messageZh: `比例为${row.percentFrom}%至${row.percentTo}%，请说明选定的比例。`,
        rule,
        facts,
      },
    ]);
  }
  const percent = given.chosenPercent ?? row.percentFrom;
  const share = Ratio.percent(percent);
  if (!share.isAtLeast(Ratio.percent(row.percentFrom)) || !share.isAtMost(Ratio.percent(row.percentTo))) {
    return refused([
      {
        code: 'SHARE_OUT_OF_RANGE',
        field: 'chosenPercent',
        message: `A share of ${percent} % is not between ${row.percentFrom} and ${row.percentTo} %.`,
        messageZh: `比例${percent}%不在${row.percentFrom}%至${row.percentTo}%之间。`,
        rule,
        facts: [...facts, fact('chosen', percent, '%')],
      },
    ]);
  }
  const explanation: Explanation = {
    rule,
    sentence: `With ${winners} winner(s) ${percent} % of the base is agreed.`,
    sentenceZh: `${winners}家中选，约定采购量为基数的${percent}%。`,
    source: [clause.source],
    inputs,
    steps: [{ text: 'share of the base', textZh: '占基数比例', value: percent, unit: '%' }],
  };
  return accepted({ share, percent, termYears: row.termYears, explanation });
}
