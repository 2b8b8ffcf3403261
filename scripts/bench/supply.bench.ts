import { spawn } from 'node:child_process';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import { to as copyTo } from 'pg-copy-streams';
import { rebuildPayableRollup } from '../../src/payment/roll-up-payables.ts';
import { root } from '../project.ts';
import { median, type Benchmark, type Measurement } from './benchmark.ts';
import { openIssuer } from './issuer.ts';
import { privateDatabase, type PrivateDatabase } from './private-database.ts';
import { startServer } from './reads/server-process.ts';

const institutions = 2408;
const deliveries = 100_000;
const batch = 10_000;
const rounds = 3;
const singles = { connections: 16, each: 60 };
const many = 50_000;
const few = 50;
const pages = 200;

/** From agreed quantity to money paid: acceptances, an enterprise's page, what is overdue, and a file of it all. */
export const supplyBenchmark: Benchmark = {
  name: 'supply',
  summary: 'acceptances beside plain SQL, an enterprise’s page, overdue sums and exports (--large: ten times the deliveries)',
  async run(say, { large }) {
    say('starting a cluster and making up deliveries');
    const own = await privateDatabase();
    const issuer = await openIssuer();
    try {
      await makeUp(own, large ? 10 * deliveries : deliveries, say);
      await addAgreements(own, say);
      const settings = { OIDC_ISSUER: issuer.address, OIDC_AUDIENCE: 'accord', RATE_CALLER: '0', RATE_ANONYMOUS: '0' };
      const server = await startServer('Accord', { databaseUrl: own.url, dataDir: path.join(own.folder, 'accord'), settings });
      try {
        const asking: Asking = {
          own,
          address: server.address,
          expert: await issuer.token({ role: 'EXPERT' }),
          of: (enterprise) => issuer.token({ role: 'ENTERPRISE', enterprise }),
        };
        return [
          await acceptances(asking, say),
          await singleAcceptances(asking, say),
          await enterprisePages(asking, say),
          await overdue(asking, say),
          ...(await exported(asking, () => server.peakMemory(), say)),
        ];
      } finally {
        await server.stop();
      }
    } finally {
      issuer.close();
      await own.drop();
    }
  },
};

interface Asking {
  readonly own: PrivateDatabase;
  readonly address: URL;
  readonly expert: string;
  readonly of: (enterprise: string) => Promise<string>;
}

async function makeUp({ url, database: { pool } }: PrivateDatabase, count: number, say: (line: string) => void): Promise<void> {
  const started = performance.now();
  const demo = [
    '--import',
    'tsx',
    path.join(root, 'scripts/demo-data.ts'),
    '--institutions',
    String(institutions),
    '--deliveries',
    String(count),
  ];
  const child = spawn(process.execPath, demo, { cwd: root, env: { ...process.env, DATABASE_URL: url }, stdio: 'ignore' });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the demo data ended with ${String(code)}`);
  say(`${count.toLocaleString('en-US')} deliveries made up in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  await pool.query('vacuum analyze');
}

/** Two enterprises, one with many agreements and one with few, among those of the demo data. */
async function addAgreements({ database: { pool } }: PrivateDatabase, say: (line: string) => void): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local session_replication_role = replica;
      insert into enterprise (id, code, kind, name, provenance, confidence)
        select gen_random_uuid(), 'bench-' || n, 'HOLDER', '企业', 'synthetic: benchmark', 'SYNTHETIC' from unnest(array[${many}, ${few}]) n;
      create temp table volume on commit drop as
        select uuidv7() as volume_id, uuidv7() as id, i.area_code, i.id as institution_id, s.id as selected_product_id, s.product_id, e.id as enterprise_id, e.code, n,
          case n_max when ${many} then 2022 else 2090 end + n / i.all_of as year
        from (values (${many}), (${few})) size(n_max) cross join lateral generate_series(1, n_max) n
          join enterprise e on e.code = 'bench-' || n_max
          join (select *, row_number() over (order by code) as at, count(*) over () as all_of from institution) i on i.at = 1 + n % i.all_of
          join lateral (select * from selected_product where winning_price is not null order by id limit 1) s on true;
      insert into agreed_volume (area_code, id, selected_product_id, institution_id, agreement_year, quantity, provenance, confidence)
        select area_code, volume_id, selected_product_id, institution_id, year, 100, 'synthetic: benchmark', 'SYNTHETIC' from volume;
      insert into agreement (area_code, id, number, agreed_volume_id, selected_product_id, product_id, enterprise_id, institution_id, agreement_year,
          signed_on, in_force_from, in_force_to, unit_price, price_unit, units_per_price_unit, provenance, confidence)
        select v.area_code, v.id, v.code || '-' || n, v.volume_id, v.selected_product_id, v.product_id, v.enterprise_id, v.institution_id, 2021,
          '2020-12-20', '2021-01-01', '2022-01-01', 500, '个', 1, 'synthetic: benchmark', 'SYNTHETIC'
        from volume v join agreed_volume a on a.area_code = v.area_code and a.id = v.volume_id;
      commit`);
  } finally {
    client.release();
  }
  await pool.query('vacuum analyze');
  const { rows } = await pool.query<{ code: string; n: number }>(
    `select e.code, count(*)::int as n from agreement a join enterprise e on e.id = a.enterprise_id where e.code like 'bench-%' group by 1`,
  );
  say(`agreements: ${rows.map(({ code, n }) => `${code} ${n}`).join(', ')}`);
}

async function ask({ address }: Asking, token: string, query: string, variables: object): Promise<Record<string, unknown>> {
  const response = await fetch(new URL('/graphql', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
  if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer).slice(0, 500));
  return answer.data;
}

interface Row {
  readonly areaCode: string;
  readonly agreementNumber: string;
  readonly orderNumber: string;
  readonly deliveryNumber: string;
  readonly acceptedOn: string;
  readonly acceptedQuantity: number;
  readonly rejectedQuantity: number;
}

/** Deliveries that nobody has checked yet, made anew under orders of the demo data. */
async function unchecked({ own }: Asking, count: number, mark: string): Promise<Row[]> {
  const { pool } = own.database;
  await pool.query(
    `with o as (select * from purchase_order order by id limit $1),
      ordered as (insert into purchase_order (area_code, id, agreement_id, number, distributor_id, ordered_on, quantity, supplied_quantity, provenance, confidence)
        select area_code, uuidv7(), agreement_id, $2 || number, distributor_id, '2021-06-01', 5, 5, 'synthetic: benchmark', 'SYNTHETIC' from o returning *)
     insert into delivery (area_code, id, order_id, agreement_id, number, delivered_on, quantity, provenance, confidence)
     select area_code, uuidv7(), id, agreement_id, $2 || number, '2021-06-02', 5, 'synthetic: benchmark', 'SYNTHETIC' from ordered`,
    [count, mark],
  );
  const { rows } = await pool.query<Row>(
    `select d.area_code as "areaCode", a.number as "agreementNumber", o.number as "orderNumber", d.number as "deliveryNumber",
       '2021-06-05' as "acceptedOn", 5 as "acceptedQuantity", 0 as "rejectedQuantity"
     from delivery d join purchase_order o on o.area_code = d.area_code and o.id = d.order_id
       join agreement a on a.area_code = d.area_code and a.id = d.agreement_id where d.number like $1 || '%' and d.accepted_on is null`,
    [mark],
  );
  return rows;
}

const accept = `mutation($input: AcceptDeliveriesInput!) { acceptDeliveries(input: $input) { recordedRows userErrors { code message } } }`;

/** Ours writes acceptance, payable, sums, journal and answer; the peer the acceptance and the payable, with the same constraints. */
async function acceptances(asking: Asking, say: (line: string) => void): Promise<Measurement> {
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const rows = await unchecked(asking, batch, `B${round}-`);
    let began = performance.now();
    const input = { idempotencyKey: `bench-${round}`, errorPolicy: 'REJECT_EVERYTHING', rows };
    const { acceptDeliveries: done } = (await ask(asking, asking.expert, accept, { input })) as {
      acceptDeliveries: { recordedRows: number };
    };
    if (done.recordedRows !== batch) throw new Error(JSON.stringify(done).slice(0, 300));
    ours.push(batch / ((performance.now() - began) / 1000));
    await unchecked(asking, batch, `P${round}-`);
    began = performance.now();
    await asking.own.database.pool.query(`
      with checked as (update delivery set accepted_on = '2021-06-05', accepted_quantity = quantity, rejected_quantity = 0, acceptance_recorded_at = now()
        where number like 'P${round}-%' and accepted_on is null returning *)
      insert into payable (area_code, id, agreement_id, selected_product_id, enterprise_id, institution_id, payee_id, amount, open_amount, accepted_on,
        due_on, deadline_clause, provenance, confidence)
      select c.area_code, c.id, a.id, a.selected_product_id, a.enterprise_id, a.institution_id, a.enterprise_id, c.quantity * a.unit_price,
        c.quantity * a.unit_price, c.accepted_on, '2021-07-31', 'benchmark', 'synthetic: benchmark', 'SYNTHETIC'
      from checked c join agreement a on a.area_code = c.area_code and a.id = c.agreement_id`);
    plain.push(batch / ((performance.now() - began) / 1000));
    say(`batch ${round} of ${rounds}: ${ours.at(-1)!.toFixed(0)}/s, plain SQL ${plain.at(-1)!.toFixed(0)}/s`);
  }
  return beside(`${batch} acceptances in one batch`, 'rows/s', median(ours), { 'plain SQL': median(plain) }, 0.5);
}

async function singleAcceptances(asking: Asking, say: (line: string) => void): Promise<Measurement> {
  const rows = await unchecked(asking, singles.connections * singles.each, 'S-');
  const began = performance.now();
  await Promise.all(
    Array.from({ length: singles.connections }, async (_none, nth) => {
      for (const [at, row] of rows.entries()) {
        if (at % singles.connections !== nth) continue;
        const input = { idempotencyKey: `single-${at}`, errorPolicy: 'REJECT_EVERYTHING', rows: [row] };
        await ask(asking, asking.expert, accept, { input });
      }
    }),
  );
  const rate = rows.length / ((performance.now() - began) / 1000);
  say(`single acceptances: ${rate.toFixed(0)}/s`);
  return {
    bench: 'supply',
    case: `single acceptances, ${singles.connections} connections`,
    unit: '/s',
    higherIsBetter: true,
    ours: rate,
    peers: {},
    ratioToBestPeer: null,
    target: '≥ 1000/s',
    met: rate >= 1000,
  };
}

const page = `query($first: Int!, $asOf: Date!) { agreements(first: $first, filter: { inForceOn: $asOf }) { nodes {
  number agreementYear unitPrice agreedQuantity agreedAmount institution { code name } product { code }
  progress(asOf: $asOf) { orderedQuantity acceptedQuantity completionRatio }
  deliveries(first: 20) { nodes { deliveredOn acceptedOn } } } } }`;

async function enterprisePages(asking: Asking, say: (line: string) => void): Promise<Measurement> {
  const times = new Map<number, number[]>([
    [many, []],
    [few, []],
  ]);
  for (let nth = 0; nth < pages; nth += 1) {
    for (const [size, taken] of times) {
      const token = await asking.of(`bench-${size}`);
      const began = performance.now();
      await ask(asking, token, page, { first: 20, asOf: '2021-06-30' });
      if (nth >= pages / 4) taken.push(performance.now() - began);
    }
  }
  const [large, small] = [median(times.get(many)!), median(times.get(few)!)];
  say(`a page: ${large.toFixed(2)} ms of ${many} agreements, ${small.toFixed(2)} ms of ${few}`);
  return {
    bench: 'supply',
    case: `a page of agreements, of ${many} beside ${few}`,
    unit: 'ms',
    higherIsBetter: false,
    ours: large,
    peers: { [`of ${few}`]: small },
    ratioToBestPeer: large / small,
    target: '≤ 1.3 × of 50',
    met: large <= 1.3 * small,
  };
}

async function overdue(asking: Asking, say: (line: string) => void): Promise<Measurement> {
  // The peer's acceptances were written past the use cases, and so past the sums.
  await rebuildPayableRollup(asking.own.database);
  const statistics = `{ procurementStatistics(groupBy: [AREA], asOf: "2021-10-15") { rows { area { code } overdueAmount } } }`;
  const plainSql = `select p.area_code, sum(p.amount - coalesce(e.paid, 0))::text as overdue from payable p left join lateral (
      select sum(case kind when 'REVERSAL' then -amount else amount end) as paid from payable_entry e
      where e.area_code = p.area_code and e.payable_id = p.id and e.occurred_on <= '2021-10-15') e on true
    where p.due_on < '2021-10-15' group by 1 order by 1`;
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    let began = performance.now();
    const { procurementStatistics: answer } = (await ask(asking, asking.expert, statistics, {})) as {
      procurementStatistics: { rows: { area: { code: string }; overdueAmount: string }[] };
    };
    ours.push(performance.now() - began);
    began = performance.now();
    const { rows } = await asking.own.database.pool.query<{ area_code: string; overdue: string }>(plainSql);
    plain.push(performance.now() - began);
    const told = new Map(answer.rows.map(({ area, overdueAmount }) => [area.code, overdueAmount]));
    const wrong = rows.filter(({ area_code: code, overdue: sum }) => told.get(code) !== sum);
    if (wrong.length > 0) throw new Error(`overdue sums differ in ${wrong.length} of ${rows.length} areas: ${JSON.stringify(wrong[0])}`);
  }
  say(`overdue by area: ${median(ours).toFixed(0)} ms, plain SQL ${median(plain).toFixed(0)} ms`);
  return {
    bench: 'supply',
    case: 'overdue by area as of a past day',
    unit: 'ms',
    higherIsBetter: false,
    ours: median(ours),
    peers: { 'plain SQL': median(plain) },
    ratioToBestPeer: median(ours) / median(plain),
    target: '≤ 10 × plain SQL',
    met: median(ours) <= 10 * median(plain),
  };
}

async function exported(asking: Asking, peakMemory: () => number, say: (line: string) => void): Promise<Measurement[]> {
  const before = peakMemory();
  let began = performance.now();
  const response = await fetch(new URL('/export/deliveries?format=csv', asking.address), {
    headers: { authorization: `Bearer ${asking.expert}` },
  });
  if (!response.ok) throw new Error(`the export ended with ${response.status}: ${await response.text()}`);
  const rows = Number(response.headers.get('x-total-rows'));
  for await (const _part of response.body!);
  const ours = rows / ((performance.now() - began) / 1000);
  const grown = peakMemory() - before;
  began = performance.now();
  const client = await asking.own.database.pool.connect();
  try {
    const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
    await pipeline(client.query(copyTo('copy (select * from delivery order by id) to stdout csv')), sink);
  } finally {
    client.release();
  }
  const plain = rows / ((performance.now() - began) / 1000);
  say(`export of ${rows.toLocaleString('en-US')} rows: ${ours.toFixed(0)}/s, COPY ${plain.toFixed(0)}/s, memory + ${grown.toFixed(0)} MB`);
  return [
    beside(`export of ${rows} rows`, 'rows/s', ours, { 'COPY … TO': plain }, 0.5),
    {
      bench: 'supply',
      case: 'memory that an export takes',
      unit: 'MB',
      higherIsBetter: false,
      ours: grown,
      peers: {},
      ratioToBestPeer: null,
      target: '≤ 150 MB',
      met: grown <= 150,
    },
  ];
}

function beside(name: string, unit: string, ours: number, peers: Record<string, number>, atLeast: number): Measurement {
  const [[peer, theirs]] = Object.entries(peers) as [[string, number]];
  const ratio = ours / theirs;
  return {
    bench: 'supply',
    case: name,
    unit,
    higherIsBetter: true,
    ours,
    peers,
    ratioToBestPeer: ratio,
    target: `≥ ${atLeast} × ${peer}`,
    met: ratio >= atLeast,
  };
}
