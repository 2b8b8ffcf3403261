import { sql } from 'kysely';
import { allRows, expertAndApprover, noRows, seenBy, type Acts, type Sight } from '../platform/access/rights.ts';
import { agreementSeen } from '../supply/index.ts';

/** Who may record what. The schema's descriptions are rendered from it; the database says it again in its policies. */
export const continuityActs = {
  recordSupplyComplaint: ['INSTITUTION', 'AGENCY'],
  decideSupplyComplaint: ['EXPERT'],
  transferSupply: expertAndApprover,
} as const satisfies Acts;

/** What nobody has looked into is no matter of the enterprise yet. */
const verifiedAboutIt: Sight = {
  where: (caller) =>
    sql`(t.status in ('VERIFIED', 'SUCCEEDED') and t.enterprise_id = (select e.id from enterprise e where e.code = ${caller.enterprise}))`,
  english: 'the verified ones about it',
  chinese: '针对本企业且经核实的',
};
const ofOwnAgreements: Sight = {
  where: (caller) => sql`t.institution_id = (select i.id from institution i where i.code = ${caller.institution})`,
  english: 'those of its own agreements',
  chinese: '本机构协议的',
};
const ownArea: Sight = {
  where: (caller) => sql`t.area_code = ${caller.area}`,
  english: 'those of its pooling area',
  chinese: '本统筹区的',
};
const checking = { EXPERT: allRows, APPROVER: allRows, AUDITOR: allRows };

export const complaintSeen = seenBy({ ...checking, ENTERPRISE: verifiedAboutIt, INSTITUTION: ofOwnAgreements, AGENCY: ownArea }, noRows);

/** Who supplies a region is published. */
export const successionSeen = seenBy({}, allRows);

/** A party of either agreement sees what moved. */
const ofOwnAgreement: Sight = {
  where: (caller) => {
    const own = sql`select t.id from agreement t where ${agreementSeen.visible(caller) ?? sql`true`}`;
    return sql`(t.agreement_id in (${own}) or t.successor_agreement_id in (${own}))`;
  },
  english: 'those of its own agreements',
  chinese: '本方协议的',
};
export const successionLineSeen = seenBy(
  { ...checking, ENTERPRISE: ofOwnAgreement, INSTITUTION: ofOwnAgreement, AGENCY: ofOwnAgreement },
  noRows,
);
