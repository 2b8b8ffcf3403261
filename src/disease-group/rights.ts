import { sql } from 'kysely';
import { allRows, noRows, seenBy, type Acts } from '../platform/access/rights.ts';

/** Who may record what. The schema's descriptions are rendered from it; the database says it again in its policies. */
export const diseaseGroupActs = {
  recordGroupPayment: ['AGENCY'],
  setFirstYearReading: ['AGENCY'],
  recordDiseaseGroup: ['AGENCY'],
  concernDiseaseGroup: ['AGENCY'],
  setGroupStandard: ['AGENCY'],
  recordGroupReview: ['AGENCY'],
} as const satisfies Acts;

/** How an area pays, its groups and their standards are published. */
export const groupSeen = seenBy({}, allRows);

/** Reviews are a matter of the area and of those who check. */
export const reviewSeen = seenBy(
  {
    EXPERT: allRows,
    APPROVER: allRows,
    AUDITOR: allRows,
    AGENCY: {
      where: (caller) => sql`t.area_code = ${caller.area}`,
      english: 'those of its pooling area',
      chinese: '本统筹区的',
    },
  },
  noRows,
);

/** Who is told anything of reviews at all. */
export const reviewRoles = ['EXPERT', 'APPROVER', 'AUDITOR', 'AGENCY'] as const;
