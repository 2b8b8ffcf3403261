import type { GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import type { Feature } from '../feature.ts';
import { bilingual } from './describe.ts';
import { registerNodes } from './node.ts';
import { NodeResolver } from './node.resolver.ts';

/** Builds the schema of all features. Every type is given explicitly, so that nothing rests on reflected types. */
export async function buildAccordSchema(features: readonly Feature[]): Promise<GraphQLSchema> {
  registerNodes(features.flatMap((feature) => feature.nodes));
  const resolvers = [NodeResolver, ...features.flatMap((feature) => [...feature.resolvers])] as NonEmptyArray<Function>;
  const schema = await buildSchema({ resolvers, validate: false, orphanedTypes: [] });
  // type-graphql has no word for these two.
  schema.getQueryType()!.description = bilingual('What can be asked.', '可查询的内容。');
  schema.getMutationType()!.description = bilingual(
    'What can be recorded; a refusal changes nothing.',
    '可录入的内容;被拒绝时不作任何更改。',
  );
  return schema;
}
