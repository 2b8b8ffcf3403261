import path from 'node:path';
import pg from 'pg';
import { Decimal } from '../../src/kernel/decimal.ts';
import { scaledFrom, scaledText } from '../../src/kernel/scaled.ts';
import { endless } from '../../src/standard/day-number.ts';
import { standardsChannel, standardsLock } from '../../src/standard/next-moment.ts';
import type { PeriodIn } from '../../src/standard/periods-in-memory.ts';
import { splitLine } from '../../src/standard/policy/index.ts';
import { StandardsInMemory } from '../../src/standard/standards-in-memory.ts';
import { median, type Benchmark, type Measurement } from './benchmark.ts';
import { privateDatabase, type PrivateDatabase } from './private-database.ts';
import { installPeers } from './reads/peer-packages.ts';
import { startServer, type ServerName, type ServerProcess } from './reads/server-process.ts';
import { compared, comparisonsOf, timed } from './reads/side-by-side.ts';
import { plain } from './reads/questions.ts';
import { linesOfRequest, standardQuestions } from './standards/questions.ts';
import { addStandards, numbers, productCode, shape } from './standards/synthetic-standards.ts';

const servers: readonly ServerName[] = ['Accord', 'Mercurius in memory', 'indexed SQL'];
const crowd = { warmUp: { connections: 16, seconds: 1 }, load: { connections: 16, seconds: 1 }, rounds: 5 };
/** A settlement run sends its next request when the last is answered. */
const alone = { warmUp: { connections: 1, seconds: 2 }, load: { connections: 1, seconds: 1.5 }, rounds: 5 };
const linesPerSecond = 300_000;
const mostOfTenfold = 1.3;
const mostUntilAnswered = 1000;
const changes = 9;

/** Look-ups of payment standards and splits of claim lines beside a server that holds the same table in memory. */
export const standardsBenchmark: Benchmark = {
  name: 'standards',
  summary: 'look-ups of payment standards, splits of claim lines, beside Mercurius holding the same table, and one SQL look-up',
  async run(say) {
    await installPeers(say);
    const pure = pureSplit();
    const tenfold = lookUpsByRows(say);
    say('starting a cluster and adding synthetic standards');
    const own = await privateDatabase();
    const started: ServerProcess[] = [];
    try {
      const areas = await addStandards(own);
      const surroundings = { databaseUrl: own.url, dataDir: path.join(own.folder, 'accord') };
      for (const name of servers) started.push(await startServer(name, surroundings));
      say(
        `memory of ${shape.products * shape.areas * shape.periods} standards: ${started.map((each) => `${each.name} ${each.peakMemory().toFixed(0)} MB`).join(', ')}`,
      );
      const { one, several, before, split } = standardQuestions(areas);
      const rates = await timed(await compared([one, several, before], started), crowd, say);
      const ofLines = await timed(await compared([split], started), alone, say);
      started.push(await startServer('Accord', { ...surroundings, dataDir: path.join(own.folder, 'beside') }));
      const propagation = await untilAllAnswer(own, areas[0]!, [started[0]!, started.at(-1)!], say);
      return [
        ...[...rates].flatMap(([question, each]) => comparisonsOf('standards', question, each)),
        pure,
        ...[...ofLines].flatMap(([question, each]) => comparisonsOf('standards', question, each)).map(inLines),
        tenfold,
        propagation,
      ];
    } finally {
      await Promise.all(started.map((server) => server.stop()));
      await own.drop();
    }
  },
};

/** The same figures in lines instead of answers. */
function inLines(measured: Measurement): Measurement {
  const ours = measured.ours * linesOfRequest;
  const peers = Object.fromEntries(Object.entries(measured.peers).map(([name, rate]) => [name, rate * linesOfRequest]));
  return {
    ...measured,
    unit: 'lines/s',
    ours,
    peers,
    target: `≥ ${linesPerSecond.toLocaleString('en-US')} lines/s`,
    met: ours >= linesPerSecond,
  };
}

/** The pure function on one core, beside decimal.js; every split is compared before. */
function pureSplit(): Measurement {
  const random = numbers(2);
  const draw = (most: number) => 1 + Math.floor(random.next().value * most);
  const lines = Array.from({ length: linesOfRequest }, () => ({
    price: draw(9_000_000),
    quantity: draw(60),
    standard: draw(9_000_000),
    ratio: draw(100_000),
    inScope: true,
  }));
  const byDecimals = ({ price, quantity, standard, ratio }: (typeof lines)[number]) =>
    new Decimal(Math.min(price, standard)).times(quantity).times(ratio).dividedBy(1e9).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
  const ours = (line: (typeof lines)[number]) => scaledText(splitLine(line).fund, 2);
  for (const line of lines) if (ours(line) !== byDecimals(line)) throw new Error(`${JSON.stringify(line)} is split differently`);
  const rate = (of: (line: (typeof lines)[number]) => string) => {
    const taken: number[] = [];
    let length = 0;
    for (let round = 0; round < 15; round += 1) {
      const began = performance.now();
      for (const line of lines) length += of(line).length;
      taken.push(linesOfRequest / ((performance.now() - began) / 1000));
    }
    if (length === 0) throw new Error('nothing was split');
    return median(taken);
  };
  const [mine, decimals] = [rate(ours), rate(byDecimals)];
  return {
    bench: 'standards',
    case: 'lines split by the pure function, one core',
    unit: 'lines/s',
    higherIsBetter: true,
    ours: mine,
    peers: { 'decimal.js': decimals },
    ratioToBestPeer: mine / decimals,
    target: `≥ ${linesPerSecond.toLocaleString('en-US')} lines/s`,
    met: mine >= linesPerSecond,
  };
}

/** What a look-up costs among ten times the standards; both are of the whole country. */
function lookUpsByRows(say: (line: string) => void): Measurement {
  const [small, large] = [shape.products, shape.products * 10].map((products) => {
    const held = filled(products);
    say(
      `${held.size.toLocaleString('en-US')} standards: ${(held.bytes / 2 ** 20).toFixed(0)} MB of columns, ${(held.bytes / held.size).toFixed(1)} bytes each`,
    );
    return held;
  }) as [StandardsInMemory, StandardsInMemory];
  const nanoseconds = (held: StandardsInMemory, products: number) => {
    const random = numbers(3);
    const draw = (most: number) => Math.floor(random.next().value * most);
    // As a settlement system asks: the same two thousand products again and again, in every area, on any day. As many of
    // either, so that it is the rest of the standards that makes the difference and not how much is asked for.
    const codes = Array.from({ length: 2000 }, (_, nth) => productCode(Math.floor((nth * products) / 2000)));
    const asked = Array.from({ length: 200_000 }, () => [codes[draw(codes.length)]!, draw(shape.areas), draw(2920)] as const);
    let found = 0;
    const began = performance.now();
    for (const [code, area, day] of asked) found += Number(held.periods.amountOf(held.find(held.products.of(code), area, day)) ?? 0);
    if (found === 0) throw new Error('nothing was found');
    return ((performance.now() - began) / asked.length) * 1e6;
  };
  const taken = Array.from({ length: 9 }, () => [nanoseconds(small, shape.products), nanoseconds(large, shape.products * 10)] as const);
  const [few, many] = [median(taken.map(([each]) => each)), median(taken.map(([, each]) => each))];
  say(
    `a look-up takes ${few.toFixed(0)} ns among ${small.size.toLocaleString('en-US')}, ${many.toFixed(0)} ns among ${large.size.toLocaleString('en-US')}`,
  );
  return {
    bench: 'standards',
    case: 'a look-up among ten times the standards',
    unit: '× the time',
    higherIsBetter: false,
    ours: many / few,
    peers: {},
    ratioToBestPeer: null,
    target: `≤ ${mostOfTenfold}`,
    met: many / few <= mostOfTenfold,
  };
}

function filled(products: number): StandardsInMemory {
  const held = new StandardsInMemory();
  for (let area = 0; area < shape.areas; area += 1) held.addArea(String(area), null);
  const kind = { basis: 'WINNING_PRICE', priceUnit: '盒', inScope: true, recordedAt: 1 } as const;
  for (let at = 0; at < products; at += 1) {
    const product = held.products.add(productCode(at), productCode(at));
    for (let area = 0; area < shape.areas; area += 1) {
      const periods: PeriodIn[] = Array.from({ length: shape.periods }, (_, n) => ({
        ...kind,
        from: n * 365,
        to: n === shape.periods - 1 ? endless : (n + 1) * 365,
        amount: scaledFrom('12.5000', 4),
      }));
      held.put(product, area, periods);
    }
  }
  held.trim();
  return held;
}

/** From the commit of a change until the last of the servers answers it. */
async function untilAllAnswer(
  { url }: PrivateDatabase,
  area: string,
  all: readonly ServerProcess[],
  say: (line: string) => void,
): Promise<Measurement> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const taken: number[] = [];
  try {
    for (let each = 0; each < changes; each += 1) {
      const code = productCode(each);
      const amount = `${1000 + each}.0000`;
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock($1)', [standardsLock]);
      await client.query(
        `with now as (update payment_standard s set superseded_at = clock_timestamp() from product p where p.id = s.product_id and p.code = $1 and s.area_code = $2
           and s.valid_from = '2020-01-01' and s.superseded_at is null returning s.*)
         insert into payment_standard select area_code, uuidv7(), product_id, basis, $3::numeric, price_unit, in_scope, valid_from, valid_to, claim_id, explanation, superseded_at, null, provenance, confidence from now`,
        [code, area, amount],
      );
      await client.query(`select pg_notify('${standardsChannel}', '')`);
      await client.query('commit');
      const began = performance.now();
      await Promise.all(all.map((server) => untilAnswered(server, code, area, amount)));
      taken.push(performance.now() - began);
    }
  } finally {
    await client.end();
  }
  say(`changes were answered by the last of ${all.length} servers after ${taken.map((each) => `${each.toFixed(0)} ms`).join(', ')}`);
  const longest = Math.max(...taken);
  return {
    bench: 'standards',
    case: `change until the last of ${all.length} servers answers it, the longest of ${changes}`,
    unit: 'ms',
    higherIsBetter: false,
    ours: longest,
    peers: {},
    ratioToBestPeer: null,
    target: `≤ ${mostUntilAnswered} ms`,
    met: longest <= mostUntilAnswered,
  };
}

async function untilAnswered({ address }: ServerProcess, product: string, area: string, amount: string): Promise<void> {
  const query = `query($product: String!, $area: String!) { paymentStandard(productCode: $product, areaCode: $area, asOf: "2020-03-01") { amount } }`;
  const { path: where, body } = plain('/graphql', { query, variables: { product, area } });
  for (;;) {
    const response = await fetch(new URL(where, address), { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const { data } = (await response.json()) as { data: { paymentStandard: { amount: string } } };
    if (data.paymentStandard.amount === amount) return;
  }
}
