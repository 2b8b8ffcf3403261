import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * The factor in price for a doubling of the strength, as a decimal text.
 * @source 发改价格〔2011〕2452号 药品差比价规则, from memory
 */
export const comparableUnitPriceClauses = clauseTable<{ factorPerDoubling: string }>('procurement.comparable-unit-price', [
  {
    from: '2012-01-01',
    to: null,
    value: { factorPerDoubling: '1.7' },
    source: source(documents.priceRatioRules, '含量差比价'),
    confidence: 'LOW',
    note: 'factor and first day from memory',
  },
]);
