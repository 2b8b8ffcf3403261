import type { Refusal } from './refusal.ts';

/**
 * The answer of a policy: a value, or all the refusals (never only the first).
 * @source none: a shape of this system, not a rule
 */
export type Verdict<T> = { ok: true; value: T } | { ok: false; refusals: Refusal[] };

/**
 * The domain says yes, with this value.
 * @source none: a shape of this system, not a rule
 */
export function accepted<T>(value: T): Verdict<T> {
  return { ok: true, value };
}

/**
 * The domain says no. Needs at least one refusal: a "no" without a reason is a mistake of ours and throws.
 * @source none: a shape of this system, not a rule
 */
export function refused<T = never>(refusals: Refusal[]): Verdict<T> {
  if (refusals.length === 0) throw new Error('a refusal needs a reason');
  return { ok: false, refusals };
}

/**
 * Accepts the value when there is no refusal, else refuses with all of them.
 *
 * The value is built only on acceptance, since it may not exist otherwise.
 * @source none: a shape of this system, not a rule
 */
export function verdict<T>(refusals: Refusal[], value: () => T): Verdict<T> {
  return refusals.length === 0 ? accepted(value()) : refused(refusals);
}

/**
 * The value of a verdict that must be a yes here; throws with the refusals otherwise (our mistake, not a "no").
 * @source none: a shape of this system, not a rule
 */
export function valueOf<T>(answer: Verdict<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`refused: ${answer.refusals.map((each) => `${each.code} ${each.message}`).join('; ')}`);
}
