import type { EntityManager } from '@mikro-orm/postgresql';
import { countsCalendarDays, type AcceptedGoods, type Calendar } from './policy/index.ts';

interface Day {
  readonly day: string;
  readonly isWorkingDay: boolean;
  readonly isBankingDay: boolean;
}

/** The calendar as far as the deadlines of these acceptances count its days; most count none, and nothing is read for them. */
export async function calendarFor(em: EntityManager, accepted: readonly AcceptedGoods[]): Promise<Calendar> {
  const counted = accepted.filter(countsCalendarDays).map(({ acceptedOn }) => acceptedOn);
  if (counted.length === 0) return new Map();
  const [first] = counted.toSorted();
  const days = await em.execute<Day[]>(
    `select day::text, is_working_day as "isWorkingDay", is_banking_day as "isBankingDay" from calendar_day where day > ?`,
    [first],
  );
  return new Map(days.map((each) => [each.day, each]));
}
