import DataLoader from 'dataloader';
import type { EntityClass } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Finds the entity behind a key; null when there is none. Works for entities with a single-column primary key. */
export type EntityLoader = <E extends object>(entity: EntityClass<E>, key: string, by?: keyof E & string) => Promise<E | null>;

/** One loader per entity and key column, so that keys asked for in the same tick share one statement. Most requests need no entity manager, so it is opened late. */
export function entityLoader(open: () => EntityManager): EntityLoader {
  let opened: EntityManager | null = null;
  const loaders = new Map<string, DataLoader<string, object | null>>();

  return <E extends object>(entity: EntityClass<E>, key: string, by?: keyof E & string) => {
    const em = (opened ??= open());
    const column = by ?? em.getMetadata().get(entity).primaryKeys[0]!;
    const name = `${entity.name}.${column}`;
    let loader = loaders.get(name);
    if (!loader) {
      loader = new DataLoader((keys) => findInOrder(em, entity, column, keys));
      loaders.set(name, loader);
    }
    return loader.load(key) as Promise<E | null>;
  };
}

async function findInOrder<E extends object>(
  em: EntityManager,
  entity: EntityClass<E>,
  column: keyof E & string,
  keys: readonly string[],
): Promise<(E | null)[]> {
  const found = await em.find(entity, { [column]: { $in: [...keys] } } as never);
  const byKey = new Map(found.map((each) => [each[column] as string, each]));
  return keys.map((key) => byKey.get(key) ?? null);
}
