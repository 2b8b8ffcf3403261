import type { Feature } from '../platform/feature.ts';
import { continuityActsByTwo } from './acts-by-two.ts';
import { ComplaintTransition } from './complaint-transition.entity.ts';
import { ContinuityQueries, continuityReads } from './continuity.reads.ts';
import { ContinuityRecordingResolver } from './recording.resolver.ts';
import { SuccessionLine } from './succession-line.entity.ts';
import { Succession } from './succession.entity.ts';
import { SupplyComplaint } from './supply-complaint.entity.ts';
import { rules } from './policy/index.ts';

/** What follows when a winner does not supply: complaints, their verification, who takes over. */
export const continuity: Feature = {
  name: 'continuity',
  entities: [SupplyComplaint, ComplaintTransition, Succession, SuccessionLine],
  actsByTwo: continuityActsByTwo,
  rules,
  resolvers: [ContinuityQueries, ContinuityRecordingResolver],
  reads: continuityReads,
  tables: [],
};
