import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';
import { minimumCompetitionClauses } from './minimum-competition.clauses.ts';

/**
 * With fewer bidders than the number in force a lot is not decided by price but negotiated.
 * @source etnet.com.hk 2018-12-07 (4+7 pilot tender)
 */
export const minimumCompetitionRule = defineRule({
  id: 'procurement.minimum-competition',
  title: 'Enough bidders for the lowest price to win',
  titleZh: '最低价中选所需的申报企业数',
  statement: 'In the 4+7 pilot the lowest price wins when at least three enterprises bid; with fewer the lot is negotiated.',
  statementZh: '4+7试点中，申报企业不少于3家的，最低价中选；不足3家的，进入议价谈判。',
  source: [source(documents.pilotTender)],
  clauses: minimumCompetitionClauses,
  traces: ['RB2'],
});

/**
 * Judges whether a lot has enough bidders on the opening day; enterprises with a valid bid count (convention).
 * @source etnet.com.hk 2018-12-07 (4+7 pilot tender)
 */
export function minimumCompetition(on: LocalDate, scheme: string, bidders: number): Judgement {
  const clause = minimumCompetitionClauses.inForce(on, { scheme });
  const needed = clause.value.bidders;
  const inputs = [fact('bidders', bidders), fact('needed', needed)];
  return bidders >= needed
    ? judgement(
        minimumCompetitionRule,
        true,
        `${bidders} enterprises bid; with ${needed} or more the lowest price wins.`,
        `共${bidders}家企业申报，达到${needed}家，最低价中选。`,
        inputs,
        clause.source,
      )
    : judgement(
        minimumCompetitionRule,
        false,
        `${bidders} enterprises bid; with fewer than ${needed} the lot is negotiated.`,
        `共${bidders}家企业申报，不足${needed}家，进入议价谈判。`,
        inputs,
        clause.source,
      );
}
