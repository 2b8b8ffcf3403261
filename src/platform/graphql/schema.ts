import { isObjectType, type GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import type { Feature } from '../feature.ts';
import { bilingual } from './describe.ts';
import { NodeQueries, registerNodes } from './node.ts';

/** Builds the schema of all features. Every type is given explicitly, so that nothing rests on reflected types. */
export async function buildAccordSchema(features: readonly Feature[]): Promise<GraphQLSchema> {
  registerNodes(features.flatMap((feature) => feature.reads));
  const resolvers = [NodeQueries, ...features.flatMap((feature) => [...feature.resolvers])] as NonEmptyArray<Function>;
  const schema = await buildSchema({ resolvers, validate: false, orphanedTypes: [] });
  // type-graphql has no word for these two.
  schema.getQueryType()!.description = bilingual('What can be asked.', '可查询的内容。');
  schema.getMutationType()!.description = bilingual(
    'What can be recorded; a refusal changes nothing.',
    '可录入的内容;被拒绝时不作任何更改。',
  );
  readByLevelsOnly(schema);
  return schema;
}

/** A field with a meaning is read by the engine; whoever runs it otherwise is told, instead of being given nothing. */
function readByLevelsOnly(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      if (!field.extensions.meaning) continue;
      field.resolve = () => {
        throw new Error(`${type.name}.${field.name} is read by the read engine`);
      };
    }
  }
}
