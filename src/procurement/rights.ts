import { sql } from 'kysely';
import { allRows, noRows, seenBy, type Acts, type Sight } from '../platform/access/rights.ts';

/** Who may record what. The schema's descriptions are rendered from it; the database says it again in its policies. */
export const procurementActs = {
  draftRound: ['EXPERT'],
  addLot: ['EXPERT'],
  openDemandReporting: ['EXPERT'],
  reportDemand: ['EXPERT'],
  openBidding: ['EXPERT'],
  submitBid: ['EXPERT'],
  openBids: ['EXPERT'],
  evaluateBids: ['EXPERT'],
  recordOutcome: ['EXPERT'],
  proposeSelection: ['EXPERT'],
  publiciseSelection: ['EXPERT'],
  finaliseSelection: ['EXPERT'],
  putRoundInForce: ['EXPERT'],
  expireRound: ['EXPERT'],
  renewRound: ['EXPERT'],
  recordAgreedVolumes: ['EXPERT'],
  amendAgreedVolume: ['EXPERT'],
} as const satisfies Acts;

const begunRounds: Sight = {
  where: () => sql`t.status <> 'DRAFT'`,
  english: 'those past the draft',
  chinese: '已过草稿阶段的',
};
const ofBegunRounds: Sight = {
  where: () => sql`t.round_id in (select r.id from round r where r.status <> 'DRAFT')`,
  english: 'those of rounds past the draft',
  chinese: '已过草稿阶段批次的',
};
const publicised: Sight = {
  where: () => sql`t.round_id in (select r.id from round r where r.status in ('PUBLICISED', 'FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED'))`,
  english: 'those of rounds whose selection was publicised',
  chinese: '已公示批次的',
};
const ofPublicised: Sight = {
  where: (caller) => sql`t.selected_product_id in (select t.id from selected_product t where ${publicised.where(caller)})`,
  english: publicised.english,
  chinese: publicised.chinese,
};
const opened: Sight = { where: () => sql`t.status <> 'SEALED'`, english: 'the opened ones', chinese: '已开标的' };
// The number of sealed bids and who made them are part of the seal: only the bidder sees its own until the opening.
const openedOrOwn: Sight = {
  where: (caller) => sql`(t.status <> 'SEALED' or t.enterprise_id in (select e.id from enterprise e where e.code = ${caller.enterprise}))`,
  english: 'the opened ones and its own',
  chinese: '已开标的及本企业的',
};
const ownInstitution: Sight = {
  where: (caller) => sql`t.institution_id in (select i.id from institution i where i.code = ${caller.institution})`,
  english: 'its own',
  chinese: '本机构的',
};

/** Those who prepare or check a round see it before it is published. */
const preparing = { EXPERT: allRows, APPROVER: allRows, AUDITOR: allRows };

export const roundSeen = seenBy(preparing, begunRounds);
export const lotSeen = seenBy(preparing, ofBegunRounds);
/** Proposed products are nobody's business until they are publicised. */
export const selectedProductSeen = seenBy(preparing, publicised);
/** By itself; under a selected product that one's own visibility has decided already. */
export const agreedVolumeSeen = seenBy(preparing, ofPublicised);
export const bidSeen = seenBy({ ENTERPRISE: openedOrOwn }, opened);
export const demandReportSeen = seenBy({ ...preparing, INSTITUTION: ownInstitution }, noRows);
