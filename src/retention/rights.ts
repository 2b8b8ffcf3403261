import { sql } from 'kysely';
import { allRows, noRows, seenBy, type Acts, type Sight } from '../platform/access/rights.ts';

/** Who may record what. The schema's descriptions are rendered from it; the database says it again in its policies. */
export const retentionActs = {
  setDrugRetentionRatio: ['AGENCY'],
  assessInstitution: ['AGENCY'],
  correctAssessment: ['AGENCY'],
  retainSurplus: { proposedBy: ['AGENCY'], approvedBy: ['APPROVER'] },
} as const satisfies Acts;

const ownInstitution: Sight = {
  where: (caller) => sql`t.institution_id = (select i.id from institution i where i.code = ${caller.institution})`,
  english: 'its own',
  chinese: '本机构的',
};
const ownArea: Sight = {
  where: (caller) => sql`t.area_code = ${caller.area}`,
  english: 'those of its pooling area',
  chinese: '本统筹区的',
};

/** Those who check the record see all of it. */
const checking = { EXPERT: allRows, APPROVER: allRows, AUDITOR: allRows };

/** What an institution is assessed at and retains is between it and the agency. */
export const retentionSeen = seenBy({ ...checking, INSTITUTION: ownInstitution, AGENCY: ownArea }, noRows);

/** Who is told anything of retention at all. */
export const retentionRoles = ['EXPERT', 'APPROVER', 'AUDITOR', 'AGENCY', 'INSTITUTION'] as const;

/** What an area lets be retained of drugs' surpluses is everybody's to know. */
export const drugRetentionRatioSeen = seenBy({}, allRows);
