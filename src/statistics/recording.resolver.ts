import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../platform/graphql/context.ts';
import { always } from '../platform/graphql/describe.ts';
import { payloadOf } from '../platform/graphql/payload.type.ts';
import { recordingBy } from '../platform/journal/record-payload.ts';
import { PerformanceBulletinType, PublishPerformanceInput } from './performance-bulletin.type.ts';
import { publishPerformance } from './publish-performance.ts';
import { statisticsActs } from './rights.ts';

const { words, record } = recordingBy(statisticsActs);

const PublishPerformancePayload = payloadOf('publishPerformance', 'bulletin', PerformanceBulletinType, '履行情况通报');

@Resolver()
export class StatisticsRecordingResolver {
  @Mutation(
    () => PublishPerformancePayload,
    words(
      'publishPerformance',
      'Publishes what everybody is told of deliveries, payments and prepayments as of the last day of a month, without small cells. What is out stays.',
      '公布截至某月末的交货、回款与预付情况,不含小单元格;公布后不再更改。',
    ),
  )
  publishPerformance(
    @Arg('input', () => PublishPerformanceInput, always('What to publish.', '公布内容。')) input: PublishPerformanceInput,
    @Ctx() context: Context,
  ) {
    return record(context, 'publishPerformance', 'bulletin', input, publishPerformance);
  }
}
