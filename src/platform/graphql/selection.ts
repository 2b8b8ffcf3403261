import { getNamedType, isObjectType, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';

/**
 * The names of the fields that the operation selects of what a resolver answers, or of what lies at `path` in it, so that
 * it need not compute the others. Fragments and directives are graphql-js's to resolve; a field asked for under several
 * aliases is one.
 */
export function selectedNames(info: GraphQLResolveInfo, ...path: readonly string[]): ReadonlySet<string> {
  let type = getNamedType(info.returnType);
  let nodes: readonly FieldNode[] = info.fieldNodes;
  const selected = () => {
    if (!isObjectType(type)) throw new Error(`${info.fieldName}: ${String(type)} has no fields`);
    return [...collectSubfields(info.schema, info.fragments, info.variableValues, type, nodes).values()].flat();
  };
  for (const name of path) {
    nodes = selected().filter((node) => node.name.value === name);
    if (isObjectType(type)) type = getNamedType(type.getFields()[name]!.type);
  }
  return new Set(selected().map((node) => node.name.value));
}
