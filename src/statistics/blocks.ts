import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Contributors } from './policy/index.ts';

/** A block as it stands on record: its figures, how many stand behind it, and behind what changed since it was last told. */
export interface Block<F extends object> {
  readonly synthetic: boolean;
  readonly figures: F;
  readonly contributors: Contributors;
  /** Null where it was never told. */
  readonly changed: Contributors | null;
}

/** The rows of a question, on the transaction of a recording. */
export const rowsOf = async <Row>(em: EntityManager, query: RawBuilder<Row>): Promise<readonly Row[]> =>
  (await query.execute(em.getKysely())).rows;

/** When each block of a table was last told, as `l`: of which day, and what was on record. */
export const lastTold = (table: string, key: readonly string[]): RawBuilder<unknown> => {
  const columns = sql.join(key.map((each) => sql.ref(each)));
  return sql`(select distinct on (${columns}) ${columns}, as_of, recorded_at from ${sql.table(table)} where suppressed is null
    order by ${columns}, as_of desc) l`;
};

/** Whether a fact is new since its block was last told: of a later day, or recorded later. */
export const isNew = (day: string, recordedAt: string): RawBuilder<unknown> =>
  sql`(l.as_of is null or ${sql.ref(day)} > l.as_of or ${sql.ref(recordedAt)} > l.recorded_at)`;
