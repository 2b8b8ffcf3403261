import { localDate } from '../kernel/local-date.ts';
import { count } from '../kernel/quantity.ts';
import { aboveAgreed, completionForecast, completionProgress, isBehind, shortfall } from './policy/index.ts';
import type { AgreementProgressType } from './progress.type.ts';

interface Movements {
  readonly orders: { readonly ordered: string };
  readonly deliveries: { readonly delivered: string; readonly accepted: string; readonly rejected: string };
  readonly returns: { readonly returned: string };
}

/** What an agreement promises, and its movements up to a day. */
export interface ProgressFacts extends Movements {
  readonly promise: { readonly agreed: string };
  readonly inForceFrom: string;
  readonly inForceTo: string;
}

/** How far an agreement had come on a day. */
export function progressOf(facts: ProgressFacts, asOf: string): AgreementProgressType {
  const on = localDate(asOf);
  const agreed = exactly(facts.promise.agreed);
  const year = { from: localDate(facts.inForceFrom), to: localDate(facts.inForceTo) };
  const ordered = exactly(facts.orders.ordered);
  const accepted = exactly(facts.deliveries.accepted);
  const returned = exactly(facts.returns.returned);
  const purchased = count(accepted - returned);
  const progress = completionProgress({ agreed, purchased, year, asOf: on });
  const missing = shortfall({ agreed, purchased });
  return {
    asOf,
    orderedQuantity: ordered,
    deliveredQuantity: exactly(facts.deliveries.delivered),
    acceptedQuantity: accepted,
    rejectedQuantity: exactly(facts.deliveries.rejected),
    returnedQuantity: returned,
    purchasedQuantity: purchased,
    completionRatio: progress.completion.toFixed(4, 'HALF_UP'),
    timeProgressRatio: progress.time.toFixed(4, 'HALF_UP'),
    shortfallQuantity: missing.quantity,
    aboveAgreedQuantity: aboveAgreed({ agreed, quantity: purchased }),
    orderedAboveAgreedQuantity: aboveAgreed({ agreed, quantity: ordered }),
    isBehind: isBehind({ on, completion: progress.completion, time: progress.time }),
    reachedOn: completionForecast({ agreed, purchased, year, asOf: on }),
    explanation: progress.explanation,
    shortfallExplanation: missing.explanation,
  };
}

/** A sum is shown where a JSON number holds it exactly; beyond that the field fails. */
const exactly = (sum: string) => count(Number(sum));
