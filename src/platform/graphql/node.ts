import { wrap } from '@mikro-orm/core';
import { Arg, Field, ID, InterfaceType, type ClassType } from 'type-graphql';
import { writeNodeId } from '../read/node-id.ts';
import { keyOf } from '../read/row-fetch.ts';
import { always, bilingual, maybe } from './describe.ts';
import { queries, type Reads } from './reads.ts';

const byEntity = new Map<Function, Reads>();

/** Makes the node types known; called once while the schema is built. */
export function registerNodes(declared: readonly Reads[]): void {
  for (const each of declared) if (each.key) byEntity.set(each.entity, each);
}

/** Everything with an opaque id that `node(id:)` finds again. */
@InterfaceType('Node', {
  description: bilingual('An object with an id that is the same everywhere and forever.', '具有全局唯一且不变的标识的对象。'),
  // The types with an id are reachable on their own; a base class of theirs is no type of the schema.
  autoRegisterImplementations: false,
})
export abstract class NodeInterface {
  @Field(() => ID, always('An opaque id; `node(id:)` finds the object again.', '不透明标识;可用 node(id:) 取回该对象。'))
  id!: string;
}

/** The opaque id of a row of a registered entity. */
export function nodeId(row: object): string {
  const type = byEntity.get(row.constructor);
  if (!type) throw new Error(`${row.constructor.name} is no node`);
  return writeNodeId({ type: type.name, key: keyOf(type.key!.map((property) => keyText(row[property as never]))) });
}

/** A part of a key that points to another row is that row's key. */
const keyText = (value: unknown) => (typeof value === 'string' ? value : String(wrap(value as object, true).getPrimaryKey()));

/** The query that finds any object again. */
export const NodeQueries = queries({
  node: {
    type: () => NodeInterface as ClassType,
    words: maybe('The object with this id; null when there is none for this caller.', '按标识取对象;对调用者不存在时为空。'),
    meaning: { kind: 'node' },
    arguments: (prototype, name) => Arg('id', () => ID, always('The opaque id.', '不透明标识。'))(prototype, name, 0),
  },
});
