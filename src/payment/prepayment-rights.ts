import { sql } from 'kysely';
import { allRows, noRows, seenBy, type Sight } from '../platform/access/rights.ts';

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

/** What the fund prepays an institution is between the two of them. */
export const prepaymentSeen = seenBy({ ...checking, INSTITUTION: ownInstitution, AGENCY: ownArea }, noRows);

/** Who is told anything of prepayments at all. */
export const prepaymentRoles = ['EXPERT', 'APPROVER', 'AUDITOR', 'AGENCY', 'INSTITUTION'] as const;

const ofOwnPrepayment: Sight = {
  ...ownInstitution,
  where: (caller) => sql`t.prepayment_id in (select t.id from prepayment t where ${ownInstitution.where(caller)})`,
};
export const prepaymentMovementSeen = seenBy({ ...checking, INSTITUTION: ofOwnPrepayment, AGENCY: ownArea }, noRows);

/** How much the fund of an area prepays at least is everybody's to know. */
export const prepaymentRatioSeen = seenBy({}, allRows);
