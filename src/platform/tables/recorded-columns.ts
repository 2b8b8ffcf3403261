import { confidences } from '../database/base-columns.ts';
import { oneOf, text } from './column-type.ts';
import type { ColumnImport } from './table-import.ts';

/**
 * The columns that every file may carry: where a row comes from, and how far it may be trusted. Without them a row is
 * imported from its file and trusted. A row stated again elsewhere is the same row, so its provenance is not compared.
 * @source none: machinery
 */
export const recordedColumns: readonly ColumnImport[] = [
  {
    name: 'provenance',
    aliases: ['来源', '出处'],
    type: text(1000),
    default: (fileName) => `imported from ${fileName}`,
    comparedWith: false,
  },
  {
    name: 'confidence',
    aliases: ['可信度', '置信度'],
    type: oneOf(confidences, { HIGH: ['高'], MEDIUM: ['中'], LOW: ['低'], SYNTHETIC: ['模拟', '合成'] }),
    default: 'HIGH',
  },
];
