import { lastDayOfMonth, localDate, MalformedDate, type LocalDate } from '../../kernel/local-date.ts';
import { isCode } from '../access/caller.ts';
import { RequestRefused } from '../graphql/errors.ts';
import { csvEncodings } from './csv-writer.ts';
import { fileFormats, headerLanguages, type FileWanted } from './export-file.ts';
import type { ExportAsked, ExportFilter, TableExport } from './table-export.ts';

const refused = (message: string, messageZh: string) => new RequestRefused('BAD_REQUEST', 400, message, messageZh);

/**
 * Reads what is asked of an export from texts by name: how the file is written, and which rows.
 * @param given a text for each name; whatever else is refused
 * @throws RequestRefused for a name or a value that there is not
 */
export function readAskedExport(
  table: TableExport,
  given: Readonly<Record<string, unknown>>,
  today: LocalDate,
): { readonly asked: ExportAsked; readonly file: FileWanted } {
  const { format = 'csv', encoding = 'utf-8', language = 'zh', ...rows } = given;
  const file = {
    format: oneOf('format', format, fileFormats),
    encoding: oneOf('encoding', encoding, csvEncodings),
    language: oneOf('language', language, headerLanguages),
  };
  const filters = table.filters ?? {};
  const known = ['format', 'encoding', 'language', ...(table.asOf ? ['asOf'] : []), ...Object.keys(filters)];
  if (Object.keys(rows).some((name) => !known.includes(name))) {
    throw refused(`Known are ${known.join(', ')}.`, `可用参数为 ${known.join('、')}。`);
  }
  const { asOf = today, ...narrowed } = rows;
  return {
    file,
    asked: {
      asOf: dayOf('asOf', asOf),
      filters: Object.fromEntries(Object.entries(narrowed).map(([name, value]) => [name, operandOf(name, filters[name]!, value)])),
    },
  };
}

function oneOf<T extends string>(name: string, value: unknown, known: readonly T[]): T {
  if ((known as readonly unknown[]).includes(value)) return value as T;
  throw refused(`${name}: one of ${known.join(', ')}`, `${name}:须为 ${known.join('、')} 之一`);
}

function operandOf(name: string, { type }: ExportFilter, value: unknown): object {
  if (type === 'code') {
    if (isCode(value)) return { eq: value };
    throw refused(`${name}: a business code`, `${name}:须为业务代码`);
  }
  if (typeof value !== 'string' || !/^\d{4}-\d{2}$/.test(value))
    throw refused(`${name}: a month as 2021-02`, `${name}:须为月份,如 2021-02`);
  const first = dayOf(name, `${value}-01`);
  return { gte: first, lte: lastDayOfMonth(first) };
}

function dayOf(name: string, value: unknown): LocalDate {
  try {
    return localDate(value as string);
  } catch (error) {
    if (!(error instanceof MalformedDate)) throw error;
    throw refused(`${name}: ${error.message}`, `${name}:不是有效日期(YYYY-MM-DD)`);
  }
}
