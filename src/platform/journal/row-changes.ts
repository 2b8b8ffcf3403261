import {
  ChangeSetType,
  wrap,
  type ChangeSet,
  type EntityClass,
  type EntityMetadata,
  type EntityProperty,
  type EventSubscriber,
  type FlushEventArgs,
} from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Decimal } from '../../kernel/decimal.ts';
import { scaleOf } from '../database/base-columns.ts';

/** What a recording did to one row; the values are those of the columns, as the database holds them. */
export interface RowChange {
  readonly table: string;
  /** The pooling area that the row belonged to when it was changed; null for a row without one. */
  readonly area: string | null;
  /** Columns of the primary key. */
  readonly key: Readonly<Record<string, unknown>>;
  /** Null for a new row; else the columns that changed, as they were. */
  readonly from: Readonly<Record<string, unknown>> | null;
  /** The columns that changed, or of a new row all. */
  readonly to: Readonly<Record<string, unknown>>;
}

/**
 * Collects what a unit of work writes, in the order in which it was written. What is written past the mapper is not
 * seen: sums kept beside the facts are, since they follow from the rows; anything else must be told by `tellJournal`.
 */
export class RowChanges implements EventSubscriber {
  readonly #changes: RowChange[] = [];

  /** Watches an entity manager that has an event manager of its own, as that of a transaction has. */
  constructor(em: EntityManager) {
    em.getEventManager().registerSubscriber(this);
    running.set(em, this);
  }

  tell(changes: readonly RowChange[]): void {
    for (const change of changes) this.#changes.push(change);
  }

  get all(): readonly RowChange[] {
    return this.#changes;
  }

  afterFlush({ uow }: FlushEventArgs): void {
    for (const changeSet of uow.getChangeSets()) this.#changes.push(changeOf(changeSet));
  }
}

/** What is collected for each transaction that is under way. */
const running = new WeakMap<EntityManager, Pick<RowChanges, 'tell'>>();

/** Tells the journal of the running recording about rows that were written past the mapper, in the order of the writing. */
export function tellJournal(em: EntityManager, changes: readonly RowChange[]): void {
  const collected = running.get(em);
  if (!collected) throw new Error('nothing is being recorded: only the entity manager that a use case is given tells the journal');
  collected.tell(changes);
}

/** What this manager writes is told in another way, as the rows of a file are told by the file. */
export function toldOtherwise(em: EntityManager): void {
  running.set(em, { tell: () => undefined });
}

/** The pooling area that a row on record belongs to; null for a row without one. */
export function areaOf(row: object): string | null {
  const { __meta: meta, __originalEntityData: held } = wrap(row, true);
  return areaIn(meta, held ?? {});
}

/** Values by property, as the mapper holds them. */
export type Values = Readonly<Record<string, unknown>>;

/** What a change set does to its row. */
export function changeOf({ type, meta, payload, originalEntity }: ChangeSet<object>): RowChange {
  const before = originalEntity as Values | undefined;
  const written = payload as Values;
  if (type !== ChangeSetType.CREATE && !before) throw new Error(`a row of ${meta.tableName} is corrected, never removed`);
  if (!before) return newRow(meta, written);
  const names = Object.keys(written);
  return {
    table: meta.tableName,
    area: areaIn(meta, before),
    key: columnsOf(meta, before, meta.primaryKeys),
    from: columnsOf(meta, before, names),
    to: columnsOf(meta, written, names),
  };
}

/** A row that is new, with all its columns: one that nobody gave a value is null. */
const newRow = (meta: EntityMetadata, row: Values): RowChange => newRows(meta, [row])[0]!;

/** The same of many rows of one table. */
export function newRows(meta: EntityMetadata, rows: readonly Values[]): RowChange[] {
  const names = meta.props.filter(isStored).map(({ name }) => name);
  return rows.map((row) => ({
    table: meta.tableName,
    area: areaIn(meta, row),
    key: columnsOf(meta, row, meta.primaryKeys),
    from: null,
    to: columnsOf(meta, row, names),
  }));
}

/** A row on record of which some columns were changed past the mapper: its key, and those properties as they were and as they are. */
export function changedRow(em: EntityManager, entity: EntityClass<object>, key: Values, from: Values, to: Values): RowChange {
  const meta: EntityMetadata = em.getMetadata().get(entity);
  const columns = (values: Values) => columnsOf(meta, values, Object.keys(values));
  return {
    table: meta.tableName,
    area: areaIn(meta, key),
    key: columnsOf(meta, key, meta.primaryKeys),
    from: columns(from),
    to: columns(to),
  };
}

export const isStored = ({ fieldNames, persist, generated }: EntityProperty) => fieldNames?.length === 1 && persist !== false && !generated;

function areaIn(meta: EntityMetadata, row: Values): string | null {
  const area = meta.props.find(({ fieldNames }) => fieldNames?.[0] === 'area_code');
  return area ? (row[area.name] as string) : null;
}

function columnsOf(meta: EntityMetadata, values: Values, names: readonly string[]): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const name of names) {
    const { column, asHeld } = columnOf(meta.properties[name as never] as EntityProperty);
    columns[column] = asHeld(values[name] ?? null);
  }
  return columns;
}

/** A column, and what the database holds for a value of the mapper's. */
interface Column {
  readonly column: string;
  readonly asHeld: (value: unknown) => unknown;
}

/** What is known of each property, once it was asked for. */
const known = new WeakMap<EntityProperty, Column>();

function columnOf(property: EntityProperty): Column {
  let column = known.get(property);
  if (!column) known.set(property, (column = { column: property.fieldNames.join(), asHeld: asHeldIn(property) }));
  return column;
}

/** A value as the database holds it, for JSON: figures as exact texts with the scale of their column, moments in UTC, bytes in hex. */
function asHeldIn({ columnTypes, customType }: EntityProperty): Column['asHeld'] {
  const type = columnTypes[0] ?? '';
  const scale = scaleOf(type);
  const isJson = type === 'jsonb' || type === 'json';
  const isList = type.endsWith('[]');
  const isWhole = type === 'bigint' || type === 'quantity';
  return (value): unknown => {
    if (scale !== null && typeof value === 'string') return new Decimal(value).toFixed(scale);
    if (isJson && typeof value === 'string') return JSON.parse(value);
    if (isList && typeof value === 'string') return customType!.convertToJSValue(value, customType!.platform!);
    if (isWhole && typeof value === 'number') return String(value);
    if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
    return value;
  };
}
