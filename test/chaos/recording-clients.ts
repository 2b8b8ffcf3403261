import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { runFile } from '../process/child.ts';
import type { ChaosServer } from './chaos-server.ts';

/** Of which a client amends one, and nobody else does. */
interface Volume {
  readonly productCode: string;
  readonly institutionCode: string;
  readonly quantity: number;
}

const round = 'GH-HD2020-1';
export const amendment = `mutation($input: AmendAgreedVolumeInput!) {
  amendAgreedVolume(input: $input) { agreedVolume { quantity } userErrors { code message } }
}`;

/**
 * Clients that amend agreed volumes, each its own, one after the other. What was not acknowledged is sent again with its
 * key until it is: as a careful client does. Their journal is what the database is compared with.
 */
export class RecordingClients {
  /** The codes of errors that came instead of an acknowledgement, and how often; `NO ANSWER` for none. */
  readonly troubles = new Map<string, number>();
  acknowledged = 0;
  #running = true;
  #lastAcknowledged = { sentAt: 0, at: 0 };
  #ended: Promise<unknown> = Promise.resolve();
  readonly #journal: { readonly volume: Volume; quantity: number; count: number }[];

  private constructor(
    private readonly server: ChaosServer,
    volumes: readonly Volume[],
    private readonly tokens: readonly string[],
  ) {
    this.#journal = volumes.map((volume) => ({ volume, quantity: volume.quantity, count: 0 }));
  }

  /** Makes the volumes beside a running server, and begins. */
  static async start(server: ChaosServer, count: number): Promise<RecordingClients> {
    const volumes = await amendableVolumes(server, 24, count);
    const tokens = await Promise.all(volumes.map((_none, index) => server.token(`client-${index}`)));
    const clients = new RecordingClients(server, volumes, tokens);
    clients.#ended = Promise.all(clients.#journal.map((_none, index) => clients.#record(index)));
    return clients;
  }

  /** Waits for the acknowledgement of something that is sent from now on. @returns milliseconds until it came */
  async servesAgain(limit: number): Promise<number> {
    const began = performance.now();
    // Sessions may outlive their postmaster by a moment.
    const sentLater = began + 100;
    while (this.#lastAcknowledged.sentAt < sentLater) {
      if (performance.now() - began > limit) throw new Error(`not serving within ${limit} ms; ${JSON.stringify([...this.troubles])}`);
      await pause(10);
    }
    return this.#lastAcknowledged.at - began;
  }

  /** Lets each client finish what it has begun. */
  async stop(): Promise<void> {
    this.#running = false;
    await this.#ended;
  }

  /** Compares the journal with the database, and the facts with what is kept beside them. */
  async expectNothingLostOrDoubled(): Promise<void> {
    const found = await this.server.rows<{ product: string; institution: string; quantity: string; amendments: number; gaps: number }>(
      `select product.code as product, institution.code as institution, v.quantity::text, count(a.id)::int as amendments,
              (count(a.id) filter (where a.quantity_after <> a.quantity_before + 1))::int as gaps
         from agreed_volume v join institution on institution.id = v.institution_id
         join selected_product s on s.id = v.selected_product_id join product on product.id = s.product_id
         left join agreed_volume_amendment a on a.agreed_volume_id = v.id and a.area_code = v.area_code
        where v.agreement_year = 2021 group by 1, 2, v.quantity having count(a.id) > 0 order by 1, 2`,
    );
    const journal = this.#journal.map(({ volume, quantity, count }) => ({
      product: volume.productCode,
      institution: volume.institutionCode,
      quantity: String(quantity),
      amendments: count,
      gaps: 0,
    }));
    const inOrder = (a: { product: string; institution: string }, b: typeof a) =>
      a.product === b.product ? (a.institution < b.institution ? -1 : 1) : a.product < b.product ? -1 : 1;
    expect(found.toSorted(inOrder)).toEqual(journal.toSorted(inOrder));
    expect(await expectConserved(this.server)).toBe(this.acknowledged);
  }

  async #record(index: number): Promise<void> {
    const entry = this.#journal[index]!;
    const { productCode, institutionCode } = entry.volume;
    while (this.#running) {
      const idempotencyKey = `amendment-${entry.count + 1}`;
      const input = { idempotencyKey, roundCode: round, productCode, institutionCode, agreementYear: 2021, reason: 'chaos' };
      const quantity = entry.quantity + 1;
      while (!(await this.#acknowledges({ ...input, quantity }, this.tokens[index]!))) await pause(100);
      entry.quantity = quantity;
      entry.count += 1;
      this.acknowledged += 1;
    }
  }

  async #acknowledges(input: object, token: string): Promise<boolean> {
    const sentAt = performance.now();
    try {
      const { data, errors } = await this.server.ask(amendment, { input }, token);
      const payload = data?.['amendAgreedVolume'] as { agreedVolume: object | null; userErrors: { code: string }[] } | undefined | null;
      if (payload?.agreedVolume) {
        if (sentAt > this.#lastAcknowledged.sentAt) this.#lastAcknowledged = { sentAt, at: performance.now() };
        return true;
      }
      for (const each of errors ?? []) this.#trouble(each.extensions?.code ?? 'NO CODE');
      for (const { code } of payload?.userErrors ?? []) this.#trouble(`refused: ${code}`);
    } catch {
      this.#trouble('NO ANSWER');
    }
    return false;
  }

  #trouble(code: string): void {
    this.troubles.set(code, (this.troubles.get(code) ?? 0) + 1);
  }
}

/** Makes volumes beside a running server, of which as many as are asked for are returned. */
export async function amendableVolumes(server: ChaosServer, institutions: number, count: number): Promise<Volume[]> {
  const made = runFile('scripts/demo-data.ts', ['--institutions', String(institutions)], { DATA_DIR: server.dataDir });
  expect((await made.ended).code, made.stderr()).toBe(0);
  // The round of the made-up volumes was renewed since; while it was in force its volumes could be amended.
  await server.rows(`update round set status = 'FINAL' where code = '${round}'`);
  const volumes = await server.rows<Volume>(
    `select product.code as "productCode", institution.code as "institutionCode", v.quantity::int as quantity from agreed_volume v
       join institution on institution.id = v.institution_id join selected_product s on s.id = v.selected_product_id
       join product on product.id = s.product_id where v.agreement_year = 2021 order by v.id limit ${count}`,
  );
  expect(volumes).toHaveLength(count);
  return volumes;
}

/**
 * Compares what one recording writes in several places: key, amendment, volume, and the sums kept beside the volumes.
 * @returns how many amendments there are
 */
export async function expectConserved(server: ChaosServer): Promise<number> {
  const [totals] = await server.rows<Record<string, string | number>>(
    `select (select count(*)::int from agreed_volume_amendment) as amendments,
            (select count(*)::int from idempotency_record where operation = 'amendAgreedVolume') as keys,
            (select count(*)::int from idempotency_record where answer = '{}') as unanswered,
            (select sum(quantity) from agreed_volume)::text as volumes,
            (select sum(quantity) from agreed_volume_rollup)::text as rollup,
            (select sum(quantity) from agreed_volume_rollup_by_area)::text as areas,
            (select sum(quantity) from agreed_volume_rollup_by_product)::text as products`,
  );
  const { volumes: sum, amendments } = totals!;
  expect(totals).toEqual({ amendments, keys: amendments, unanswered: 0, volumes: sum, rollup: sum, areas: sum, products: sum });
  return Number(amendments);
}

/** Smallest, middle and largest, as the README states them. */
export function spread(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => `${(sorted[Math.floor(share * (sorted.length - 1))]! / 1000).toFixed(2)} s`;
  return `${at(0)} to ${at(1)}, median ${at(0.5)}`;
}

/** The value that so many of all do not exceed. */
export const quantile = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b).at(Math.min(Math.floor(values.length * part), values.length - 1)) ?? 0;
