// The worked examples of due dates, run against the policy. The cases are data: payment.json.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { valueOf } from '../../src/kernel/verdict.ts';
import { payableStanding, settlementDeadline } from '../../src/payment/policy/index.ts';

type Case = { id: string; provenance: string; acceptedOn: string; dueOn: string } & (
  | { kind: 'due date'; overdueFrom: string; daysAllowed: number }
  | { kind: 'late payment'; paidOn: string; overdueDays: number }
);
type Of<Kind extends Case['kind']> = Extract<Case, { kind: Kind }>;

const cases = JSON.parse(readFileSync(new URL('payment.json', import.meta.url), 'utf8')) as Case[];

const categories = ['DRUG', 'STENT', 'CONSUMABLE'];
const dueOf = (acceptedOn: string, category: string) =>
  valueOf(settlementDeadline({ acceptedOn: localDate(acceptedOn), category, areas: ['330100', '330000'] }, new Map())).dueOn;

/** How 100 yuan stand on a day that were paid on another, or were not. */
function standing(given: Case, asOf: string, paidOn: string | null) {
  const amount = Money.of('100');
  const entries = paidOn === null ? [] : [{ kind: 'PAYMENT' as const, amount, occurredOn: localDate(paidOn) }];
  const [acceptedOn, dueOn] = [localDate(given.acceptedOn), dueOf(given.acceptedOn, 'STENT')];
  return payableStanding({ amount, acceptedOn, dueOn, entries, asOf: localDate(asOf) });
}

const run = {
  'due date'(given: Of<'due date'>) {
    const { dueOn, overdueFrom } = given;
    const after = addDays(localDate(overdueFrom), 30);
    const actual = [
      categories.map((category) => dueOf(given.acceptedOn, category)),
      daysBetween(localDate(given.acceptedOn), localDate(dueOn)),
      standing(given, after, dueOn).status,
      standing(given, dueOn, null).status,
      standing(given, overdueFrom, null),
    ];
    const expected = [
      categories.map(() => dueOn),
      given.daysAllowed,
      'SETTLED',
      'DUE_SOON',
      expect.objectContaining({ status: 'OVERDUE', overdueDays: 1 }),
    ];
    expect(actual).toEqual(expected);
  },
  'late payment'(given: Of<'late payment'>) {
    const { status, overdueDays } = standing(given, '2024-12-31', given.paidOn);
    expect([dueOf(given.acceptedOn, 'DRUG'), status, overdueDays]).toEqual([given.dueOn, 'SETTLED_LATE', given.overdueDays]);
  },
} satisfies { [Kind in Case['kind']]: (given: Of<Kind>) => void };

describe('worked examples of due dates', () => {
  it.each(cases)('[$id] $kind: $provenance', (given) => (run[given.kind] as (given: Case) => void)(given));

  it('are all there', () => {
    expect(cases.map(({ id }) => id)).toEqual(['E06a', 'E06c', 'E06e', 'E06g', 'E06i', 'E06k', 'E07']);
  });
});
