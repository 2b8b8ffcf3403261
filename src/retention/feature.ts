import type { Feature } from '../platform/feature.ts';
import { retentionActsByTwo } from './acts-by-two.ts';
import { DrugRetentionRatio } from './drug-retention-ratio.entity.ts';
import { RetentionRecordingResolver } from './recording.resolver.ts';
import { RetentionAssessment } from './retention-assessment.entity.ts';
import { retentionExport } from './retention.export.ts';
import { RetentionIndicator } from './retention-indicator.entity.ts';
import { RetentionLine, RetentionPurchase } from './retention-line.entity.ts';
import { RetentionQueries, retentionReads } from './retention.reads.ts';
import { RetentionStatement } from './retention-statement.entity.ts';
import { rules } from './policy/index.ts';

/** What institutions retain of what they saved the fund, once they are assessed. */
export const retention: Feature = {
  name: 'retention',
  entities: [DrugRetentionRatio, RetentionAssessment, RetentionIndicator, RetentionStatement, RetentionLine, RetentionPurchase],
  actsByTwo: retentionActsByTwo,
  rules,
  resolvers: [RetentionQueries, RetentionRecordingResolver],
  reads: retentionReads,
  tables: [],
  exports: [retentionExport],
};
