import { stringify } from 'csv-stringify/sync';
import type { ImportError, ImportReport } from '../../src/platform/tables/import-file.ts';

/** As many as a person reads on a screen; the rest goes to a file. */
const mostShown = 50;

const encodings: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GB18030 (GBK)',
  xlsx: 'a workbook',
};

/**
 * The report of an import in a few plain sentences.
 * @source none: machinery
 */
export function sayReport(report: ImportReport, title: string): string {
  const { fileName, rowsRead, rowsAdded, rowsUnchanged, errorCount, dryRun, encoding } = report;
  const read =
    encoding && rowsRead > 0
      ? `${count(rowsRead)} ${rowsRead === 1 ? 'row' : 'rows'} of ${title}, read as ${encodings[encoding]}`
      : 'no rows read';
  if (errorCount > 0) return `${fileName}: ${read}; ${count(errorCount)} ${errorCount === 1 ? 'error' : 'errors'}. Nothing was recorded.`;
  const done = `${count(rowsAdded)} added, ${count(rowsUnchanged)} on record already`;
  return `${fileName}: ${read}; ${done}.${dryRun ? ' This was a dry run: nothing was recorded.' : ''}`;
}

/** The errors as lines, row first. @source none: machinery */
export function sayErrors({ errors, errorCount }: ImportReport, file: string | null): string {
  const lines = errors.slice(0, file ? 0 : mostShown).map(sayError);
  if (file) lines.push(`The errors are in ${file}${errorCount > errors.length ? ` (the first ${count(errors.length)})` : ''}.`);
  else if (errorCount > mostShown) lines.push(`… and ${count(errorCount - mostShown)} more: --errors FILE.csv writes them to a file.`);
  return lines.map((line) => `${line}\n`).join('');
}

function sayError({ row, column, code, value, message, messageZh }: ImportError): string {
  const place = [row === null ? 'file' : `row ${row}`, column].filter((part) => part !== null).join(', ');
  return `${place}: ${value === null ? '' : `"${printable(value)}" `}${code}. ${printable(message)} ${printable(messageZh)}`;
}

/** The errors as a table that a spreadsheet opens: with its mark, and no cell that it would take for a formula. */
export function errorTable(errors: readonly ImportError[]): string {
  const columns = ['row', 'column', 'code', 'value', 'message', 'messageZh'] as const;
  return stringify(errors as ImportError[], { header: true, bom: true, escape_formulas: true, columns: [...columns] });
}

/** A value comes from a stranger's file: it must not move the cursor or colour the terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
