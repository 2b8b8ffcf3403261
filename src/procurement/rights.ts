import { sql, type RawBuilder } from 'kysely';
import type { Caller } from '../platform/access/caller.ts';
import { allRows, expertAndApprover, noRows, seenBy, type Acts, type Seen, type Sight } from '../platform/access/rights.ts';
import type { SeenColumn } from '../platform/read/filter.ts';

/** Who may record what. The schema's descriptions are rendered from it; the database says it again in its policies. */
export const procurementActs = {
  draftRound: ['EXPERT'],
  addLot: ['EXPERT'],
  openDemandReporting: ['EXPERT'],
  reportDemand: ['EXPERT', 'INSTITUTION'],
  openBidding: ['EXPERT'],
  submitBid: ['EXPERT', 'ENTERPRISE'],
  openBids: ['EXPERT'],
  evaluateBids: ['EXPERT'],
  recordOutcome: ['EXPERT'],
  proposeSelection: ['EXPERT'],
  publiciseSelection: ['EXPERT'],
  finaliseSelection: expertAndApprover,
  putRoundInForce: ['EXPERT'],
  expireRound: ['EXPERT'],
  renewRound: ['EXPERT'],
  recordAgreedVolumes: ['EXPERT'],
  amendAgreedVolume: ['EXPERT'],
  correctWinningPrice: expertAndApprover,
  withdrawWinner: ['EXPERT'],
  recordEnterpriseBar: ['EXPERT'],
  recordCreditRating: ['EXPERT'],
  suspendListing: ['EXPERT'],
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
const ofPublicisedLots: Sight = {
  where: (caller) => sql`(t.origin = 'PUBLIC_SOURCE' or t.lot_id in (select t.id from lot t where ${publicised.where(caller)}))`,
  english: 'those from public sources, and of rounds whose selection was publicised',
  chinese: '取自公开来源的及已公示批次的',
};
const sealedOrOfPublicisedLots: Sight = {
  ...ofPublicisedLots,
  where: (caller) => sql`(t.status = 'SEALED' or ${ofPublicisedLots.where(caller)})`,
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

/** Whether a round that is still a draft exists for the caller. */
export const seesDrafts = ({ role }: Caller): boolean => role in preparing;

export const roundSeen = seenBy(preparing, begunRounds);
export const lotSeen = seenBy(preparing, ofBegunRounds);
/** Proposed products are nobody's business until they are publicised. */
export const selectedProductSeen = seenBy(preparing, publicised);
/** By itself; under a selected product that one's own visibility has decided already. */
export const agreedVolumeSeen = seenBy(preparing, ofPublicised);
export const bidSeen = seenBy({ ENTERPRISE: openedOrOwn }, opened);
/** Bars, credit ratings and suspended listings are published. */
export const standingSeen = seenBy({}, allRows);
export const demandReportSeen = seenBy({ ...preparing, INSTITUTION: ownInstitution }, noRows);

/**
 * What the rules make of a bid, and how volume is shared: those who prepare or check a round see it at once, anyone else
 * from publicity on. It stands in tables of its own beside the bid and the lot, since the database too must know a row
 * from another to hide it. Prices are everybody's from the opening on.
 */
const evaluationSeen = seenBy(preparing, ofPublicisedLots);
const outcomeSeen = seenBy(preparing, sealedOrOfPublicisedLots);
const shareSeen = seenBy(preparing, publicised);

const seenAs = ({ visible }: Seen, value: RawBuilder<unknown>, otherwise = sql`null`) => {
  return (caller: Caller) => {
    const where = visible(caller);
    return where ? sql`case when ${where} then ${value} else ${otherwise} end` : value;
  };
};

/** A figure that the evaluation gives a bid, as a caller sees it: null until publicity. */
export const evaluated = (column: string): SeenColumn => ({
  column,
  seen: seenAs(evaluationSeen, sql.ref(`evaluation.${column}`)),
});

/** Until publicity a bid is sealed or opened, and no more. */
export const bidStatus: SeenColumn = {
  column: 'status',
  seen: seenAs(outcomeSeen, sql`coalesce(evaluation.outcome, t.status)`, sql`'OPENED'`),
};

export const sharePercent = seenAs(shareSeen, sql`share.percent`);
