import type { Client } from 'pg';
import { scaledFrom } from '../kernel/scaled.ts';
import type { Database } from '../platform/database/database.ts';
import { Follower } from '../platform/kept/follow.ts';
import type { Kept, Keeping } from '../platform/kept/kept.ts';
import type { Log } from '../platform/process/log.ts';
import { dayNumber, endless } from './day-number.ts';
import { standardsChannel } from './next-moment.ts';
import type { PeriodIn } from './periods-in-memory.ts';
import { priceDecimals, type StandardBasis } from './policy/index.ts';
import { ratioColumns, RatiosInMemory, type RatioRow } from './ratios-in-memory.ts';
import { StandardsInMemory } from './standards-in-memory.ts';

/** What look-ups rest on: all of it as of one moment not longer ago than `mostSeconds`. */
export interface Known {
  readonly standards: StandardsInMemory;
  readonly ratios: RatiosInMemory;
}

/** How old an answer from memory may be, in seconds; the announced bound. What is older is asked of the database. */
export const mostSeconds = 2;
const readEvery = 1000;
/** The database is silent for longer only when it is gone. */
const silence = 5000;
const loadedAtOnce = 20_000;

/** The standards and ratios that the record says now, held in memory by every server, and followed there. */
export class KeptStandards implements Kept {
  readonly #standards = new StandardsInMemory();
  readonly #ratios = new RatiosInMemory();
  /** The last change that is known, as PostgreSQL writes it. Writers follow each other, so nothing older comes after it. */
  #upTo = '-infinity';
  #ratiosUpTo = '-infinity';
  #follower: Follower | null = null;

  static async open(database: Database, log: Log): Promise<KeptStandards> {
    const kept = new KeptStandards();
    const loading = await database.connect();
    try {
      await kept.#load(loading);
    } finally {
      await loading.end();
    }
    kept.#follower = await Follower.start({
      connect: () => database.connect(silence),
      channel: standardsChannel,
      every: readEvery,
      read: (client) => kept.#read(client),
      log,
    });
    return kept;
  }

  get age(): number {
    return (performance.now() - (this.#follower?.confirmedAt ?? Number.NEGATIVE_INFINITY)) / 1000;
  }

  /** What is known; null where nobody can say that it is no older than announced. */
  get known(): Known | null {
    return this.age <= mostSeconds ? { standards: this.#standards, ratios: this.#ratios } : null;
  }

  /** Bytes of the columns, and how many standards they hold. */
  get size(): { readonly bytes: number; readonly standards: number } {
    return { bytes: this.#standards.bytes, standards: this.#standards.size };
  }

  /** A recording of this server is answered by it at once; where it cannot be read yet, look-ups ask the database. */
  async recorded(tables: ReadonlySet<string>): Promise<void> {
    if (!tables.has('payment_standard') && !tables.has('fund_ratio')) return;
    await this.#follower!.refresh().catch(() => this.#follower!.forget());
  }

  async close(): Promise<void> {
    await this.#follower?.close();
  }

  /** All that the record says now, through a cursor, so that no more than a part of it is held twice. */
  async #load(client: Client): Promise<void> {
    await client.query('begin isolation level repeatable read read only');
    const products = await client.query<[string, string]>({ text: 'select code, id from product order by code', rowMode: 'array' });
    for (const [code, id] of products.rows) this.#standards.products.add(code, id);
    await this.#readAreas(client);
    const { rows } = await client.query<{ moment: string | null }>(`select ${lastMoment} as moment from payment_standard`);
    this.#upTo = rows[0]!.moment ?? this.#upTo;
    await client.query(
      `declare standing no scroll cursor for select ${periodColumns} from payment_standard s join product p on p.id = s.product_id
       where s.superseded_at is null order by s.product_id, s.area_code, s.valid_from`,
    );
    let place = new Place(this.#standards);
    for (;;) {
      const { rows: some } = await client.query<PeriodRow>({ text: `fetch ${loadedAtOnce} from standing`, rowMode: 'array' });
      if (some.length === 0) break;
      for (const row of some) {
        if (!place.holds(row)) {
          place.put();
          place = new Place(this.#standards, row);
        }
        place.add(row);
      }
    }
    place.put();
    this.#standards.trim();
    await client.query('commit');
  }

  /** What has changed since: the places of it as the record says them now. One statement, so that it is of one moment. */
  async #read(client: Client): Promise<void> {
    const { rows } = await client.query<PeriodRow>({ name: 'standards', text: changedPlaces, values: [this.#upTo], rowMode: 'array' });
    if (rows.some(([, , areaCode]) => this.#standards.areas.of(areaCode) < 0)) await this.#readAreas(client);
    for (const [, some] of Map.groupBy(rows, ([code, , areaCode]) => `${areaCode} ${code}`)) {
      const place = new Place(this.#standards, some[0]);
      for (const row of some) if (row[3] !== null) place.add(row);
      place.put();
    }
    // Only now: where something fails the same is read again.
    this.#upTo = rows[0]?.[10] ?? this.#upTo;
    const ratios = await client.query<RatioRow & { moment: string }>({ name: 'ratios', text: changedRatios, values: [this.#ratiosUpTo] });
    this.#ratios.add(ratios.rows);
    this.#ratiosUpTo = ratios.rows[0]?.moment ?? this.#ratiosUpTo;
  }

  async #readAreas(client: Client): Promise<void> {
    const { rows } = await client.query<{ code: string; above: string | null }>(
      'select code, parent_code as above from area order by code',
    );
    for (const { code, above } of rows) this.#standards.addArea(code, above);
  }

  /**
   * Looks on record for codes that are not known here, since products and areas come by file and nobody tells of them.
   * @returns whether it could look
   */
  async learn(database: Database, products: readonly string[], areas: readonly string[]): Promise<boolean> {
    try {
      if (products.length > 0) {
        const { rows } = await database.apartPool.query<{ code: string; id: string }>(
          'select code, id from product where code = any ($1)',
          [products],
        );
        for (const { code, id } of rows) this.#standards.products.add(code, id);
      }
      if (areas.length > 0) {
        const { rows } = await database.apartPool.query<{ code: string; above: string | null }>(
          'select code, parent_code as above from area where code = any ($1)',
          [areas],
        );
        for (const { code, above } of rows) this.#standards.addArea(code, above);
      }
      return true;
    } catch {
      return false;
    }
  }
}

/** The one that every server has. */
export const keptStandards: Keeping<KeptStandards> = {
  name: 'standards',
  open: (database, log) => KeptStandards.open(database, log),
};

type PeriodRow = [
  productCode: string,
  productId: string,
  areaCode: string,
  from: string | null,
  to: string | null,
  amount: string | null,
  basis: StandardBasis,
  priceUnit: string,
  inScope: boolean,
  recordedAt: Date,
  moment: string,
];

const periodColumns = `p.code, p.id, s.area_code, s.valid_from::text, s.valid_to::text, s.amount::text, s.basis, s.price_unit, s.in_scope, s.recorded_at`;
const lastMoment = 'greatest(max(recorded_at), max(superseded_at))::text';

const changedPlaces = `
  with changed as (select area_code, product_id, recorded_at, superseded_at from payment_standard where recorded_at > $1 or superseded_at > $1),
    place as (select distinct area_code, product_id from changed)
  select p.code, p.id, c.area_code, s.valid_from::text, s.valid_to::text, s.amount::text, s.basis, s.price_unit, s.in_scope, s.recorded_at,
    (select ${lastMoment} from changed)
  from place c join product p on p.id = c.product_id
    left join payment_standard s on s.area_code = c.area_code and s.product_id = c.product_id and s.superseded_at is null
  order by c.product_id, c.area_code, s.valid_from`;

const changedRatios = `select ${ratioColumns}, max(f.recorded_at) over ()::text as moment from fund_ratio f where f.recorded_at > $1`;

/** The periods of one product in one area while they are gathered. */
class Place {
  readonly #periods: PeriodIn[] = [];

  constructor(
    private readonly standards: StandardsInMemory,
    private readonly of: PeriodRow | null = null,
  ) {}

  holds(row: PeriodRow): boolean {
    return this.of !== null && this.of[1] === row[1] && this.of[2] === row[2];
  }

  add([, , , from, to, amount, basis, priceUnit, inScope, recordedAt]: PeriodRow): void {
    this.#periods.push({
      from: dayNumber(from!),
      to: to === null ? endless : dayNumber(to),
      amount: amount === null ? null : scaledFrom(amount, priceDecimals),
      basis,
      priceUnit,
      inScope,
      recordedAt: recordedAt.getTime(),
    });
  }

  put(): void {
    if (!this.of) return;
    const [code, id, areaCode] = this.of;
    this.standards.put(this.standards.products.add(code, id), this.standards.areas.of(areaCode), this.#periods);
  }
}
