import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/** Sends one statement with `$1` parameters on the transaction that is meant. */
export type Send = <Row>(text: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/** The transaction of an entity manager, for statements of our own: their text is always the same, so that PostgreSQL keeps their plan. */
export function sendOn(em: EntityManager): Send {
  return async <Row>(text: string, values: readonly unknown[]) =>
    (await em.getKysely().executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows;
}

/** Has what is held back said to the database, so that what fails of it fails here and not at a later statement. */
export async function sendHeld(em: EntityManager): Promise<void> {
  await sendOn(em)('select 1', []);
}
