import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonText } from '../platform/database/json-text.ts';
import { sendOn } from '../platform/database/send.ts';
import { Money, sumOfMoney } from '../kernel/money.ts';
import { insertRows } from '../platform/journal/insert-rows.ts';
import { recordedRow, type RecordingContext } from '../platform/journal/recorded-row.ts';
import { tellJournal, type RowChange } from '../platform/journal/row-changes.ts';
import type { HeldPayable } from './hold-payables.ts';
import { PayableEntry, type payableEntryKinds } from './payable-entry.entity.ts';
import { rollUpEntries } from './roll-up-payables.ts';
import { confidenceOf } from './write-payables.ts';

/** An entry of a payable that is held. */
export interface NewEntry {
  readonly payable: HeldPayable;
  readonly kind: (typeof payableEntryKinds)[number];
  readonly amount: Money;
  readonly occurredOn: string;
  readonly reference: string;
  readonly reversesId?: string;
  readonly reason?: string;
}

/**
 * The first day from which on, at the end of every day, the entries of the payable `p` reach its amount; the pure form of
 * the same is in `policy/payable-status.ts`.
 */
const settledOn = `(
  select min(r.occurred_on) from (
    select d.occurred_on, max(d.occurred_on) filter (where d.reached < p.amount) over () as below from (
      select e.occurred_on, sum(sum(case e.kind when 'REVERSAL' then -e.amount else e.amount end)) over (order by e.occurred_on) as reached
      from payable_entry e where e.area_code = p.area_code and e.payable_id = p.id group by e.occurred_on
    ) d
  ) r where r.below is null or r.occurred_on > r.below)`;

interface Moved {
  readonly id: string;
  readonly openAmount: string;
  readonly settledOn: string | null;
}

/**
 * Writes entries and what follows from them for their payables: what is open, and since when nothing is. What is open is
 * lowered by a conditional statement, so that no payable is ever paid twice over, whoever forgot to hold it.
 */
export async function writeEntries(context: RecordingContext, em: EntityManager, entries: readonly NewEntry[]): Promise<void> {
  const rows = entries.map(({ payable, kind, amount, occurredOn, reference, reversesId = null, reason = null }) => ({
    ...recordedRow(context),
    areaCode: payable.areaCode,
    payableId: payable.id,
    kind,
    amount: amount.toString(),
    occurredOn,
    reference,
    reversesId,
    reason,
    confidence: confidenceOf(payable),
  }));
  await insertRows(em, PayableEntry, rows);
  tellJournal(em, await movePayables(em, entries));
  await rollUpEntries(em, rows);
}

const lowers = ({ kind, amount }: NewEntry) => (kind === 'REVERSAL' ? Money.of('0').minus(amount) : amount);

async function movePayables(em: EntityManager, entries: readonly NewEntry[]): Promise<RowChange[]> {
  const ofPayables = [...Map.groupBy(entries, ({ payable }) => payable)];
  const moves = ofPayables.map(([{ areaCode, id }, own]) => ({
    area_code: areaCode,
    id,
    lowered: sumOfMoney(own.map(lowers)).toString(),
  }));
  const moved = await sendOn(em)<Moved>(
    `update payable p set open_amount = p.open_amount - g.lowered, settled_on = case when p.open_amount = g.lowered then ${settledOn} end
    from json_to_recordset($1::json) as g (area_code text, id uuid, lowered numeric)
    where p.area_code = g.area_code and p.id = g.id and p.open_amount >= g.lowered
    returning p.id, p.open_amount::text as "openAmount", p.settled_on::text as "settledOn"`,
    [jsonText(moves)],
  );
  if (moved.length !== moves.length) throw new Error('a payable was lowered below zero, and was not held');
  const after = new Map(moved.map((each) => [each.id, each]));
  return ofPayables.map(([payable]) => {
    const { openAmount, settledOn: settled } = after.get(payable.id)!;
    const isSettledAnew = settled !== payable.settledOn;
    return {
      table: 'payable',
      area: payable.areaCode,
      key: { area_code: payable.areaCode, id: payable.id },
      from: { open_amount: payable.openAmount, ...(isSettledAnew && { settled_on: payable.settledOn }) },
      to: { open_amount: openAmount, ...(isSettledAnew && { settled_on: settled }) },
    };
  });
}
