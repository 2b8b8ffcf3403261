import type { EntityClass, EntityMetadata } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isStored, newRows, tellJournal, type Values } from './row-changes.ts';
import { sendOn } from '../database/send.ts';

/**
 * Inserts many rows in one statement and tells the journal of them. Every stored property is given, as the mapper holds it;
 * one that is not is null.
 */
export async function insertRows(em: EntityManager, entity: EntityClass<object>, rows: readonly Values[]): Promise<void> {
  if (rows.length === 0) return;
  const meta: EntityMetadata = em.getMetadata().get(entity);
  const changes = newRows(meta, rows);
  const columns = meta.props.filter(isStored);
  const names = columns.map(({ fieldNames }) => `"${fieldNames[0]}"`).join(', ');
  const lists = columns.map(({ columnTypes }, at) => `$${at + 1}::${columnTypes[0]}[]`).join(', ');
  const values = columns.map(({ fieldNames }) => changes.map(({ to }) => to[fieldNames[0]!] ?? null));
  await sendOn(em)(`insert into "${meta.tableName}" (${names}) select * from unnest(${lists})`, values);
  tellJournal(em, changes);
}
