import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';
import { manufacturerLimitClauses } from './manufacturer-limit.clauses.ts';
import { type Priced, priceRanks } from './price-rank.ts';

/**
 * At most so many products of one manufacturer are shortlisted in a lot, its lowest first.
 * @source en.camdi.org/news/4962 (coronary stents 2020)
 */
export const manufacturerLimitRule = defineRule({
  id: 'procurement.manufacturer-limit',
  title: 'Products of one manufacturer',
  titleZh: '同一生产企业入围产品数上限',
  statement: 'Of one manufacturer only its lowest-priced products up to the number in force may be shortlisted.',
  statementZh: '同一生产企业仅价格最低的若干产品可入围，以规定数量为限。',
  source: [source(documents.stents2020Selection)],
  clauses: manufacturerLimitClauses,
  traces: ['RB6'],
});

/**
 * Judges each bid against the limit per manufacturer in force on the opening day, by bid id. A tie at the last
 * place of a manufacturer is shared.
 * @source en.camdi.org/news/4962; the tie rule is a convention of this system
 */
export function manufacturerLimit(
  on: LocalDate,
  scheme: string,
  bids: readonly (Priced & { manufacturer: string })[],
): Map<string, Judgement> {
  const clause = manufacturerLimitClauses.inForce(on, { scheme });
  const { maximum } = clause.value;
  return new Map(
    bids.map((bid) => {
      const place = priceRanks(bids.filter((other) => other.manufacturer === bid.manufacturer)).get(bid.id) ?? 0;
      const inputs = [fact('manufacturer', bid.manufacturer), fact('placeInManufacturer', place), fact('maximum', maximum)];
      return place <= maximum
        ? [
            bid.id,
            judgement(
              manufacturerLimitRule,
              true,
              `It is product ${place} of its manufacturer by price; ${maximum} are allowed.`,
              `按价格为该生产企业第${place}个产品，上限${maximum}个。`,
              inputs,
              clause.source,
            ),
          ]
        : [
            bid.id,
            judgement(
              manufacturerLimitRule,
              false,
              `It is product ${place} of its manufacturer by price; only ${maximum} are allowed.`,
              `按价格为该生产企业第${place}个产品，超过上限${maximum}个。`,
              inputs,
              clause.source,
            ),
          ];
    }),
  );
}
