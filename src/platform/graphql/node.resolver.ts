import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from './context.ts';
import { always, maybe } from './describe.ts';
import { findNode, nodeId, NodeInterface } from './node.ts';

@Resolver(() => NodeInterface)
export class NodeResolver {
  @Query(
    () => NodeInterface,
    maybe('The object with this id; null when there is none for this caller.', '按标识取对象;对调用者不存在时为空。'),
  )
  node(@Arg('id', () => ID, always('The opaque id.', '不透明标识。')) id: string, @Ctx() context: Context): Promise<object | null> {
    return findNode(context, id);
  }

  @FieldResolver(() => ID)
  id(@Root() row: object): string {
    return nodeId(row);
  }
}
