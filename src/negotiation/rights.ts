import { sql } from 'kysely';
import { personOf } from '../platform/access/person.ts';
import { allRows, expertAndApprover, noRows, seenBy, type Acts, type Sight } from '../platform/access/rights.ts';

/** Who may record what. The schema's descriptions are rendered from it; the database says it again in its policies. */
export const negotiationActs = {
  prepareNegotiation: ['EXPERT'],
  sealExpectedPrice: ['EXPERT'],
  recordFirstQuote: ['EXPERT'],
  openExpectedPrice: ['EXPERT'],
  recordSecondQuote: ['EXPERT'],
  recordNegotiationOffer: ['EXPERT'],
  concludeNegotiation: ['EXPERT'],
  endNegotiation: ['EXPERT'],
  signNegotiation: ['EXPERT', 'ENTERPRISE', 'APPROVER'],
  publishNegotiatedOutcome: ['EXPERT'],
  renewNegotiatedOutcome: expertAndApprover,
  recordNonExclusiveBidding: expertAndApprover,
} as const satisfies Acts;

const checking = { EXPERT: allRows, APPROVER: allRows, AUDITOR: allRows };
const fromPublicSources: Sight = {
  where: () => sql`t.origin = 'PUBLIC_SOURCE'`,
  english: 'those from public sources',
  chinese: '取自公开来源的',
};
const ownTalk: Sight = {
  where: (caller) =>
    sql`(t.origin = 'PUBLIC_SOURCE' or t.enterprise_id = (select e.id from enterprise e where e.code = ${caller.enterprise}))`,
  english: 'those from public sources and its own',
  chinese: '取自公开来源的及本企业的',
};

/** A talk is between the two sides; what was published of one is everybody's. */
export const negotiationSeen = seenBy({ ...checking, ENTERPRISE: ownTalk }, fromPublicSources);

const ofTalk = (sight: Sight): Sight => ({
  ...sight,
  where: (caller) => sql`t.negotiation_id in (select t.id from negotiation t where ${sight.where(caller)})`,
});
export const offerSeen = seenBy({ ...checking, ENTERPRISE: ofTalk(ownTalk) }, ofTalk(fromPublicSources));

/** Who was drawn is no list for the enterprise: whom it meets, it meets at the table. */
export const participantSeen = seenBy(
  {
    ...checking,
    ENTERPRISE: {
      where: (caller) => sql`(t.side = 'ENTERPRISE' and ${ofTalk(ownTalk).where(caller)})`,
      english: 'its own persons',
      chinese: '本企业人员',
    },
  },
  noRows,
);

/** Groups work back to back: an expert sees the opened expected price of a talk of its own group. The enterprise never does. */
export const expectedPriceSeen = seenBy(
  {
    APPROVER: allRows,
    AUDITOR: allRows,
    EXPERT: {
      where: (caller) =>
        sql`t.negotiation_id in (select g.negotiation_id from negotiation_participant g where g.side = 'AUTHORITY' and g.person = ${personOf(caller)})`,
      english: 'those of its group',
      chinese: '本组的',
    },
  },
  noRows,
);

const published: Sight = {
  where: () => sql`(t.origin = 'PUBLIC_SOURCE' or t.published_on is not null)`,
  english: 'the published ones',
  chinese: '已公布的',
};

/** An outcome is there once three have signed, or two have approved; the public is told when it is published. */
export const outcomeSeen = seenBy(
  {
    ...checking,
    ENTERPRISE: {
      where: (caller) =>
        sql`(t.origin = 'PUBLIC_SOURCE' or t.published_on is not null or t.enterprise_id = (select e.id from enterprise e where e.code = ${caller.enterprise}))`,
      english: 'the published ones and its own',
      chinese: '已公布的及本企业的',
    },
  },
  published,
);

/** What the fund is willing to pay is for those who fix and check it. */
export const biddingSeen = seenBy(checking, noRows);
