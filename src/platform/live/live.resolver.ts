import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestContext } from '../graphql/context.ts';
import { always, maybe } from '../graphql/describe.ts';
import { ChangesType } from './live.type.ts';
import { readPosition, type Position } from './position.ts';

/** The context of a subscription: that of its request, and how it is told of changes. */
export interface StreamContext extends RequestContext {
  readonly changesAfter: (position: Position | null) => AsyncIterable<ChangesType>;
}

const changesAfter = ({ args, context }: { args: { after?: string | null }; context: StreamContext }) =>
  context.changesAfter(typeof args.after === 'string' ? readPosition(args.after) : null);

@Resolver()
export class LiveResolver {
  @Subscription(() => ChangesType, {
    subscribe: changesAfter as never,
    ...always(
      'Tells what is recorded, as it is recorded: a message at once, which says where it begins, then one whenever something has changed that the caller may see. Sent by POST with `Accept: text/event-stream`.',
      '实时告知录入情况:首条消息立即发出并指明起点,此后凡调用者可见的内容有变化即发一条。须以 POST 并携带 Accept: text/event-stream 请求。',
    ),
  })
  changes(
    @Root() changes: ChangesType,
    @Arg(
      'after',
      () => ID,
      maybe('The cursor of the last message that was received; from now on unless given.', '最后收到的消息的游标;不传则自此刻起。'),
    )
    _after: string | null,
  ): ChangesType {
    return changes;
  }
}
