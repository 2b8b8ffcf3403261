import {
  ChangeSetType,
  wrap,
  type ChangeSet,
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
 * seen: sums kept beside the facts are, since they follow from the rows; anything else must go through it.
 */
export class RowChanges implements EventSubscriber {
  readonly #changes: RowChange[] = [];

  /** Watches an entity manager that has an event manager of its own, as that of a transaction has. */
  constructor(em: EntityManager) {
    em.getEventManager().registerSubscriber(this);
  }

  get all(): readonly RowChange[] {
    return this.#changes;
  }

  afterFlush({ uow }: FlushEventArgs): void {
    for (const changeSet of uow.getChangeSets()) this.#changes.push(changeOf(changeSet));
  }
}

/** The pooling area that a row on record belongs to; null for a row without one. */
export function areaOf(row: object): string | null {
  const { __meta: meta, __originalEntityData: held } = wrap(row, true);
  return areaIn(meta, held ?? {});
}

type Values = Readonly<Record<string, unknown>>;

/** What a change set does to its row. */
export function changeOf({ type, meta, payload, originalEntity }: ChangeSet<object>): RowChange {
  const before = originalEntity as Values | undefined;
  const written = payload as Values;
  if (type !== ChangeSetType.CREATE && !before) throw new Error(`a row of ${meta.tableName} is corrected, never removed`);
  const row = before ?? written;
  // A new row has all its columns: one that nobody gave a value is null.
  const names = before ? Object.keys(written) : meta.props.filter(isStored).map(({ name }) => name as string);
  return {
    table: meta.tableName,
    area: areaIn(meta, row),
    key: columnsOf(meta, row, meta.primaryKeys),
    from: before ? columnsOf(meta, before, names) : null,
    to: columnsOf(meta, written, names),
  };
}

const isStored = ({ fieldNames, persist, generated }: EntityProperty) => fieldNames?.length === 1 && persist !== false && !generated;

function areaIn(meta: EntityMetadata, row: Values): string | null {
  const area = meta.props.find(({ fieldNames }) => fieldNames?.[0] === 'area_code');
  return area ? (row[area.name] as string) : null;
}

function columnsOf(meta: EntityMetadata, values: Values, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name) => {
      const property = meta.properties[name as never] as EntityProperty;
      return [property.fieldNames.join(), asHeld(property, values[name] ?? null)] as const;
    }),
  );
}

/** A value as the database holds it, for JSON: figures as exact texts with the scale of their column, moments in UTC, bytes in hex. */
function asHeld({ columnTypes, customType }: EntityProperty, value: unknown): unknown {
  const type = columnTypes[0] ?? '';
  const scale = scaleOf(type);
  if (scale !== null && typeof value === 'string') return new Decimal(value).toFixed(scale);
  if ((type === 'jsonb' || type === 'json') && typeof value === 'string') return JSON.parse(value);
  if (type.endsWith('[]') && typeof value === 'string') return customType!.convertToJSValue(value, customType!.platform!);
  if ((type === 'bigint' || type === 'quantity') && typeof value === 'number') return String(value);
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  return value;
}
