import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';
import { type Priced, priceRanks, tiedWith } from './price-rank.ts';
import { shortlistLimitClauses } from './shortlist-limit.clauses.ts';

/**
 * At most so many of the lowest bids of a lot are shortlisted.
 * @source flcube.com/?p=30512 (seventh round); en.camdi.org/news/4962 (stents 2020)
 */
export const shortlistLimitRule = defineRule({
  id: 'procurement.shortlist-limit',
  title: 'Shortlist limit',
  titleZh: '入围数量上限',
  statement: 'The lowest bids up to the number in force are shortlisted. Bids tied at the last place are all shortlisted.',
  statementZh: '按价格由低到高，在规定数量内入围；末位并列的，均入围。',
  source: [source(documents.round7Rules), source(documents.stents2020Selection), source(documents.ourConvention, 'ties')],
  clauses: shortlistLimitClauses,
  traces: ['RB3', 'RB6'],
});

/**
 * Judges each bid of a lot against the shortlist limit in force on the opening day, by bid id.
 *
 * A bid is in when fewer than the limit are cheaper, so a tie at the last place is shared. Where no number is on
 * record there is no limit, and the judgement says so (null).
 * @source flcube.com/?p=30512; the tie rule is a convention of this system
 */
export function shortlistLimit(on: LocalDate, scheme: string, bids: readonly Priced[]): Map<string, Judgement> {
  const clause = shortlistLimitClauses.inForce(on, { scheme });
  const { maximum } = clause.value;
  const ranks = priceRanks(bids);
  return new Map(
    bids.map((bid) => {
      const rank = ranks.get(bid.id) ?? 0;
      if (maximum === null) {
        return [
          bid.id,
          judgement(
            shortlistLimitRule,
            null,
            'No shortlist number is on record for this round; no limit is applied.',
            '本批次入围数量无记录，不设上限。',
            [fact('rank', rank)],
            clause.source,
          ),
        ];
      }
      const inputs = [fact('rank', rank), fact('maximum', maximum)];
      const tied = tiedWith(bid, bids);
      const shared =
        rank <= maximum && rank + tied.length > maximum
          ? [` It shares its place with ${tied.join(', ')}.`, `与${tied.join('、')}并列。`]
          : ['', ''];
      return rank <= maximum
        ? [
            bid.id,
            judgement(
              shortlistLimitRule,
              true,
              `Place ${rank} is among the ${maximum} lowest.${shared[0]}`,
              `第${rank}位，在最低的${maximum}个之内。${shared[1]}`,
              inputs,
              clause.source,
            ),
          ]
        : [
            bid.id,
            judgement(
              shortlistLimitRule,
              false,
              `Place ${rank} is not among the ${maximum} lowest.`,
              `第${rank}位，不在最低的${maximum}个之内。`,
              inputs,
              clause.source,
            ),
          ];
    }),
  );
}
