import type { LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';

/**
 * By how much the open amount of a payable changed on a day, in yuan: payments and returns lower it, reversals raise it.
 * @source none: a shape of this system, not a rule
 */
export type ChangesByDay = ReadonlyMap<LocalDate, Money>;

/**
 * The least that is open of a payable at the end of any day from `from` on. It is what is open now, but where a reversal
 * came later: before that the payment stood, and what is told for a day then must not stand beside it.
 * @param amount what is payable in all
 * @source none: arithmetic
 */
export function leastOpenFrom(amount: Money, changes: ChangesByDay, from: LocalDate): Money {
  const days = [...changes.keys()].toSorted();
  let open = amount;
  let least: Money | null = null;
  for (const day of days) {
    // The first day after `from` finds what was open at its end.
    if (day > from) least ??= open;
    open = open.plus(changes.get(day)!);
    if (least !== null && open.compare(least) < 0) least = open;
  }
  return least ?? open;
}
