import { sql } from 'kysely';
import type { Client } from 'pg';
import type { Caller } from '../access/caller.ts';
import { identityStatements } from '../access/identity.ts';
import { hasPartIn } from '../journal/record-payload.ts';
import { journalSight } from '../journal/rights.ts';
import { referenceChain } from '../journal/chain.ts';
import { statement, valuesFor } from '../read/statement.ts';
import { rowsOfKind, type Kinds } from './kinds.ts';
import type { ChangedOperationType } from './live.type.ts';
import type { ChangedRows } from './outbox.ts';

/**
 * What a caller is told of changes: only of rows that it would find if it asked, by the program's wall and by the
 * database's. Which operation it was it is told where its role has a part in it, or reads the journal; and so of an
 * object that the operation was about and left as it is, whose other rows it may not see.
 */
export async function toldOf(
  client: Client,
  caller: Caller,
  changed: readonly ChangedRows[],
  kinds: Kinds,
): Promise<ChangedOperationType[]> {
  const asked = changed
    .filter(({ operation, of }) => 'table' in of || knowsOf(caller, operation))
    .flatMap((rows) => {
      const known = rowsOfKind(rows, kinds);
      return known ? [{ ...rows, ...known }] : [];
    });
  if (asked.length === 0) return [];
  const found = await foundBy(client, caller, asked);
  const told = new Map<string, ChangedOperationType>();
  for (const { chain, operation, kind } of asked.filter((_each, at) => found.has(at))) {
    const one = {
      operation: knowsOf(caller, operation) ? operation : null,
      kind: kind.name,
      areaCode: chain === referenceChain ? null : chain,
    };
    told.set(JSON.stringify(one), one);
  }
  return [...told.values()];
}

const knowsOf = (caller: Caller, operation: string) => journalSight.visible(caller) === null || hasPartIn(caller.role, operation);

type AskedRows = NonNullable<ReturnType<typeof rowsOfKind>>;

/** Of which changed rows the caller finds any, by their places; asked in its own role. */
async function foundBy(client: Client, caller: Caller, asked: readonly AskedRows[]): Promise<ReadonlySet<number>> {
  const questions = asked.map(({ kind: { shape, visible }, among }, at) => {
    const where = visible?.(caller) ?? sql`true`;
    return sql`select ${sql.raw(String(at))} as at where exists (select from ${shape.from} where ${among} and ${where})`;
  });
  const query = statement(sql.join(questions, sql` union all `));
  await client.query(['begin', ...identityStatements(caller)].join('; '));
  try {
    const { rows } = await client.query<{ at: number }>(query.text, valuesFor(query, { caller, keys: [] }));
    return new Set(rows.map(({ at }) => at));
  } finally {
    await client.query('commit');
  }
}
