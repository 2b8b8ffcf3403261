import type { EntityClass } from '@mikro-orm/core';
import { Field, ID, InterfaceType } from 'type-graphql';
import type { Context } from './context.ts';
import { always, bilingual } from './describe.ts';
import type { PagedList } from '../read/paged-list.ts';
import { findVisible } from '../read/visible.ts';
import { BadInput } from './errors.ts';

/** How an entity becomes a node: the name of its type, its key as text, and how the key finds it again. */
export interface NodeType {
  readonly name: string;
  readonly entity: EntityClass<object>;
  readonly key: (row: never) => string;
  /** Null when there is none, or none that this caller may know of. */
  readonly find: (context: Context, key: string) => Promise<object | null>;
  /** As it is on record, for the caller that has just recorded it, where `find` may hide it: a sealed bid. */
  readonly read?: (context: Context, key: string) => Promise<object | null>;
}

const byEntity = new Map<Function, NodeType>();
const byName = new Map<string, NodeType>();

/** Makes the node types known; called once while the schema is built. */
export function registerNodes(types: readonly NodeType[]): void {
  for (const type of types) {
    byEntity.set(type.entity, type);
    byName.set(type.name, type);
  }
}

/** Everything with an opaque id that `node(id:)` finds again. */
@InterfaceType('Node', {
  description: bilingual('An object with an id that is the same everywhere and forever.', '具有全局唯一且不变的标识的对象。'),
  // The types with an id are reachable on their own; a base class of theirs is no type of the schema.
  autoRegisterImplementations: false,
  resolveType: (row: object) => byEntity.get(row.constructor)?.name,
})
export abstract class NodeInterface {
  @Field(() => ID, always('An opaque id; `node(id:)` finds the object again.', '不透明标识;可用 node(id:) 取回该对象。'))
  id!: string;
}

/** The opaque id of a row of a registered entity. */
export function nodeId(row: object): string {
  const type = byEntity.get(row.constructor);
  if (!type) throw new Error(`${row.constructor.name} is no node`);
  return Buffer.from(`${type.name}:${type.key(row as never)}`).toString('base64url');
}

/** The object with an opaque id; null when there is none for this caller. An id that is none of ours is the caller's mistake. */
export async function findNode(context: Context, id: string): Promise<object | null> {
  const { type, key } = readId(id);
  return type.find(context, key);
}

/** The object that this caller has just recorded, whether or not it may find it otherwise. */
export async function readRecorded(context: Context, id: string): Promise<object | null> {
  const { type, key } = readId(id);
  return (type.read ?? type.find)(context, key);
}

function readId(id: string): { type: NodeType; key: string } {
  const text = Buffer.from(id.slice(0, 400), 'base64url').toString('utf8');
  const match = /^([A-Za-z]{1,60}):([\x21-\x7e]{1,120})$/.exec(text);
  const type = byName.get(match?.[1] ?? '');
  if (!match || !type) throw new BadInput('id: not an id of this system', 'id:不是本系统的标识');
  return { type, key: match[2]! };
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A node whose key is a uuid; another key finds nothing instead of reaching the database. */
export function uuidNode<E extends { id: string }>(name: string, entity: EntityClass<E>): NodeType {
  return {
    name,
    entity,
    key: (row: E) => row.id,
    find: (context, key) => (uuidPattern.test(key) ? context.load(entity, key, 'id') : Promise.resolve(null)),
  };
}

/** A node of a list that not everybody may see in whole: what is hidden is answered like what is missing. */
export function visibleNode<E extends { id: string }>(name: string, list: PagedList<E>): NodeType {
  const { find: read, ...node } = uuidNode(name, list.entity);
  return {
    ...node,
    read,
    find: (context, key) => (uuidPattern.test(key) ? findVisible(context.em, context.caller, list, { id: key }) : Promise.resolve(null)),
  };
}

/** A fact's node: its key is the area and a uuid, in the order of the table's primary key. What is hidden is answered like what is missing. */
export function factNode<E extends { id: string; area: { code: string } }>(name: string, list: PagedList<E>): NodeType {
  const parts = (key: string) => {
    const [area = '', id = ''] = key.split('/');
    return /^[0-9]{6}$/.test(area) && uuidPattern.test(id) ? { area, id } : null;
  };
  return {
    name,
    entity: list.entity,
    key: (row: E) => `${row.area.code}/${row.id}`,
    find: async (context, key) => {
      const found = parts(key);
      return found && findVisible(context.em, context.caller, list, { area_code: found.area, id: found.id });
    },
    read: async (context, key) => {
      const found = parts(key);
      return found && context.em.findOne(list.entity, found as never);
    },
  };
}
