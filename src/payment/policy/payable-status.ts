import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { Money, sumOfMoney } from '../../kernel/money.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { payableStatusClauses } from './payable-status.clauses.ts';

/**
 * How a payable stands on a day.
 * @source the stent Opinions of 2021 (source text 1); due soon: our convention
 */
export const payableStatusRule = defineRule({
  id: 'payment.payable-status',
  title: 'Status of a payable',
  titleZh: '应付货款状态',
  statement:
    'As of a day a payable is SETTLED when the entries up to that day reach its amount on or before the due date, SETTLED_LATE when they reach it later, OVERDUE when something is open after the due date, DUE_SOON when something is open and at most so many days (7) are left, else NOT_DUE. Overdue days = max(0, day of settlement, or the day asked for while something is open, - due date); the overdue amount is what is open then.',
  statementZh:
    '截至某日:累计付款(含退货冲减)在付款期限当日或之前达到应付金额的为 SETTLED,之后达到的为 SETTLED_LATE;期限后仍有未付的为 OVERDUE;未付且距期限不超过规定天数(7天)的为 DUE_SOON;其余为 NOT_DUE。逾期天数=max(0,付清日(未付清时为查询日)-付款期限);逾期金额为届时未付金额。',
  source: [source(documents.stentSupport), source(documents.ourConvention, 'due soon; the words of the statuses')],
  clauses: payableStatusClauses,
  traces: ['RD2', 'E07'],
});

/**
 * The statuses of a payable.
 * @source none: the words are a convention of this system
 */
export const payableStatuses = ['NOT_DUE', 'DUE_SOON', 'SETTLED', 'SETTLED_LATE', 'OVERDUE'] as const;
/**
 * One of the statuses of a payable.
 * @source none: the words are a convention of this system
 */
export type PayableStatus = (typeof payableStatuses)[number];

/**
 * One entry of a payable: a payment or a return of goods lowers what is open, a reversal raises it again. Yuan.
 * @source none: a shape of this system, not a rule
 */
export interface Entry {
  readonly kind: 'PAYMENT' | 'REVERSAL' | 'RETURN';
  readonly amount: Money;
  readonly occurredOn: LocalDate;
}

/**
 * How a payable stood at the end of a day; amounts in yuan. The status is null before the day of acceptance, when nothing
 * was owed yet.
 * @source none: a shape of this system, not a rule
 */
export interface PayableStanding {
  readonly paid: Money;
  readonly open: Money;
  readonly settledOn: LocalDate | null;
  readonly status: PayableStatus | null;
  readonly overdueDays: number;
  readonly overdueAmount: Money;
}

const none = Money.of('0');
const negative = (amount: Money) => none.minus(amount);
const lowers = ({ kind, amount }: Entry) => (kind === 'REVERSAL' ? negative(amount) : amount);

/**
 * How a payable stood at the end of a day, by its entries up to that day. Where a back-dated payment meets one that was
 * reversed later, more than the amount stood paid on the days between: then nothing was open.
 * @source the stent Opinions of 2021 (source text 1); due soon: our convention
 */
export function payableStanding(given: {
  amount: Money;
  acceptedOn: LocalDate;
  dueOn: LocalDate;
  entries: readonly Entry[];
  asOf: LocalDate;
}): PayableStanding {
  const { amount, acceptedOn, dueOn, asOf } = given;
  const entries = given.entries.filter(({ occurredOn }) => occurredOn <= asOf);
  const paid = sumOfMoney(entries.map((entry) => (entry.kind === 'RETURN' ? none : lowers(entry))));
  const settledOn = settledBy(amount, acceptedOn, entries);
  const rest = amount.minus(sumOfMoney(entries.map(lowers)));
  const isOwed = asOf >= acceptedOn;
  const open = isOwed && rest.compare(none) > 0 ? rest : none;
  const isOpen = open.compare(none) > 0;
  const overdueDays = isOwed ? Math.max(0, daysBetween(dueOn, settledOn ?? asOf)) : 0;
  return {
    paid,
    open,
    settledOn: isOwed ? settledOn : null,
    status: isOwed ? statusOf(isOpen, overdueDays, daysBetween(asOf, dueOn), asOf) : null,
    overdueDays,
    overdueAmount: isOpen && overdueDays > 0 ? open : none,
  };
}

function statusOf(isOpen: boolean, overdueDays: number, daysLeft: number, asOf: LocalDate): PayableStatus {
  if (!isOpen) return overdueDays > 0 ? 'SETTLED_LATE' : 'SETTLED';
  if (overdueDays > 0) return 'OVERDUE';
  return daysLeft <= payableStatusClauses.inForce(asOf).value.dueSoonDays ? 'DUE_SOON' : 'NOT_DUE';
}

/** The first day from which on, at the end of every day, the entries reach the amount; null while they do not. */
function settledBy(amount: Money, acceptedOn: LocalDate, entries: readonly Entry[]): LocalDate | null {
  const byDay = Map.groupBy(entries, ({ occurredOn }) => occurredOn);
  let left = amount;
  let since: LocalDate | null = amount.compare(none) === 0 ? acceptedOn : null;
  for (const day of [...byDay.keys()].toSorted()) {
    left = left.minus(sumOfMoney(byDay.get(day)!.map(lowers)));
    since = left.compare(none) > 0 ? null : (since ?? day);
  }
  return since;
}
