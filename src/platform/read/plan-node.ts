import { setTimeout as pause } from 'node:timers/promises';
import { isInterfaceType, type FieldNode, type GraphQLObjectType } from 'graphql';
import { BadInput } from '../graphql/errors.ts';
import { Call, type Ask, type Level, type Run } from './fetch.ts';
import type { Row } from './level-query.ts';
import { readNodeId, type NodeId } from './node-id.ts';
import { behindKey, entityOf, nameOf } from './plan-one.ts';
import type { AskedField, Planning, Writer } from './planning.ts';
import { isKey, OneFetch } from './row-fetch.ts';
import { shapeOf } from './table-shape.ts';
import { completed, failedAt } from './written.ts';

interface AskedNode extends AskedField {
  readonly node: FieldNode;
}

/** In milliseconds. */
const longestPause = 5;

/**
 * What is not there, or is another's, is answered after a moment of random length: to find a row and hide it takes some
 * microseconds longer than to find none, and who asks often enough would see that.
 */
class NodeFetch extends OneFetch {
  override async load(keys: readonly string[], run: Run): Promise<Level<ReadonlyMap<string, Row>>> {
    const level = await super.load(keys, run);
    if (level.content.size < keys.length) await pause(1 + Math.random() * longestPause);
    return level;
  }
}

/** Writes the object behind an opaque id. The id says the type: each type has a level of its own, and one of them is fetched. */
export function nodeWriter(planning: Planning, asked: AskedNode): Writer<null> {
  const { definition, place } = asked;
  const call = new Call(definition, asked.node);
  const idIn = (run: Run) => (call.isAccepted(run) ? readNodeId(String(call.arguments(run)['id'])) : null);
  const node = planning.schema.getType('Node');
  const types = isInterfaceType(node) ? planning.schema.getPossibleTypes(node) : [];
  const writers = new Map(types.map((type) => [type.name, writerOfType(planning, asked, type, idIn)]));
  const done = completed(definition.type, place);
  return (root, run) => {
    const write = writers.get(idIn(run)?.type ?? '');
    return write ? write(root, run) : done(failedAt(place, mistakeIn(call, run)));
  };
}

/** Why an id finds nothing that it could name. */
function mistakeIn(call: Call, run: Run): unknown {
  try {
    call.arguments(run);
    return new BadInput('id: not an id of this system', 'id:不是本系统的标识');
  } catch (error) {
    return error;
  }
}

function writerOfType(
  planning: Planning,
  { definition, place, path, scope }: AskedNode,
  type: GraphQLObjectType,
  idIn: (run: Run) => NodeId | null,
): Writer<null> {
  const entity = entityOf(type);
  const shape = shapeOf(planning.orm, entity);
  const { properties, visible } = type.extensions.node!;
  const key = properties.map((property) => shape.column(property)!);
  const name = `node ${shape.table} ${visible ? nameOf(visible) : ''}`;
  const fetch = scope.shared(name, () => new NodeFetch(planning.nextFetch(), path, { from: shape.from, key, visible }));
  const keyIn = (run: Run) => {
    const id = idIn(run);
    return id?.type === type.name && isKey(id.key, key) ? id.key : null;
  };
  const ask: Ask<null> = (_root, run, add) => {
    const found = keyIn(run);
    if (found !== null) add(found);
  };
  fetch.asks.push(ask);
  const write = planning.row({ entity, columns: fetch.columns, scope: fetch.scope }, type, place.nodes, path);
  return behindKey<null>(planning, fetch, definition, place, (_root, run) => keyIn(run), write);
}
