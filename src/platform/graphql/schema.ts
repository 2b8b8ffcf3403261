import { isObjectType, type GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray, type PubSub } from 'type-graphql';
import { ApprovalQueries, approvalReads } from '../approval/approval.reads.ts';
import { ApprovalResolver } from '../approval/approval.resolver.ts';
import { registerActsByTwo } from '../approval/approved-act.ts';
import type { Feature } from '../feature.ts';
import { registerFollowers } from '../journal/followers.ts';
import { registerRules, RulesResolver } from '../rules/rules.resolver.ts';
import { bilingual } from './describe.ts';
import { NodeQueries, registerNodes } from './node.ts';

/** Builds the schema of all features. Every type is given explicitly, so that nothing rests on reflected types. */
export async function buildAccordSchema(features: readonly Feature[]): Promise<GraphQLSchema> {
  registerNodes([...approvalReads, ...features.flatMap((feature) => feature.reads)]);
  registerActsByTwo(features.flatMap((feature) => feature.actsByTwo ?? []));
  registerRules(features.flatMap(({ rules = [] }) => rules));
  registerFollowers(features.flatMap(({ follows = {} }) => Object.entries(follows)));
  const resolvers = [
    NodeQueries,
    ApprovalQueries,
    ApprovalResolver,
    RulesResolver,
    ...features.flatMap((feature) => [...feature.resolvers]),
  ] as NonEmptyArray<Function>;
  const schema = await buildSchema({ resolvers, validate: false, orphanedTypes: [], pubSub: noTopics });
  // type-graphql has no word for these.
  schema.getQueryType()!.description = bilingual('What can be asked.', '可查询的内容。');
  schema.getMutationType()!.description = bilingual(
    'What can be recorded; a refusal changes nothing.',
    '可录入的内容;被拒绝时不作任何更改。',
  );
  schema.getSubscriptionType()!.description = bilingual('What can be listened to.', '可订阅的内容。');
  readByLevelsOnly(schema);
  return schema;
}

/** type-graphql wants one for whatever subscription there is; ours bring what they tell themselves. */
const noTopics: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('nothing is published here');
  },
};

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
