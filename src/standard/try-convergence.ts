import type { Context } from '../platform/graphql/context.ts';
import type { TryConvergenceInput } from './convergence.input.ts';
import type { ConvergenceTrialType } from './convergence.type.ts';
import { judgeConvergence } from './judge-convergence.ts';

/** Judges a schedule as a proposal would, and records nothing. */
export async function tryConvergence({ snapshot }: Context, input: TryConvergenceInput): Promise<ConvergenceTrialType> {
  const { refusals, warnings, startsOn, path } = await judgeConvergence((query) => snapshot.objects('tryConvergence', query), input);
  return {
    userErrors: refusals,
    warnings,
    startsOn,
    deadline: path?.deadline ?? null,
    targetAmount: path?.targetAmount.toString() ?? null,
    priceUnit: path?.targetAmount.unit ?? null,
    steps: (path?.steps ?? []).map(({ effectiveFrom, amount }) => ({ effectiveFrom, amount: amount.toString() })),
  };
}
