import { sql, type RawBuilder } from 'kysely';
import { addDays, lastDayOfMonth, localDate, type LocalDate } from '../kernel/local-date.ts';
import { payableEntryLines, payableLines } from '../payment/index.ts';
import { movementLines } from '../supply/index.ts';

/** What is summed of a line beside agreed volumes. */
export const performedSums = [
  'ordered_quantity',
  'delivered_quantity',
  'accepted_quantity',
  'accepted_amount',
  'paid_amount',
  'overdue_amount',
] as const;
type Performed = (typeof performedSums)[number];

/** Of which days the lines tell. */
export interface Reach {
  /** The last day that counts. */
  readonly asOf: LocalDate;
  /** The day of the recording clock: nothing is recorded of a later one, so that a month that has it is whole. */
  readonly today: LocalDate;
}

const firstOfMonth = (day: LocalDate) => localDate(`${day.slice(0, 7)}-01`);
const firstOfNextMonth = (day: LocalDate) => addDays(lastDayOfMonth(day), 1);

/** One kind of line: where its rows are, and what they add to which measure. */
interface Part {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  /** The column that holds the month in which it counts. */
  readonly month: RawBuilder<unknown>;
  readonly adds: Partial<Record<Performed, RawBuilder<unknown>>>;
}

/**
 * What was ordered, delivered, accepted, paid, and is overdue as of a day, as lines to be summed: a relation with
 * `area_code`, `selected_product_id`, `agreement_year`, `month`, `synthetic`, the measures and `last_recorded_at`.
 *
 * Whole months come from the kept sums, the part of a month up to the day from the facts. What is overdue is what fell due
 * before the day less what was paid of it or returned by then.
 */
export function performanceLines({ asOf, today }: Reach): RawBuilder<unknown> {
  const whole = asOf >= today || asOf === lastDayOfMonth(asOf) ? firstOfNextMonth(asOf) : firstOfMonth(asOf);
  const dueMonth = firstOfMonth(asOf);
  const beforeWhole = sql`month < ${whole}::date`;
  const inPart = sql`day >= ${whole}::date and day <= ${asOf}::date`;
  const dueInPart = sql`due_on >= ${dueMonth}::date and due_on < ${asOf}::date`;
  const [movements, payables, entries] = [movementLines, payableLines, payableEntryLines].map((lines) => sql`(${sql.raw(lines)}) l`);
  const moved = {
    ordered_quantity: sql`ordered_quantity`,
    delivered_quantity: sql`delivered_quantity`,
    accepted_quantity: sql`accepted_quantity - returned_quantity`,
  };
  const cleared = sql`-(paid_amount + returned_amount)`;
  const ofDay = sql`date_trunc('month', day)::date`;
  const ofDue = sql`date_trunc('month', due_on)::date`;
  const entered = { paid_amount: sql`paid_amount`, accepted_amount: sql`-returned_amount` };
  return unionOf(
    [],
    [
      { from: sql.table('movement_rollup'), where: beforeWhole, month: sql`month`, adds: moved },
      { from: movements!, where: inPart, month: ofDay, adds: moved },
      { from: sql.table('payable_rollup'), where: beforeWhole, month: sql`month`, adds: { accepted_amount: sql`amount` } },
      { from: payables!, where: inPart, month: ofDay, adds: { accepted_amount: sql`amount` } },
      { from: sql.table('payable_entry_rollup'), where: beforeWhole, month: sql`month`, adds: entered },
      { from: entries!, where: inPart, month: ofDay, adds: entered },
      {
        from: sql.table('payable_rollup'),
        where: sql`due_month < ${dueMonth}::date`,
        month: sql`due_month`,
        adds: { overdue_amount: sql`amount` },
      },
      { from: payables!, where: dueInPart, month: ofDue, adds: { overdue_amount: sql`amount` } },
      {
        from: sql.table('payable_entry_rollup'),
        where: sql`due_month < ${dueMonth}::date and ${beforeWhole}`,
        month: sql`due_month`,
        adds: { overdue_amount: cleared },
      },
      { from: entries!, where: sql`due_on < ${dueMonth}::date and ${inPart}`, month: ofDue, adds: { overdue_amount: cleared } },
      { from: entries!, where: sql`${dueInPart} and day <= ${asOf}::date`, month: ofDue, adds: { overdue_amount: cleared } },
    ],
  );
}

/** The same for single institutions, which have no sums: all from the facts, with `institution_id`. */
export function performanceFacts({ asOf }: Reach): RawBuilder<unknown> {
  const [movements, payables, entries] = [movementLines, payableLines, payableEntryLines].map((lines) => sql`(${sql.raw(lines)}) l`);
  const upTo = sql`day <= ${asOf}::date`;
  const due = sql`due_on < ${asOf}::date and ${upTo}`;
  const ofDay = sql`date_trunc('month', day)::date`;
  const ofDue = sql`date_trunc('month', due_on)::date`;
  return unionOf(
    ['institution_id'],
    [
      {
        from: movements!,
        where: upTo,
        month: ofDay,
        adds: {
          ordered_quantity: sql`ordered_quantity`,
          delivered_quantity: sql`delivered_quantity`,
          accepted_quantity: sql`accepted_quantity - returned_quantity`,
        },
      },
      { from: payables!, where: upTo, month: ofDay, adds: { accepted_amount: sql`amount` } },
      { from: entries!, where: upTo, month: ofDay, adds: { paid_amount: sql`paid_amount`, accepted_amount: sql`-returned_amount` } },
      { from: payables!, where: due, month: ofDue, adds: { overdue_amount: sql`amount` } },
      { from: entries!, where: due, month: ofDue, adds: { overdue_amount: sql`-(paid_amount + returned_amount)` } },
    ],
  );
}

function unionOf(also: readonly string[], parts: readonly Part[]): RawBuilder<unknown> {
  const selects = parts.map(({ from, where, month, adds }) => {
    const measures = performedSums.map((name) => sql`${adds[name] ? sql`(${adds[name]})` : sql`null`}::numeric as ${sql.ref(name)}`);
    const place = ['area_code', 'selected_product_id', ...also, 'agreement_year', 'synthetic'].map((each) => sql.ref(each));
    return sql`select ${sql.join([...place, sql`${month} as month`, ...measures, sql.ref('last_recorded_at')])} from ${from} where ${where}`;
  });
  return sql.join(selects, sql` union all `);
}
