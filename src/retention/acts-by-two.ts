import { today } from '../kernel/local-date.ts';
import { actsByTwo } from '../platform/approval/approved-act.ts';
import type { Context } from '../platform/graphql/context.ts';
import { retainSurplus } from './retain-surplus.ts';
import type { RetainSurplusInput } from './retention.input.ts';
import { retentionActs } from './rights.ts';

/** What a proposal or its approval does, for each act that takes two. */
export const retentionActsByTwo = actsByTwo(retentionActs, {
  retainSurplus: {
    // Purchases count up to the day of proposing, however long the approval takes.
    fix: (context: Context, input: RetainSurplusInput) => ({ on: input.on ?? today(context.clock) }),
    prepare: retainSurplus,
  },
});
