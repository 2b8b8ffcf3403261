import { sql } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../access/caller.ts';
import type { PagedList } from './paged-list.ts';

/** The row of `list` whose columns equal these values, if this caller may see it: one answer for "hidden" and "missing". */
export async function findVisible<E extends object>(
  em: EntityManager,
  caller: Caller,
  list: PagedList<E>,
  where: Readonly<Record<string, string>>,
): Promise<E | null> {
  const table = sql.table(em.getMetadata().get(list.entity).tableName);
  const conditions = Object.entries(where).map(([column, value]) => sql`${sql.ref(`t.${column}`)} = ${value}`);
  const query = sql`select t.* from ${table} t where ${sql.join([...conditions, list.visible?.(caller) ?? sql`true`], sql` and `)}`;
  const [row] = (await query.execute(em.getKysely())).rows;
  return row ? em.map<E>(list.entity, row as never) : null;
}
