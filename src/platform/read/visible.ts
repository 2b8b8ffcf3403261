import { sql } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../access/caller.ts';
import type { PagedList } from './paged-list.ts';

/** The row of `list` whose `column` equals `key`, if this caller may see it: one answer for "hidden" and "missing". */
export async function findVisible<E extends object>(
  em: EntityManager,
  caller: Caller,
  list: PagedList<E>,
  column: string,
  key: string,
): Promise<E | null> {
  const table = sql.table(em.getMetadata().get(list.entity).tableName);
  const visible = list.visible?.(caller) ?? sql`true`;
  const query = sql`select t.* from ${table} t where ${sql.ref(`t.${column}`)} = ${key} and ${visible}`;
  const [row] = (await query.execute(em.getKysely())).rows;
  return row ? (em.map(list.entity, row as never) as E) : null;
}
