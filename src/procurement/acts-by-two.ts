import { today } from '../kernel/local-date.ts';
import { actsByTwo } from '../platform/approval/approved-act.ts';
import type { Context } from '../platform/graphql/context.ts';
import { correctWinningPrice } from './correct-winning-price.ts';
import { finaliseSelection } from './finalise-selection.ts';
import type { StepInput } from './recording.input.ts';
import { procurementActs } from './rights.ts';

/** What a proposal or its approval does, for each act that takes two. */
export const procurementActsByTwo = actsByTwo(procurementActs, {
  finaliseSelection: {
    // The selection is final on the day on which that was proposed, however long the approval takes.
    fix: (context: Context, input: StepInput) => ({ on: input.on ?? today(context.clock) }),
    prepare: finaliseSelection,
  },
  correctWinningPrice: { prepare: correctWinningPrice },
});
