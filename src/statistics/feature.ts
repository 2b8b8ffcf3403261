import type { Feature } from '../platform/feature.ts';
import { StatisticsResolver } from './statistics.resolver.ts';

/** What the features record, summed together. */
export const statistics: Feature = { name: 'statistics', entities: [], resolvers: [StatisticsResolver], reads: [], tables: [] };
