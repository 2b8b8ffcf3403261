import { today } from '../kernel/local-date.ts';
import { actsByTwo } from '../platform/approval/approved-act.ts';
import type { Context } from '../platform/graphql/context.ts';
import type { RecordNonExclusiveBiddingInput, RenewNegotiatedOutcomeInput } from './outcome.input.ts';
import { recordNonExclusiveBidding } from './record-bidding.ts';
import { renewNegotiatedOutcome } from './renew-outcome.ts';
import { negotiationActs } from './rights.ts';

/** What a proposal or its approval does, for each act that takes two. */
export const negotiationActsByTwo = actsByTwo(negotiationActs, {
  renewNegotiatedOutcome: {
    // By the rules of the day on which it was proposed, however long the approval takes.
    fix: (context: Context, input: RenewNegotiatedOutcomeInput) => ({ on: input.on ?? today(context.clock) }),
    prepare: renewNegotiatedOutcome,
  },
  recordNonExclusiveBidding: {
    fix: (context: Context, input: RecordNonExclusiveBiddingInput) => ({ on: input.on ?? today(context.clock) }),
    prepare: recordNonExclusiveBidding,
  },
});
