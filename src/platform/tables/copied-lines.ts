import { randomBytes } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';
import { sql, type RawBuilder } from 'kysely';
import pg, { type PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Caller } from '../access/caller.ts';
import { statement, valuesFor } from '../read/statement.ts';
import { lineOfCells } from './csv-writer.ts';
import { mayHoldFormula, type WrittenCell, type WrittenType } from './written-cell.ts';

/** Columns, and the rows that they are taken from: `from … where … order by …`. */
export interface CopiedQuery {
  readonly columns: readonly { readonly type: WrittenType; readonly sql: RawBuilder<unknown> }[];
  readonly from: RawBuilder<unknown>;
}

/**
 * The lines of a CSV file as the database writes them, by COPY: it quotes faster than we do, and goes on while we send.
 * What begins a line of it is a mark that no cell can hold, since nobody knows it before; so line breaks in cells are told
 * from those between rows. Lines that a spreadsheet might take for a formula are written anew.
 */
export async function* copiedLines(client: PoolClient, query: CopiedQuery, caller: Caller): AsyncGenerator<CopiedLines> {
  const mark = randomBytes(8).toString('hex');
  const between = `\n${mark},`;
  const decoder = new StringDecoder('utf8');
  // As if a line had ended before the first.
  let rest = '\n';
  let hasBegun = false;
  for await (const chunk of client.query(copyTo(copyOf(query, mark, caller), { highWaterMark: portion })) as AsyncIterable<Buffer>) {
    const rows = (rest + decoder.write(chunk)).split(between);
    rest = rows.pop()!;
    if (rows.length === 0) continue;
    if (!hasBegun) rows.shift();
    hasBegun = true;
    if (rows.length > 0) yield linesOf(rows, query.columns);
  }
  if (hasBegun) yield linesOf([rest.slice(0, -1)], query.columns);
}

function copyOf({ columns, from }: CopiedQuery, mark: string, caller: Caller): string {
  const cells = columns.map((column, at) => sql`(${column.sql})::text as ${sql.ref(`c${at}`)}`);
  const made = statement(sql`select ${sql.lit(mark)} as mark, ${sql.join(cells)} ${from}`);
  const values = valuesFor(made, { caller, keys: [] });
  // COPY takes no parameters.
  const text = made.text.replaceAll(/\$(\d+)/g, (_, number: string) => {
    const value = values[Number(number) - 1] ?? null;
    return value === null ? 'null' : pg.escapeLiteral(value);
  });
  const quoted = columns.flatMap(({ type }, at) => (type === 'text' ? [`c${at}`] : []));
  return `copy (${text}) to stdout (format csv${quoted.length > 0 ? `, force_quote (${quoted.join(', ')})` : ''})`;
}

export interface CopiedLines {
  readonly rows: number;
  readonly text: string;
}

/** As many bytes at once as one write to a socket takes. */
const portion = 1 << 18;

function linesOf(rows: readonly string[], columns: CopiedQuery['columns']): CopiedLines {
  const isSafe = !mayHoldFormula(rows.join('\n'));
  const safe = isSafe ? rows : rows.map((row) => (mayHoldFormula(row) ? lineOfCells(cellsOf(row), columns) : row));
  return { rows: rows.length, text: `${safe.join('\r\n')}\r\n` };
}

const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/gy;

/** What stands between commas without quotes and without a sign is null. */
function cellsOf(row: string): WrittenCell[] {
  const cells: WrittenCell[] = [];
  cell.lastIndex = 0;
  for (let end = 0; end < row.length || row[end - 1] === ',';) {
    const [, quoted, plain] = cell.exec(row)!;
    cells.push(quoted?.replaceAll('""', '"') ?? (plain === '' ? null : plain!));
    if (cell.lastIndex === end) break;
    end = cell.lastIndex;
  }
  return cells;
}
