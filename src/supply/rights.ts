import { sql } from 'kysely';
import { allRows, noRows, seenBy, type Acts, type Sight } from '../platform/access/rights.ts';

/** Who may record what. The schema's descriptions are rendered from it; the database says it again in its policies. */
export const supplyActs = {
  signAgreements: ['EXPERT'],
  amendAgreement: ['EXPERT'],
  appointDistributor: ['ENTERPRISE'],
  endDistributorAppointment: ['ENTERPRISE'],
  listProduct: ['EXPERT', 'ENTERPRISE'],
  placeOrders: ['EXPERT', 'INSTITUTION'],
  recordDeliveries: ['EXPERT', 'ENTERPRISE'],
} as const satisfies Acts;

const ownEnterprise: Sight = {
  where: (caller) => sql`t.enterprise_id = (select e.id from enterprise e where e.code = ${caller.enterprise})`,
  english: 'its own',
  chinese: '本企业的',
};
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

/** Also of what carries an agreement's parties itself, such as what is payable for its deliveries. */
export const agreementSeen = seenBy({ ...checking, ENTERPRISE: ownEnterprise, INSTITUTION: ownInstitution, AGENCY: ownArea }, noRows);

/** An institution sees who may distribute in its area, as it orders there. */
export const appointmentSeen = seenBy(
  {
    ...checking,
    ENTERPRISE: ownEnterprise,
    INSTITUTION: {
      where: (caller) => sql`t.area_code = (select i.area_code from institution i where i.code = ${caller.institution})`,
      english: 'those of its pooling area',
      chinese: '本统筹区的',
    },
    AGENCY: ownArea,
  },
  noRows,
);

/** Whoever buys asks for what a product is listed at. */
export const listingSeen = seenBy({}, allRows);

/** What hangs on an agreement is seen where the agreement is. */
const ofSeenAgreement = (sight: Sight): Sight => ({
  ...sight,
  where: (caller) => sql`t.agreement_id in (select t.id from agreement t where ${sight.where(caller)})`,
});
export const movementSeen = seenBy(
  {
    ...checking,
    ENTERPRISE: ofSeenAgreement(ownEnterprise),
    INSTITUTION: ofSeenAgreement(ownInstitution),
    AGENCY: ofSeenAgreement(ownArea),
  },
  noRows,
);
