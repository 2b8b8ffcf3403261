import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import type { Deadline } from './deadline.ts';
import { documents } from './documents.ts';

const endOfNextMonth: Deadline = { kind: 'END_OF_MONTH', monthsLater: 1 };

/**
 * Until when accepted goods are paid, by the day of acceptance. This is the only place of the national deadline.
 * @source 国办发〔2021〕2号; the stent Opinions of 2021 (source text 1)
 */
export const settlementDeadlineClauses = clauseTable<Deadline>('payment.settlement-deadline', [
  {
    from: '2018-01-01',
    to: '2021-01-22',
    category: 'DRUG',
    value: endOfNextMonth,
    source: source(documents.ourConvention, 'the deadline of 2021, from the first agreement year on'),
    confidence: 'LOW',
    note: 'no deadline of the earlier rounds is on record',
  },
  {
    from: '2021-01-22',
    to: null,
    category: 'DRUG',
    value: endOfNextMonth,
    source: source(documents.normalisedProcurement, 'settlement not later than the end of the month after acceptance'),
    confidence: 'MEDIUM',
    note: 'from memory, in the words of the stent Opinions',
  },
  {
    from: '2018-01-01',
    to: '2021-01-01',
    category: 'STENT',
    value: endOfNextMonth,
    source: source(documents.ourConvention, 'the deadline of 2021, from the first agreement year on'),
    confidence: 'LOW',
    note: 'no deadline of earlier purchases is on record',
  },
  {
    from: '2021-01-01',
    to: null,
    category: 'STENT',
    value: endOfNextMonth,
    source: source(documents.stentSupport, '"not exceed the end of the next month after the delivery acceptance"'),
    confidence: 'HIGH',
    note: 'for all that was bought at the selected prices, which held from January 2021 on',
  },
  {
    from: '2018-01-01',
    to: null,
    category: 'CONSUMABLE',
    value: endOfNextMonth,
    source: source(documents.stentSupport, 'applied to other high-value consumables by convention'),
    confidence: 'LOW',
    note: 'the documents of other consumables are not on record',
  },
]);
