import path from 'node:path';
import pg from 'pg';
import type { Benchmark, Measurement } from './benchmark.ts';
import { openIssuer } from './issuer.ts';
import { privateDatabase } from './private-database.ts';
import { graphql, roundsInDepth, type Question } from './reads/questions.ts';
import { addRows } from './reads.bench.ts';
import { startServer, type ServerProcess } from './reads/server-process.ts';
import { compared, comparisonsOf, timed } from './reads/side-by-side.ts';

const institutions = 2408;
const bids = 20_000;
const load = { connections: 16, seconds: 1 };
const warmUp = { connections: 16, seconds: 0.5 };
const rounds = 9;
const bare = 'no row-level security';

/** What the second wall costs: the same server over the same rows, in a database with the policies and in one without them. */
export const accessBenchmark: Benchmark = {
  name: 'access',
  summary: 'the cost of the second wall: the same reads with row-level security and without',
  async run(say) {
    say('starting a cluster and adding synthetic rows');
    const own = await privateDatabase();
    const issuer = await openIssuer();
    const started: ServerProcess[] = [];
    try {
      await addRows(own, institutions);
      await addBids(own.database.pool);
      const without = await withoutPolicies(own.url);
      const settings = { OIDC_ISSUER: issuer.address, OIDC_AUDIENCE: 'accord' };
      for (const [name, databaseUrl] of [['Accord', own.url] as const, [bare, without] as const]) {
        started.push(await startServer(name, { databaseUrl, dataDir: path.join(own.folder, 'accord'), settings }));
      }
      const prepared = await compared(questions(await issuer.token({ role: 'ENTERPRISE', enterprise: 'bidder-1' })), started);
      const medians = await timed(prepared, { warmUp, load, rounds }, say);
      return [...medians].flatMap(([question, rates]): Measurement[] => comparisonsOf('access', question, rates));
    } finally {
      await Promise.all(started.map((server) => server.stop()));
      issuer.close();
      await own.drop();
    }
  },
};

const publicRead = [{ peers: [bare], atLeast: 0.95 }] as const;

function questions(token: string): Question[] {
  const round = `query Round($code: String!) { round(code: $code) { code name status
    selectedProducts(first: 50) { totalCount nodes { rank winningPrice agreedQuantity product { code name enterprise { code name } } } } } }`;
  const institution = 'query Institution($code: String!) { institution(code: $code) { code name level } }';
  const statistics =
    '{ procurementStatistics(groupBy: [ROUND, AREA], asOf: "2026-01-01") { rows { round { code } area { code } agreedQuantity } } }';
  const ownBids = `{ round(code: "bench-bids") { lot(code: "lot-1") { bids(first: 20, filter: { enterpriseCode: { eq: "bidder-1" } }) {
    nodes { status declaredCapacity product { code } } } } } }`;
  return [
    { name: 'RoundsInDepth, anyone', comparisons: publicRead, requests: (server) => roundsInDepth.requests(server, never) },
    { name: 'one round, anyone', comparisons: publicRead, requests: () => ['4+7', 'GH-HD2020-1'].map((code) => graphql(round, { code })) },
    { name: 'one object, anyone', comparisons: publicRead, requests: () => [graphql(institution, { code: 'SYN-1-00001' })] },
    { name: 'statistics, anyone', comparisons: publicRead, requests: () => [graphql(statistics)] },
    {
      name: "an enterprise's page of its own bids",
      comparisons: [{ peers: [bare], atLeast: 0.5 }],
      requests: () => [{ ...graphql(ownBids), token }],
    },
  ];
}

const never = () => Promise.reject(new Error('asks nothing beforehand'));

/** A round in bidding with many sealed bids of a hundred enterprises; their prices are no ciphertext of anything. */
async function addBids(pool: pg.Pool): Promise<void> {
  await pool.query(`
    insert into enterprise (id, code, kind, name, provenance, confidence)
    select gen_random_uuid(), 'bidder-' || n, 'HOLDER', '企业 ' || n, 'synthetic: benchmark', 'SYNTHETIC' from generate_series(1, 100) n;
    insert into product (id, code, category, generic_name, name, counting_unit, holder_id, provenance, confidence)
    select gen_random_uuid(), 'bid-product-' || n, 'DRUG', '药', '药 ' || n, '片', e.id, 'synthetic: benchmark', 'SYNTHETIC'
    from generate_series(1, ${bids}) n join enterprise e on e.code = 'bidder-' || (1 + n % 100);
    insert into round (id, code, name, category, organiser, scheme, status, origin, provenance, confidence)
    values (gen_random_uuid(), 'bench-bids', '批次', 'DRUG', 'NATIONAL', 'national-drug', 'BIDDING', 'RECORDED', 'synthetic: benchmark', 'SYNTHETIC');
    insert into lot (id, round_id, code, name, counting_unit, provenance, confidence)
    select gen_random_uuid(), id, 'lot-1', '单元', '片', 'synthetic: benchmark', 'SYNTHETIC' from round where code = 'bench-bids';
    insert into bid (id, lot_id, enterprise_id, product_id, sealed_price, commitment, price_unit, declared_capacity, declared_not_below_cost, status, origin, provenance, confidence)
    select gen_random_uuid(), l.id, p.holder_id, p.id, 'no ciphertext', repeat('0', 64), '片', 1000, true, 'SEALED', 'RECORDED', 'synthetic: benchmark', 'SYNTHETIC'
    from product p, lot l join round r on r.id = l.round_id where p.code like 'bid-product-%' and r.code = 'bench-bids';`);
  await pool.query('vacuum analyze');
}

/** A copy of the database whose policies let everything through. */
async function withoutPolicies(url: string): Promise<string> {
  const copy = new URL(url);
  copy.pathname = '/accord_without';
  const admin = new URL(url);
  admin.pathname = '/postgres';
  await said(admin.href, "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'accord' and pid <> pg_backend_pid()");
  await said(admin.href, 'create database accord_without template accord');
  await said(
    copy.href,
    `do $$ declare name text; begin
       for name in select relname from pg_class where relrowsecurity loop execute format('alter table %I disable row level security', name); end loop;
     end $$; vacuum analyze`,
  );
  return copy.href;
}

async function said(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements.split(/;\s*(?=vacuum)/)) await client.query(statement);
  } finally {
    await client.end();
  }
}
