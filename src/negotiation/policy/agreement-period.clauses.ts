import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * For how many months an outcome is agreed. This is the only place of that number.
 * @source flcube 16626 (simple renewal of 2 years); of talks: known from the field
 */
export const agreementPeriodClauses = clauseTable<{ months: number }>('negotiation.agreement-period', [
  {
    from: '2017-01-01',
    to: '2022-01-01',
    value: { months: 24 },
    source: source(documents.fieldPractice, 'agreements of 2 years'),
    confidence: 'MEDIUM',
    note: 'the first day is that of the 2017 rules',
  },
  {
    from: '2022-01-01',
    to: null,
    value: { months: 24 },
    source: source(documents.renewalTerm, 'simple renewal for 2 years'),
    confidence: 'MEDIUM',
    note: 'the first day is that of the renewal rules; read of renewals, taken for talks too',
  },
]);
