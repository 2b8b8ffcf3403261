import type { Feature } from '../platform/feature.ts';
import { BulletinQueries, bulletinReads } from './bulletin.reads.ts';
import { PerformanceBulletin } from './performance-bulletin.entity.ts';
import { PublishedAreaPayment, PublishedAreaPrepayment, PublishedCompletion } from './published-figures.entity.ts';
import { StatisticsRecordingResolver } from './recording.resolver.ts';
import { StatisticsResolver } from './statistics.resolver.ts';
import { rules } from './policy/index.ts';

/** What the features record, summed together, and what everybody is told of it. */
export const statistics: Feature = {
  name: 'statistics',
  entities: [PerformanceBulletin, PublishedAreaPayment, PublishedAreaPrepayment, PublishedCompletion],
  rules,
  resolvers: [StatisticsResolver, BulletinQueries, StatisticsRecordingResolver],
  reads: bulletinReads,
  tables: [],
};
