import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/** Within how many months of its start a schedule ends, and to how many decimals a computed step is rounded. */
export interface ConvergenceLimit {
  readonly months: number;
  readonly decimals: number;
}

/**
 * How long a convergence may take, by category. This is the only place of these numbers.
 * @source source text 1 (stents), 医保发〔2019〕18号 (drugs)
 */
export const convergenceClauses = clauseTable<ConvergenceLimit>('standard.convergence', [
  {
    from: '2019-01-01',
    to: null,
    category: 'STENT',
    value: { months: 24, decimals: 2 },
    source: source(documents.stentSupport, '"within two years, the payment standard will be gradually adjusted"'),
    confidence: 'HIGH',
    note: 'the measures follow the round of 2020; no result was in effect anywhere before them',
  },
  {
    from: '2019-01-01',
    to: null,
    category: 'DRUG',
    value: { months: 36, decimals: 4 },
    source: source(documents.drugSupport, 'to the winning price within 2 to 3 years'),
    confidence: 'MEDIUM',
    note: 'a limit of its own (T14); the day of the year is not on record',
  },
]);
