import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * From how many bidders on the lowest price wins; below, the lot is negotiated.
 * @source etnet.com.hk 2018-12-07 (4+7 pilot tender)
 */
export const minimumCompetitionClauses = clauseTable<{ bidders: number }>('procurement.minimum-competition', [
  {
    from: '2018-12-06',
    to: '2019-09-24',
    scheme: 'pilot-4plus7',
    value: { bidders: 3 },
    source: source(documents.pilotTender, 'fewer than 3 bidders'),
    confidence: 'HIGH',
  },
]);
