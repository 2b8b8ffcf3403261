import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';
import { type Priced, priceRanks, tiedWith } from './price-rank.ts';
import { winnerLimitClauses } from './winner-limit.clauses.ts';

/**
 * Of the eligible bids of a lot only so many of the lowest are selected.
 * @source etnet.com.hk 2018-12-07 (4+7); eva260.com (expansion 2019)
 */
export const winnerLimitRule = defineRule({
  id: 'procurement.winner-limit',
  title: 'Maximum number of winners',
  titleZh: '最多中选企业数',
  statement: 'The lowest eligible bids up to the number in force are selected. A tie across the last place is left to the experts.',
  statementZh: '符合条件的报价按价格由低到高，在最多中选数内中选；末位并列的，由专家决定。',
  source: [source(documents.pilotTender), source(documents.expansionWinners), source(documents.ourConvention, 'ties')],
  clauses: winnerLimitClauses,
  traces: ['RB2', 'RB3'],
});

/**
 * Judges each eligible bid by the maximum number of winners in force on the opening day, by bid id.
 *
 * Not judged (null) when the number is not on record (then it limits nobody), or when bids tied in price stand
 * across the last place: no document on record says who wins.
 * @source etnet.com.hk 2018-12-07 (4+7); eva260.com (expansion 2019)
 */
export function winnerLimit(on: LocalDate, scheme: string, eligible: readonly Priced[]): Map<string, Judgement & { tie: boolean }> {
  const clause = winnerLimitClauses.inForce(on, { scheme });
  const { maximum } = clause.value;
  const ranks = priceRanks(eligible);
  return new Map(
    eligible.map((bid) => {
      const place = ranks.get(bid.id) ?? 0;
      const say = (met: boolean | null, en: string, zh: string, tie = false) =>
        [
          bid.id,
          {
            ...judgement(
              winnerLimitRule,
              met,
              en,
              zh,
              maximum === null ? [fact('place', place)] : [fact('place', place), fact('maximum', maximum)],
              clause.source,
            ),
            tie,
          },
        ] as const;
      if (maximum === null)
        return say(
          null,
          'The maximum number of winners is not on record for this round; no limit is applied.',
          '本批次最多中选企业数无记录，不设上限。',
        );
      const tied = tiedWith(bid, eligible);
      if (place > maximum)
        return say(false, `Place ${place} is beyond the ${maximum} winner(s) allowed.`, `第${place}位，超过最多中选数${maximum}。`);
      if (place + tied.length > maximum)
        return say(
          null,
          `Place ${place} is tied with ${tied.join(', ')}; only ${maximum} may win and no tie rule is on record.`,
          `第${place}位与${tied.join('、')}并列；最多中选数为${maximum}，并列规则无记录。`,
          true,
        );
      return say(true, `Place ${place} is within the ${maximum} winner(s) allowed.`, `第${place}位，在最多中选数${maximum}之内。`);
    }),
  );
}
