import { mostErrors } from './import-report.ts';
import type { ColumnImport, Reference, RowCheck, RuleOfSums, TableImport } from './table-import.ts';

/** Stands for "none" in a key, where a null would equal nothing. */
const noUuid = `'00000000-0000-0000-0000-000000000000'::uuid`;

/**
 * The statements that check and store a staged file. Every name in them comes from a declaration of this repository;
 * of the file itself there is nothing in them.
 * @source none: machinery
 */
export interface StagedSql {
  /** Rows of other tables that the checks rely on, held still until the end. */
  readonly hold: readonly string[];
  /** Looks up every reference once, for all rows: the temporary table `resolved`. */
  readonly resolve: string;
  /** Each selects `row_number, problem, value`. */
  readonly searches: readonly Search[];
  /**
   * Stores the new rows and what is derived from them; selects how many were `added` by `area`, null where a row has none,
   * and the rows that are `broken` by then, null where none is.
   */
  readonly insert: string;
  /** The condition that `line`, a row of `resolved`, is not on record. */
  readonly isNew: string;
  /** What a row that is broken by then is found for. */
  readonly sums: Finding | null;
}

export interface Search {
  readonly sql: string;
  readonly findings: readonly Finding[];
}

/** What a search can find: `problem` is the index into the search's findings. */
export type Finding =
  | { readonly kind: 'unknown'; readonly column: ColumnImport; readonly reference: Reference }
  | { readonly kind: 'repeated'; readonly column: string }
  | { readonly kind: 'conflict'; readonly column: string }
  | { readonly kind: 'check'; readonly check: RowCheck | RuleOfSums };

/**
 * @param given the columns that the file has: a fact that it does not state is not compared with the record
 * @source none: machinery
 */
export function stagedSql(table: TableImport, given: ReadonlySet<string>): StagedSql {
  const references = table.columns.flatMap((column) => (column.refersTo ? [{ column, reference: column.refersTo }] : []));
  return {
    hold: references.filter(({ reference }) => reference.steady).map(({ column, reference }) => holdSql(column, reference)),
    resolve: resolveSql(table, references),
    searches: [unknownSearch(table, references), repeatedSearch(table), conflictSearch(table, given), ...checkSearches(table)],
    insert: insertSql(table),
    isNew: isNew(table),
    sums: table.ruleOfSums ? { kind: 'check', check: table.ruleOfSums } : null,
  };
}

interface ReferringColumn {
  readonly column: ColumnImport;
  readonly reference: Reference;
}

/** The name by which SQL knows the row that a column refers to. */
function aliasOf(column: ColumnImport): string {
  return column.name.replace(/_code$/, '');
}

/** The columns of the table that are filled, with the SQL over `line` and the joined rows that fills them. */
function targets(table: TableImport): Map<string, string> {
  const filled = new Map<string, string>();
  for (const column of table.columns) {
    if (column.into === null) continue;
    const alias = aliasOf(column);
    const own = column.refersTo ? referenceValue(alias, column.refersTo) : `line.${column.name}`;
    filled.set(column.into ?? (column.refersTo ? `${alias}_${column.refersTo.key ?? 'id'}` : column.name), own);
  }
  for (const [name, sql] of Object.entries(table.values ?? {})) filled.set(name, sql);
  return filled;
}

function referenceValue(alias: string, { key = 'id', sameFile }: Reference): string {
  return sameFile ? `coalesce(${alias}.${key}, ${alias}_in_file.${key})` : `${alias}.${key}`;
}

function holdSql(column: ColumnImport, { table, by = 'code' }: Reference): string {
  return `select 1 from ${table} where ${by} in (select distinct ${column.name} from incoming) order by ${by} for share`;
}

function resolveSql(table: TableImport, references: readonly ReferringColumn[]): string {
  const joins = references.map(({ column, reference }) => joinSql(table, column, reference));
  const missing = references.map(
    ({ column, reference }) => `case when ${missingSql(table, column, reference)} then ${bit(table, column.name)} else 0 end`,
  );
  const selected = [
    'line.row_number',
    'line.id as new_id',
    `line.bad | ${['0', ...missing].join(' | ')} as refused`,
    `${['0', ...missing].join(' | ')} as missing`,
    ...[...targets(table)].map(([name, sql]) => `${sql} as ${name}`),
    ...Object.entries(table.facts ?? {}).map(([name, sql]) => `${sql} as ${name}`),
  ];
  return `create temp table resolved on commit drop as select ${selected.join(', ')} from incoming line ${joins.join(' ')} ${table.joins ?? ''}`;
}

function joinSql(table: TableImport, column: ColumnImport, { table: other, by = 'code', key = 'id', within, sameFile }: Reference): string {
  const alias = aliasOf(column);
  const owner = within ? ` and ${alias}.${within.owner} = ${aliasOf(columnOf(table, within.column))}.id` : '';
  const joined = `left join ${other} ${alias} on ${alias}.${by} = line.${column.name}${owner}`;
  if (!sameFile) return joined;
  const self = `select distinct on (${by}) ${by === key ? by : `${by}, ${key}`} from incoming where ${by} is not null order by ${by}, row_number`;
  return `${joined} left join (${self}) ${alias}_in_file on ${alias}_in_file.${by} = line.${column.name}`;
}

function missingSql(table: TableImport, column: ColumnImport, reference: Reference): string {
  const alias = aliasOf(column);
  const found = referenceValue(alias, reference);
  // Without its owner nothing can be found; the owner is reported then, not this one too.
  const owned = reference.within ? ` and ${aliasOf(columnOf(table, reference.within.column))}.id is not null` : '';
  return `line.${column.name} is not null and ${found} is null${owned}`;
}

function unknownSearch(table: TableImport, references: readonly ReferringColumn[]): Search {
  const cases = references.map(({ column }, index) => `(${index}, line.missing & ${bit(table, column.name)} <> 0)`);
  return {
    sql: `select row_number, problem, null::text as value from resolved line cross join lateral (values ${cases.length > 0 ? cases.join(', ') : '(0, false)'}) as each(problem, found)
      where line.missing <> 0 and each.found`,
    findings: references.map(({ column, reference }) => ({ kind: 'unknown', column, reference })),
  };
}

function repeatedSearch(table: TableImport): Search {
  const key = table.key.columns.map((name) => `line.${name}`).join(', ');
  const whole = `refused & ${bits(table, table.key.cells)} = 0 and ${present(table)}`;
  return {
    // Grouping finds the few keys that repeat; only their rows are then put in order.
    sql: `select row_number, 0 as problem, first::text as value from (
        select line.row_number, min(line.row_number) over (partition by ${key}) as first from resolved line
        join (select ${key} from resolved line where ${whole} group by ${key} having count(*) > 1) twice on ${sameKey(table, 'line', 'twice')}
        where ${whole}
      ) line where row_number > first`,
    findings: [{ kind: 'repeated', column: table.key.cells[0]! }],
  };
}

function conflictSearch(table: TableImport, given: ReadonlySet<string>): Search {
  const compared = comparedColumns(table, given);
  const differs = compared.map(({ target, against }) => `line.${target} is distinct from ${against}`);
  const first = differs.map((sql, index) => `when ${sql} then ${index}`).join(' ');
  return {
    sql:
      differs.length === 0
        ? 'select 0 as row_number, 0 as problem, null::text as value where false'
        : `select line.row_number, case ${first} end as problem, null::text as value
         from resolved line join ${table.table} existing on ${sameKey(table, 'line', 'existing')} where line.refused = 0 and (${differs.join(' or ')})`,
    findings: compared.map(({ column }) => ({ kind: 'conflict', column })),
  };
}

function comparedColumns(table: TableImport, given: ReadonlySet<string>): { column: string; target: string; against: string }[] {
  return table.columns.flatMap((column) => {
    const target = column.into ?? (column.refersTo ? `${aliasOf(column)}_${column.refersTo.key ?? 'id'}` : column.name);
    if (column.into === null || column.comparedWith === false || !given.has(column.name) || table.key.columns.includes(target)) return [];
    return [{ column: column.name, target, against: column.comparedWith ?? `existing.${target}` }];
  });
}

function checkSearches(table: TableImport): Search[] {
  const always = table.checks.filter((check) => !check.newRowsOnly);
  const atRecording = table.checks.filter((check) => check.newRowsOnly);
  return [checkSearch(table, always, ''), checkSearch(table, atRecording, `and ${isNew(table)}`)].filter(
    (search) => search.findings.length > 0,
  );
}

function checkSearch(table: TableImport, checks: readonly RowCheck[], also: string): Search {
  const conditions = checks.map(({ broken, reads }) => `(line.refused & ${bits(table, reads)} = 0 and (${broken}))`);
  return {
    sql: `select line.row_number, each.problem, null::text as value from resolved line
      cross join lateral (values ${conditions.map((sql, index) => `(${index}, ${sql})`).join(', ')}) as each(problem, found)
      where (${conditions.join(' or ')}) and each.found ${also}`,
    findings: checks.map((check) => ({ kind: 'check', check })),
  };
}

function insertSql(table: TableImport): string {
  const beside = new Set(table.columns.filter((column) => column.beside).map(({ name, into }) => into ?? name));
  const filled = [...targets(table).keys()].filter((name) => !beside.has(name));
  const into = table.hasId ? ['id', ...filled] : filled;
  const from = table.hasId ? ['line.new_id', ...filled.map((name) => `line.${name}`)] : filled.map((name) => `line.${name}`);
  const insert = `insert into ${table.table} (${into.join(', ')}) select ${from.join(', ')} from resolved line where ${isNew(table)} order by line.row_number`;
  const area = filled.includes('area_code') ? 'area_code' : 'null::text';
  const written = [`added as (${insert} returning *)`, ...(table.alsoWrites ? [table.alsoWrites('added')] : [])];
  const broken = table.ruleOfSums ? `(${brokenSql(table.ruleOfSums)})` : 'null::json';
  return `with ${written.join(', ')} select area, count(*)::int as added, ${broken} as broken
    from (select ${area} as area from added) row group by area order by area`;
}

function brokenSql({ broken }: RuleOfSums): string {
  const found = `select row_number, 0 as problem, null::text as value, count(*) over () as total from (${broken('added')}) found`;
  return `select json_agg(first) from (${found} order by row_number limit ${mostErrors}) first`;
}

function isNew(table: TableImport): string {
  return `not exists (select from ${table.table} existing where ${sameKey(table, 'line', 'existing')})`;
}

function sameKey({ key }: TableImport, a: string, b: string): string {
  return key.columns
    .map((name) =>
      key.nullable?.includes(name)
        ? `coalesce(${a}.${name}, ${noUuid}) = coalesce(${b}.${name}, ${noUuid})`
        : `${a}.${name} = ${b}.${name}`,
    )
    .join(' and ');
}

function present({ key }: TableImport): string {
  return key.columns
    .filter((name) => !key.nullable?.includes(name))
    .map((name) => `line.${name} is not null`)
    .join(' and ');
}

function columnOf(table: TableImport, name: string): ColumnImport {
  const found = table.columns.find((column) => column.name === name);
  if (!found) throw new Error(`the files of ${table.kind} have no column ${name}`);
  return found;
}

function bit(table: TableImport, name: string): string {
  return `(${1n << BigInt(table.columns.indexOf(columnOf(table, name)))})::bigint`;
}

function bits(table: TableImport, names: readonly string[]): string {
  return `(${names.reduce((mask, name) => mask | (1n << BigInt(table.columns.indexOf(columnOf(table, name)))), 0n)})::bigint`;
}
