import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { prepaymentDocuments } from './prepayment-documents.ts';

/**
 * The least share of the annual agreed amount that the fund prepays, in percent. This is the only place of that number;
 * a pooling area may record more for itself, never less.
 * @source 国办发〔2019〕2号; source text 1: "prepay no less than 30% of the annual agreed purchase amount"
 */
export const prepaymentMinimumClauses = clauseTable<{ percent: string }>('payment.prepayment-minimum', [
  {
    from: '2019-01-01',
    to: '2021-01-01',
    value: { percent: '30.00' },
    source: source(prepaymentDocuments.pilot2019, '30 % of the procurement budget'),
    confidence: 'MEDIUM',
    note: 'drugs of the first rounds; the day is that of the document',
  },
  {
    from: '2021-01-01',
    to: null,
    value: { percent: '30.00' },
    source: source(prepaymentDocuments.stentSupport, '"prepay no less than 30% of the annual agreed purchase amount"'),
    confidence: 'HIGH',
    note: 'from the agreement year of the first stents on; applied to drugs as well',
  },
]);
