import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusal.ts';

/**
 * Refusals of a day that has not come yet: what is recorded has happened.
 *
 * Refuses with `DATE_IN_FUTURE`.
 * @source none: convention of this system
 */
export function dayInFuture(field: string, on: LocalDate, now: LocalDate): Refusal[] {
  if (on <= now) return [];
  return [
    {
      code: 'DATE_IN_FUTURE',
      field,
      message: `${on} lies in the future (today is ${now}).`,
      messageZh: `${on} 晚于今日(${now})。`,
      rule: null,
      facts: [fact(field, on), fact('today', now)],
    },
  ];
}
