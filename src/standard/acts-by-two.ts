import { actsByTwo } from '../platform/approval/approved-act.ts';
import { proposeConvergence } from './propose-convergence.ts';
import { proposeDrugStandard } from './propose-drug-standard.ts';
import { standardActs } from './rights.ts';

/** What a proposal or its approval does, for each act that takes two. A first day that is left open is that of the record. */
export const standardActsByTwo = actsByTwo(standardActs, {
  proposeConvergence: { prepare: proposeConvergence },
  proposeDrugStandard: { prepare: proposeDrugStandard },
});
