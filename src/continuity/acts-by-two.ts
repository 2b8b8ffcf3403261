import { today } from '../kernel/local-date.ts';
import { actsByTwo } from '../platform/approval/approved-act.ts';
import type { Context } from '../platform/graphql/context.ts';
import type { TransferSupplyInput } from './continuity.input.ts';
import { continuityActs } from './rights.ts';
import { transferSupply } from './transfer-supply.ts';

/** What a proposal or its approval does, for each act that takes two. */
export const continuityActsByTwo = actsByTwo(continuityActs, {
  transferSupply: {
    // The figures are those of the day of proposing, however long the approval takes.
    fix: (context: Context, input: TransferSupplyInput) => ({ figuresOn: input.figuresOn ?? today(context.clock) }),
    prepare: transferSupply,
  },
});
