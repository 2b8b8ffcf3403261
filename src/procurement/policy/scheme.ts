import type { Clause } from '../../kernel/clause.ts';
import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';
import { schemeClauses, type SchemeTerms } from './scheme.clauses.ts';

/**
 * A scheme says, by the opening day, which rules a round follows; it is data, not code.
 * @source the document of each round
 */
export const schemeRule = defineRule({
  id: 'procurement.scheme',
  title: 'Procurement scheme',
  titleZh: '采购规则体系',
  statement: 'The scheme and the opening day of a round say which validity, shortlist, eligibility, award, share and division rules apply.',
  statementZh: '采购批次的规则体系及开标日决定适用哪些有效性、入围、资格、中选、比例与分量规则。',
  source: [
    source(documents.round7Rules),
    source(documents.round10Rules),
    source(documents.round11Rules),
    source(documents.stents2020Selection),
    source(documents.stents2022),
  ],
  clauses: schemeClauses,
  traces: ['RA3', 'RB2', 'RB3', 'RB4', 'RB5', 'RB6', 'RB7'],
});

/**
 * The terms of a scheme on the opening day; throws `RuleGap` for a scheme or day that is not on record.
 * @source the document of each round
 */
export function scheme(on: LocalDate, code: string): Clause<SchemeTerms> {
  return schemeClauses.inForce(on, { scheme: code });
}

/**
 * The finding for bids of a scheme whose selection rules are not on record: nothing is judged beyond validity.
 * @source none: says that a source is missing
 */
export function selectionNotOnRecord(clause: Clause<SchemeTerms>): Judgement {
  return judgement(
    schemeRule,
    null,
    'The selection rules of this scheme are not on record; only validity is judged.',
    '该规则体系的中选规则无记录，仅评判报价有效性。',
    [fact('scheme', clause.scheme ?? '')],
    clause.source,
  );
}

/**
 * The terms of a scheme that may come to apply to a round whose opening day is not known yet: those in force on the day,
 * or, for a past round that is recorded later, all that the scheme ever had.
 * @source none: convention of this system
 */
export function schemeRows(on: LocalDate, code: string): readonly Clause<SchemeTerms>[] {
  return schemeIsOnRecord(on, code) ? [scheme(on, code)] : schemeClauses.rows.filter((row) => row.scheme === code);
}

/**
 * Whether a scheme has terms on record for an opening day: asked before a round is opened on it.
 * @source none: says whether a source is missing
 */
export function schemeIsOnRecord(on: LocalDate, code: string): boolean {
  return schemeClauses.rows.some((row) => row.scheme === code && row.from <= on && (row.to === null || on < row.to));
}
