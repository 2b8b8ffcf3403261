import type { GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import type { Feature } from '../feature.ts';
import { registerNodes } from './node.ts';
import { NodeResolver } from './node.resolver.ts';

/** Builds the schema of all features. Every type is given explicitly, so that nothing rests on reflected types. */
export async function buildAccordSchema(features: readonly Feature[]): Promise<GraphQLSchema> {
  registerNodes(features.flatMap((feature) => feature.nodes));
  const resolvers = [NodeResolver, ...features.flatMap((feature) => [...feature.resolvers])] as NonEmptyArray<Function>;
  return buildSchema({ resolvers, validate: false, orphanedTypes: [] });
}
