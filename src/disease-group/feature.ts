import type { Feature } from '../platform/feature.ts';
import { DiseaseGroup, GroupConcern, GroupReview, GroupStandard } from './disease-group.entity.ts';
import { DiseaseGroupQueries, diseaseGroupReads } from './disease-group.reads.ts';
import { FirstYearReading, GroupPayment } from './group-payment.entity.ts';
import { DiseaseGroupResolver } from './recording.resolver.ts';
import { rules } from './policy/index.ts';

/** What areas that pay by disease group may do to a group's standard after a round. */
export const diseaseGroup: Feature = {
  name: 'disease-group',
  entities: [GroupPayment, FirstYearReading, DiseaseGroup, GroupConcern, GroupStandard, GroupReview],
  rules,
  resolvers: [DiseaseGroupQueries, DiseaseGroupResolver],
  reads: diseaseGroupReads,
  tables: [],
};
