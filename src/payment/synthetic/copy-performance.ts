import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { addDays, lastDayOfMonth, localDate, type LocalDate } from '../../kernel/local-date.ts';
import { splitExactly } from '../../kernel/split.ts';
import { valueOf } from '../../kernel/verdict.ts';
import { seededRandom } from '../../procurement/index.ts';
import { prepaymentRatio, settlementDeadline } from '../policy/index.ts';
import { amountOf, syntheticPerformance, type SyntheticDelivery, type SyntheticOrder } from './synthetic-performance.ts';

/** An agreed volume to sign an agreement about, as the database has it. */
export interface AgreedForDemo {
  readonly areaCode: string;
  readonly agreedVolumeId: string;
  readonly selectedProductId: string;
  readonly productId: string;
  readonly enterpriseId: string;
  readonly institutionId: string;
  readonly institutionCode: string;
  readonly productCode: string;
  readonly category: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly priceUnit: string;
  readonly units: number;
}

/** A set of demonstration data: what its rows follow from. */
export interface DemoSet {
  readonly year: number;
  readonly seed: number;
  readonly deliveries: number;
  readonly distributorId: string;
  readonly provenance: string;
}

const columns = {
  agreement: `area_code, id, number, agreed_volume_id, selected_product_id, product_id, enterprise_id, institution_id, distributor_id, payee,
    agreement_year, signed_on, in_force_from, in_force_to, unit_price, price_unit, units_per_price_unit, provenance, confidence, recorded_at`,
  distributor_appointment: `area_code, id, selected_product_id, enterprise_id, distributor_id, payee, effective_from, provenance, confidence, recorded_at`,
  purchase_order: `area_code, id, agreement_id, number, distributor_id, ordered_on, quantity, supplied_quantity, provenance, confidence, recorded_at`,
  delivery: `area_code, id, order_id, agreement_id, number, delivered_on, quantity, accepted_on, accepted_quantity, rejected_quantity,
    rejection_reason, acceptance_recorded_at, provenance, confidence, recorded_at`,
  payable: `area_code, id, agreement_id, selected_product_id, enterprise_id, institution_id, payee_id, amount, open_amount, accepted_on, due_on,
    deadline_clause, settled_on, provenance, confidence, recorded_at`,
  payable_entry: `area_code, id, payable_id, kind, amount, occurred_on, reference, provenance, confidence, recorded_at`,
  prepayment: `area_code, id, institution_id, agreement_year, paid_amount, offset_amount, provenance, confidence, recorded_at`,
  prepayment_movement: `area_code, id, prepayment_id, kind, amount, from_account, to_account, occurred_on, reference, agreed_amount,
    prepaid_amount, ratio_percent, ratio_source, purchased_amount, provenance, confidence, recorded_at`,
} as const;
type Table = keyof typeof columns;
type Value = string | number | null;

/** How many rows each table got. */
export type Copied = Readonly<Record<Table, number>>;

/**
 * Writes agreements about agreed volumes and what became of them, in the caller's transaction, by COPY: made up anew for
 * each table from the same seed, so that no memory holds them all.
 * @param told hears how many rows a table has so far
 * @source none: demonstration data, every row of it SYNTHETIC
 */
export async function copyPerformance(
  client: PoolClient,
  set: DemoSet,
  agreed: readonly AgreedForDemo[],
  told: (table: string, rows: number) => void,
): Promise<Copied> {
  const made = new Performance(set, agreed);
  const copied: Partial<Record<Table, number>> = {};
  for (const table of Object.keys(columns) as Table[]) copied[table] = await copy(client, table, made[table](), told);
  return copied as Copied;
}

async function copy(client: PoolClient, table: Table, rows: Iterable<readonly Value[]>, told: (table: string, rows: number) => void) {
  let count = 0;
  function* portions() {
    let portion = '';
    for (const row of rows) {
      portion += `${row.map((value) => value ?? String.raw`\N`).join('\t')}\n`;
      count += 1;
      if (portion.length < 64 * 1024) continue;
      yield portion;
      portion = '';
      told(table, count);
    }
    yield portion;
  }
  await pipeline(Readable.from(portions()), client.query(copyFrom(`copy ${table} (${columns[table]}) from stdin`)));
  return count;
}

/** Recorded at noon of its day: the same arguments give the same rows. */
const noon = (day: string) => `${day} 12:00:00+08`;
const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
const day = (text: string) => localDate(text);

/** What one institution agreed to buy and bought, in fen. */
interface Bought {
  readonly areaCode: string;
  agreed: bigint;
  purchased: bigint;
}

class Performance {
  readonly #set: DemoSet;
  readonly #agreed: readonly AgreedForDemo[];
  readonly #deliveries: readonly number[];
  readonly #from: LocalDate;
  readonly #to: LocalDate;
  /** Tells the ids of one set from those of another. */
  readonly #mark: string;
  #prepayments: ReadonlyMap<string, Bought> | undefined;
  readonly #deadlines = new Map<string, { readonly dueOn: LocalDate; readonly clause: string }>();

  constructor(set: DemoSet, agreed: readonly AgreedForDemo[]) {
    this.#set = set;
    this.#agreed = agreed;
    this.#from = day(`${set.year}-01-01`);
    this.#to = day(`${set.year + 1}-01-01`);
    this.#mark = createHash('sha256').update(set.provenance).digest('hex').slice(0, 7);
    const shares = agreed.map(({ agreedVolumeId, quantity }) => ({ key: agreedVolumeId, weight: quantity }));
    this.#deliveries = splitExactly(set.deliveries, shares, 'LISTED_FIRST').map(({ amount }) => amount);
  }

  /** Version 7, in the order of the numbers: the kind of row, the set, and the number. */
  #id(kind: number, number: number): string {
    const moment = (Date.UTC(this.#set.year, 0, 1) + number).toString(16).padStart(12, '0');
    const rest = number.toString(16).padStart(12, '0');
    return `${moment.slice(0, 8)}-${moment.slice(8)}-7${kind.toString(16).padStart(3, '0')}-8${this.#mark.slice(0, 3)}-${this.#mark.slice(3)}${rest.slice(4)}`;
  }

  #deadline(acceptedOn: LocalDate, { category, areaCode }: AgreedForDemo) {
    const key = `${acceptedOn} ${category} ${areaCode}`;
    let found = this.#deadlines.get(key);
    const areas = [areaCode, `${areaCode.slice(0, 2)}0000`];
    if (!found) this.#deadlines.set(key, (found = valueOf(settlementDeadline({ acceptedOn, category, areas }, new Map()))));
    return found;
  }

  #signedOn = () => addDays(this.#from, -10);
  #agreementId = (at: number) => this.#id(1, at);
  #stamp = (recordedOn: string): Value[] => [this.#set.provenance, 'SYNTHETIC', noon(recordedOn)];

  *agreement(): Iterable<readonly Value[]> {
    const { year, distributorId } = this.#set;
    for (const [at, each] of this.#agreed.entries()) {
      const number = `${year}-${each.institutionCode}-${each.productCode}`;
      const parties = [each.selectedProductId, each.productId, each.enterpriseId, each.institutionId, distributorId, 'ENTERPRISE'];
      const term = [year, this.#signedOn(), this.#from, this.#to];
      const price = [each.unitPrice, each.priceUnit, each.units];
      yield [
        each.areaCode,
        this.#agreementId(at),
        number,
        each.agreedVolumeId,
        ...parties,
        ...term,
        ...price,
        ...this.#stamp(this.#signedOn()),
      ];
    }
  }

  *distributor_appointment(): Iterable<readonly Value[]> {
    const first = new Map(this.#agreed.map((each) => [`${each.areaCode} ${each.selectedProductId}`, each]));
    for (const [at, each] of [...first.values()].entries()) {
      const { areaCode, selectedProductId, enterpriseId } = each;
      const what = [selectedProductId, enterpriseId, this.#set.distributorId, 'ENTERPRISE', this.#signedOn()];
      yield [areaCode, this.#id(2, at), ...what, ...this.#stamp(this.#signedOn())];
    }
  }

  /** Every order with its agreement; the same each time. */
  *#orders(): Iterable<{ readonly at: number; readonly agreed: AgreedForDemo; readonly order: SyntheticOrder; readonly number: number }> {
    let number = 0;
    for (const [at, agreed] of this.#agreed.entries()) {
      const random = seededRandom((this.#set.seed ^ Math.imul(at + 1, 0x9e3779b1)) >>> 0);
      const agreement = { ...agreed, from: this.#from, to: this.#to };
      const orders = syntheticPerformance(agreement, this.#deliveries[at]!, random, (on) => this.#deadline(on, agreed).dueOn);
      for (const order of orders) yield { at, agreed, order, number: (number += 1) };
    }
  }

  *#made(): Iterable<{
    readonly at: number;
    readonly agreed: AgreedForDemo;
    readonly order: number;
    readonly number: number;
    readonly delivery: SyntheticDelivery;
  }> {
    let number = 0;
    for (const { at, agreed, order, number: ofOrder } of this.#orders()) {
      for (const delivery of order.deliveries) yield { at, agreed, order: ofOrder, number: (number += 1), delivery };
    }
  }

  *purchase_order(): Iterable<readonly Value[]> {
    for (const { at, agreed, order, number } of this.#orders()) {
      const supplied = order.deliveries.reduce((sum, { quantity, acceptance }) => sum + quantity - (acceptance?.rejected ?? 0), 0);
      const what = [this.#agreementId(at), `O-${number}`, this.#set.distributorId, order.orderedOn, order.quantity, supplied];
      yield [agreed.areaCode, this.#id(3, number), ...what, ...this.#stamp(order.orderedOn)];
    }
  }

  *delivery(): Iterable<readonly Value[]> {
    for (const { at, agreed, order, number, delivery } of this.#made()) {
      const { deliveredOn, quantity, acceptance } = delivery;
      const checked = acceptance
        ? [
            acceptance.acceptedOn,
            acceptance.accepted,
            acceptance.rejected,
            acceptance.rejected > 0 ? '模拟:包装破损' : null,
            noon(acceptance.acceptedOn),
          ]
        : [null, null, null, null, null];
      const what = [this.#id(3, order), this.#agreementId(at), `D-${number}`, deliveredOn, quantity, ...checked];
      yield [agreed.areaCode, this.#id(4, number), ...what, ...this.#stamp(deliveredOn)];
    }
  }

  *payable(): Iterable<readonly Value[]> {
    for (const { at, agreed, number, delivery } of this.#made()) {
      const { acceptance } = delivery;
      if (!acceptance?.payable) continue;
      const { amount, dueOn, payments } = acceptance.payable;
      const paid = payments.reduce((sum, each) => sum + each.amount, 0n);
      const settledOn =
        paid === amount
          ? payments
              .map(({ paidOn }) => paidOn)
              .toSorted()
              .at(-1)!
          : null;
      const parties = [this.#agreementId(at), agreed.selectedProductId, agreed.enterpriseId, agreed.institutionId, agreed.enterpriseId];
      const { clause } = this.#deadline(acceptance.acceptedOn, agreed);
      const owed = [yuan(amount), yuan(amount - paid), acceptance.acceptedOn, dueOn, clause, settledOn];
      yield [agreed.areaCode, this.#id(4, number), ...parties, ...owed, ...this.#stamp(acceptance.acceptedOn)];
    }
  }

  *payable_entry(): Iterable<readonly Value[]> {
    let entry = 0;
    for (const { agreed, number, delivery } of this.#made()) {
      for (const { paidOn, amount } of delivery.acceptance?.payable?.payments ?? []) {
        entry += 1;
        const what = [this.#id(4, number), 'PAYMENT', yuan(amount), paidOn, `P-${entry}`];
        yield [agreed.areaCode, this.#id(5, entry), ...what, ...this.#stamp(paidOn)];
      }
    }
  }

  /** What each institution agreed to buy and bought, in fen, each agreement half up once. */
  #bought(): ReadonlyMap<string, Bought> {
    const bought = new Map<string, Bought>();
    const accepted = this.#agreed.map(() => 0);
    for (const { at, delivery } of this.#made()) accepted[at]! += delivery.acceptance?.accepted ?? 0;
    for (const [at, each] of this.#agreed.entries()) {
      const { areaCode, institutionId } = each;
      const known = bought.get(institutionId) ?? { areaCode, agreed: 0n, purchased: 0n };
      known.agreed += amountOf(each, each.quantity);
      known.purchased += amountOf(each, accepted[at]!);
      bought.set(institutionId, known);
    }
    return bought;
  }

  /** What each institution was prepaid: above and below the minimum, and one in ten nothing; offset by what it bought. */
  *#prepaid(): Iterable<
    Bought & { readonly institutionId: string; readonly number: number; readonly paid: bigint; readonly offset: bigint }
  > {
    const random = seededRandom(this.#set.seed ^ 0x2545f491);
    this.#prepayments ??= this.#bought();
    let number = 0;
    for (const [institutionId, bought] of this.#prepayments) {
      number += 1;
      const [chance, share] = [random(), random()];
      if (chance < 0.1) continue;
      const percent = BigInt(chance < 0.25 ? 20 + Math.floor(share * 10) : 31 + Math.floor(share * 20));
      const paid = (bought.agreed * percent) / 100n;
      const progress = bought.purchased < bought.agreed ? bought.purchased : bought.agreed;
      const offset = (2n * paid * progress + bought.agreed) / (2n * bought.agreed);
      if (paid > 0n) yield { ...bought, institutionId, number, paid, offset };
    }
  }

  *prepayment(): Iterable<readonly Value[]> {
    for (const { areaCode, institutionId, number, paid, offset } of this.#prepaid()) {
      yield [areaCode, this.#id(6, number), institutionId, this.#set.year, yuan(paid), yuan(offset), ...this.#stamp(this.#from)];
    }
  }

  *prepayment_movement(): Iterable<readonly Value[]> {
    for (const { areaCode, number, agreed, purchased, paid, offset } of this.#prepaid()) {
      const [paidOn, offsetOn] = [addDays(this.#from, 14), lastDayOfMonth(this.#from, 11)];
      const { percent, source } = valueOf(prepaymentRatio(paidOn, null));
      const id = this.#id(6, number);
      const figures = [yuan(agreed), yuan(paid)];
      const prepaid = ['PREPAID', yuan(paid), 'FUND', 'ADVANCE', paidOn, 'F-1', ...figures, percent, source, null];
      yield [areaCode, this.#id(7, 2 * number), id, ...prepaid, ...this.#stamp(paidOn)];
      if (offset === 0n) continue;
      const claimed = ['OFFSET', yuan(offset), 'ADVANCE', 'CLAIMS', offsetOn, 'F-2', ...figures, null, null, yuan(purchased)];
      yield [areaCode, this.#id(7, 2 * number + 1), id, ...claimed, ...this.#stamp(offsetOn)];
    }
  }
}
