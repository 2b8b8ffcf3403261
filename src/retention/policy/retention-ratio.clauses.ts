import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * The largest part of the surplus that may be retained anywhere, in percent. This is the only place of that number.
 * @source 医保办发〔2020〕26号
 */
export const retentionRatioClauses = clauseTable<{ percent: string }>('retention.retention-ratio', [
  {
    from: '2020-06-01',
    to: null,
    value: { percent: '50.00' },
    source: source(documents.retentionGuidance, 'not above 50 % of the measured surplus'),
    confidence: 'MEDIUM',
    note: 'from memory; the document is of June 2020, its day is not on record',
  },
]);
