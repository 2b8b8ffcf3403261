import { ChangeSetType, type ChangeSet, type EntityMetadata, type EventSubscriber, type FlushEventArgs } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What a recording did to one row; the values are those of the columns, as the database holds them. */
export interface RowChange {
  readonly table: string;
  /** Columns of the primary key. */
  readonly key: Readonly<Record<string, unknown>>;
  /** Null for a new row; else the columns that changed, as they were. */
  readonly from: Readonly<Record<string, unknown>> | null;
  /** Null for a row that is gone; else the columns that changed, or of a new row all. */
  readonly to: Readonly<Record<string, unknown>> | null;
}

/**
 * Collects what a unit of work writes, in the order in which it was written. What is written past the mapper is not
 * seen: sums kept beside the facts are, since they follow from the rows; anything else must go through it.
 */
export class RowChanges implements EventSubscriber {
  readonly #changes: RowChange[] = [];

  /** Watches an entity manager that has an event manager of its own. */
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

function changeOf({ type, meta, entity, payload, originalEntity = {} }: ChangeSet<object>): RowChange {
  const gone = type === ChangeSetType.DELETE || type === ChangeSetType.DELETE_EARLY;
  const names = gone ? [] : Object.keys(payload);
  const changed = columnsOf(meta, payload as Record<string, unknown>, names);
  const before = type === ChangeSetType.CREATE ? null : columnsOf(meta, originalEntity, gone ? Object.keys(originalEntity) : names);
  return {
    table: meta.tableName,
    key: columnsOf(meta, entity as Record<string, unknown>, meta.primaryKeys),
    from: before,
    to: gone ? null : changed,
  };
}

function columnsOf(meta: EntityMetadata, values: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [meta.properties[name as never]!.fieldNames.join(), values[name] ?? null] as const));
}
