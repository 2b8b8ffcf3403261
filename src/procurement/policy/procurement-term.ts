import { fact } from '../../kernel/fact.ts';
import { addDays, addMonths, localDate, type LocalDate } from '../../kernel/local-date.ts';
import { period, type Period } from '../../kernel/period.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';
import { procurementTermClauses, type TermTerms } from './procurement-term.clauses.ts';
import { volumeShare, type ShareCategory } from './volume-share.ts';

/**
 * How long the result of a round holds.
 * @source baipharm.chemlinked.com (seventh round); others as cited in the clauses
 */
export const procurementTermRule = defineRule({
  id: 'procurement.procurement-term',
  title: 'Procurement term',
  titleZh: '采购周期',
  statement:
    'The term is 1 to 3 years by number of winners, a number of years, or runs to a fixed last day, as the document of the round says.',
  statementZh: '采购周期按中选企业数为1至3年、按固定年数，或至固定日期，以采购文件为准。',
  source: [
    source(documents.round7Shares),
    source(documents.round10Rules),
    source(documents.round11Rules),
    source(documents.stents2020),
    source(documents.stents2022),
    source(documents.yangtze),
  ],
  clauses: procurementTermClauses,
  traces: ['RA2', 'RA3'],
});

/**
 * What the term of a lot may depend on: when the result takes effect, how many won and bid, whether use is
 * long-term (asked by the Yangtze-delta renewal only).
 * @source none: a shape of this system, not a rule
 */
export interface TermAsked {
  scheme: string;
  on: LocalDate;
  category: ShareCategory;
  startsOn: LocalDate;
  winners: number;
  bidders?: number | null;
  isLongTermUse?: boolean | null;
  chosenPercent?: string | null;
}

/**
 * The half-open period for which a result holds, from the day it takes effect.
 *
 * Refuses with `TERM_NOT_ON_RECORD` (no clause for the scheme and day, or bidders or long-term use needed and absent),
 * with `TERM_OUT_OF_RANGE` for a start after the last day of the term, and as `volumeShare` does.
 * @source as cited in the clauses
 */
export function procurementTerm(asked: TermAsked): Verdict<Period> {
  const clause = procurementTermClauses.rows.find(
    (row) => row.scheme === asked.scheme && row.from <= asked.on && (row.to === null || asked.on < row.to),
  );
  if (!clause) return forYears(asked, null);
  const { value } = clause;
  if (value.kind === 'LAST_DAY') {
    const end = addDays(localDate(value.lastDay), 1);
    return asked.startsOn < end ? accepted(period(asked.startsOn, end)) : refused([startsAfterTerm(asked.startsOn, value.lastDay)]);
  }
  if (value.kind === 'BY_WINNERS') {
    const share = volumeShare(asked);
    if (!share.ok) return share;
    return forYears(asked, share.value.termYears);
  }
  return forYears(asked, yearsOf(value, asked));
}

function yearsOf(value: TermTerms, asked: TermAsked): number | null {
  if (value.kind === 'YEARS') return value.years;
  if (value.kind !== 'BY_BIDDERS' || asked.bidders == null || asked.isLongTermUse == null) return null;
  return asked.bidders > value.biddersAbove && asked.isLongTermUse ? value.yearsAbove : value.years;
}

function forYears(asked: TermAsked, years: number | null): Verdict<Period> {
  if (years !== null) return accepted(period(asked.startsOn, addMonths(asked.startsOn, 12 * years)));
  return refused([
    {
      code: 'TERM_NOT_ON_RECORD',
      field: null,
      message: 'The procurement term of this round is not on record.',
      messageZh: '本批次采购周期无记录。',
      rule: procurementTermRule.id,
      facts: [fact('scheme', asked.scheme), fact('on', asked.on)],
    },
  ]);
}

function startsAfterTerm(startsOn: LocalDate, lastDay: string): Refusal {
  return {
    code: 'TERM_OUT_OF_RANGE',
    field: 'inForceFrom',
    message: `The term ends on ${lastDay}, before it would begin on ${startsOn}.`,
    messageZh: `采购周期截止 ${lastDay}，早于执行首日 ${startsOn}。`,
    rule: procurementTermRule.id,
    facts: [fact('startsOn', startsOn), fact('lastDay', lastDay)],
  };
}
