import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonText } from '../platform/database/json-text.ts';
import { sendOn } from '../platform/database/send.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';

/** A payable as it stands while it is held; amounts in yuan, 2 decimals. */
export interface HeldPayable {
  readonly areaCode: string;
  readonly id: string;
  readonly amount: string;
  readonly openAmount: string;
  readonly acceptedOn: LocalDate;
  readonly settledOn: LocalDate | null;
  readonly confidence: string;
}

/** Holds payables in one order until the transaction ends; those that there are, by their ids. */
export async function holdPayables(
  em: EntityManager,
  keys: readonly { readonly areaCode: string; readonly id: string }[],
): Promise<ReadonlyMap<string, HeldPayable>> {
  const asked = keys.map(({ areaCode, id }) => ({ area_code: areaCode, id }));
  const held = await sendOn(em)<HeldPayable>(
    `select p.area_code as "areaCode", p.id, p.amount::text, p.open_amount::text as "openAmount", p.accepted_on::text as "acceptedOn",
      p.settled_on::text as "settledOn", p.confidence
    from (select distinct area_code, id from json_to_recordset($1::json) as g (area_code text, id uuid)) g
    join payable p on p.area_code = g.area_code and p.id = g.id order by p.area_code, p.id for no key update of p`,
    [jsonText(asked)],
  );
  return new Map(held.map((each) => [each.id, each]));
}

/** What has happened to a payable while it is held. */
export interface PayableHistory {
  /** By how much its open amount changed on each day. */
  readonly changes: Map<LocalDate, Money>;
  readonly paymentReferences: Set<string>;
}

/** Adds a change of a day to those of a history. */
export function change({ changes }: PayableHistory, on: LocalDate, by: Money): void {
  const before = changes.get(on);
  changes.set(on, before ? before.plus(by) : by);
}

/** What has happened to each payable, by its id; asked for after they are held. */
export async function historiesOf(
  em: EntityManager,
  held: readonly { readonly areaCode: string; readonly id: string }[],
): Promise<ReadonlyMap<string, PayableHistory>> {
  const rows = await sendOn(em)<{ id: string; kind: string; by: string; on: LocalDate; reference: string }>(
    `select e.payable_id as id, e.kind, (case e.kind when 'REVERSAL' then e.amount else -e.amount end)::text as by, e.occurred_on::text as on,
      e.reference
    from json_to_recordset($1::json) as g (area_code text, id uuid)
    join payable_entry e on e.area_code = g.area_code and e.payable_id = g.id`,
    [jsonText(held.map(({ areaCode, id }) => ({ area_code: areaCode, id })))],
  );
  const histories = new Map(held.map(({ id }): [string, PayableHistory] => [id, { changes: new Map(), paymentReferences: new Set() }]));
  for (const { id, kind, by, on, reference } of rows) {
    const history = histories.get(id)!;
    change(history, on, Money.of(by));
    if (kind === 'PAYMENT') history.paymentReferences.add(reference);
  }
  return histories;
}
