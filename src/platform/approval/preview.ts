import { createHash } from 'node:crypto';
import { Reference, ReferenceKind, wrap, type EntityMetadata } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Fact } from '../../kernel/fact.ts';
import { changeOf, type RowChange } from '../journal/row-changes.ts';

/** One column that an act would change, in texts as the database writes them. */
export interface Change {
  readonly table: string;
  /** The key of the row; `new-1`, `new-2` … for rows that do not exist yet. */
  readonly key: string;
  /** The business code of the row, or of the rows that it points to, where they are known. */
  readonly name: string | null;
  readonly column: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Who records and when differs between proposing and doing, and is no part of what is approved. */
const circumstances = new Set(['recorded_at', 'recorded_by', 'provenance']);

/**
 * What an entity manager is about to write, column by column, in an order that depends on the rows alone. Nothing is
 * written by asking. Ids of new rows are replaced, since they are made anew each time.
 */
export function pendingChanges(em: EntityManager): Change[] {
  const uow = em.getUnitOfWork();
  uow.computeChangeSets();
  const rows = uow.getChangeSets().map((changeSet) => ({ ...changeOf(changeSet), name: nameOf(changeSet.entity, changeSet.meta) }));
  const made = rows
    .filter(({ from }) => from === null)
    .map((row) => ({ row, text: contentOf(row) }))
    .toSorted((a, b) => compare(a.text, b.text));
  // A new row is pointed to by its id, also where its key has an area before it.
  const labels = new Map(made.flatMap(({ row }, index) => namesOf(row).map((text) => [text, `new-${index + 1}`] as const)));
  const label = (value: string | null) => (value === null ? null : (labels.get(value) ?? value));
  return rows
    .flatMap((row) =>
      columnsOf(row).map((column) => ({
        table: row.table,
        key: label(keyText(row))!,
        name: row.name,
        column,
        from: textOf(row.from?.[column]),
        to: label(textOf(row.to?.[column])),
      })),
    )
    .toSorted((a, b) => compare(orderOf(a), orderOf(b)));
}

/** Equal digests: the same rows would change in the same way, on the same grounds. */
export function digestOf(changes: readonly Change[], facts: readonly Fact[]): string {
  const lines = changes.map(({ table, key, column, from, to }) => [table, key, column, from, to]);
  return createHash('sha256')
    .update(JSON.stringify([lines, facts.map(({ name, value, unit }) => [name, value, unit])]))
    .digest('hex');
}

/** The columns that a row's change is shown by: of a new row those that hold something, and not its key. */
function columnsOf({ from, to, key }: RowChange): string[] {
  const isShown = (column: string) => !circumstances.has(column) && (from !== null || (!(column in key) && textOf(to?.[column]) !== null));
  return Object.keys(to ?? from ?? {}).filter(isShown);
}

/** What tells two new rows of an act apart, other than their ids. */
function contentOf(row: RowChange): string {
  return JSON.stringify([row.table, ...columnsOf(row).map((column) => [column, textOf(row.to?.[column])])]);
}

const keyText = ({ key }: RowChange) => Object.values(key).map(textOf).join('/');
const namesOf = (row: RowChange) => [keyText(row), ...('id' in row.key ? [textOf(row.key['id'])!] : [])];
const orderOf = ({ table, key, column }: Change) => [table, key, column].join('\0');
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A value as the database writes it; numbers and truth values are written alike in JSON. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * By what people know a row: its code, or the codes of the rows that it points to, as far as they were read; where the row
 * stands beside another, under its key, by what that one is known.
 */
function nameOf(entity: object, meta: EntityMetadata): string | null {
  const own = codeOf(entity);
  if (own !== null) return own;
  const codes = pointingAway(meta).flatMap((property) => {
    const reference = entity[property as never] as object | null;
    const target = reference && Reference.unwrapReference(reference);
    if (!target || !wrap(target).isInitialized()) return [];
    return (property === meta.primaryKeys[0] ? nameOf(target, wrap(target, true).__meta) : codeOf(target)) ?? [];
  });
  return codes.length > 0 ? codes.join(' ') : null;
}

const pointingAway = (meta: EntityMetadata) =>
  meta.relations.filter(({ kind }) => kind === ReferenceKind.MANY_TO_ONE).map(({ name }) => name);
const codeOf = (entity: object) => ('code' in entity && typeof entity.code === 'string' ? entity.code : null);
