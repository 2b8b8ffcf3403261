// Mercurius with its JIT holding the payment standards and ratios in memory: what a team writes by hand when it wants
// look-ups to be fast. It knows no bound of staleness and follows no change.

import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { openPool, sayAddress } from './process.mjs';

const typeDefs = `
  scalar Date
  scalar DateTime
  scalar Decimal
  scalar Quantity
  enum InsuranceScheme { EMPLOYEE RESIDENT }
  enum InstitutionLevel { TERTIARY SECONDARY PRIMARY UNGRADED }
  input PaymentStandardLookup { productCode: String!, areaCode: String!, asOf: Date! }
  input ClaimLineInput {
    productCode: String!, areaCode: String!, scheme: InsuranceScheme!, institutionLevel: InstitutionLevel, asOf: Date!, price: Decimal!, quantity: Quantity!
  }
  type PaymentStandard { amount: Decimal, basis: String, inScope: Boolean, validFrom: Date, validTo: Date, reason: String }
  type PaymentStandardLine { productCode: String!, areaCode: String!, asOf: Date!, amount: Decimal, basis: String, inScope: Boolean, reason: String }
  type PricedLine {
    total: Decimal, standard: Decimal, basis: String, ratioPercent: Decimal, inScopeAmount: Decimal, fundAmount: Decimal, patientAmount: Decimal
    aboveStandardAmount: Decimal, reason: String
  }
  type Query {
    paymentStandard(productCode: String!, areaCode: String!, asOf: Date!, knownAt: DateTime): PaymentStandard
    paymentStandards(lookups: [PaymentStandardLookup!]!, knownAt: DateTime): [PaymentStandardLine!]!
    priceLines(lines: [ClaimLineInput!]!, knownAt: DateTime): [PricedLine!]!
  }
`;

const pool = openPool({ types: { getTypeParser: () => (text) => text } });
const places = new Map();
{
  const client = await pool.connect();
  await client.query('begin');
  await client.query(`declare standing cursor for select p.code, s.area_code, s.valid_from, s.valid_to, s.amount, s.basis, s.in_scope
    from payment_standard s join product p on p.id = s.product_id where s.superseded_at is null order by s.product_id, s.area_code, s.valid_from`);
  for (;;) {
    const { rows } = await client.query({ text: 'fetch 20000 from standing', rowMode: 'array' });
    if (rows.length === 0) break;
    for (const [code, area, validFrom, validTo, amount, basis, inScope] of rows) {
      const place = `${code} ${area}`;
      if (!places.has(place)) places.set(place, []);
      places.get(place).push({ amount, basis, inScope: inScope === 't', validFrom, validTo, reason: null });
    }
  }
  await client.query('commit');
  client.release();
}
const ratios = new Map(
  (await pool.query('select area_code, scheme, ratio_percent from fund_ratio')).rows.map((row) => [
    `${row.area_code} ${row.scheme}`,
    row.ratio_percent,
  ]),
);

const none = { amount: null, basis: null, inScope: null, validFrom: null, validTo: null, reason: 'NO_STANDARD' };
function find(product, area, day) {
  const periods = places.get(`${product} ${area}`) ?? [];
  for (let at = periods.length - 1; at >= 0; at -= 1) {
    const period = periods[at];
    if (period.validFrom <= day) return period.validTo === null || day < period.validTo ? period : none;
  }
  return none;
}

const scaled = (text, decimals) => {
  const [whole, part = ''] = text.split('.');
  return BigInt(whole + part.padEnd(decimals, '0'));
};
const halfUp = (value, by) => (value * 2n + by) / (by * 2n);
const yuan = (cents) => {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
function priced({ productCode, areaCode, scheme, asOf, price, quantity }) {
  const { amount, basis, reason } = find(productCode, areaCode, asOf);
  const ratioPercent = ratios.get(`${areaCode} ${scheme}`) ?? null;
  const [actual, count] = [scaled(price, 4), BigInt(quantity)];
  const total = halfUp(actual * count, 100n);
  const empty = { inScopeAmount: null, fundAmount: null, patientAmount: null, aboveStandardAmount: null };
  if (amount === null) return { total: yuan(total), standard: null, basis: null, ratioPercent, ...empty, reason };
  if (ratioPercent === null) return { total: yuan(total), standard: amount, basis, ratioPercent, ...empty, reason: 'NO_RATIO' };
  const standard = scaled(amount, 4);
  const base = (actual < standard ? actual : standard) * count;
  const [inside, fund] = [halfUp(base, 100n), halfUp(base * scaled(ratioPercent, 3), 10_000_000n)];
  return {
    total: yuan(total),
    standard: amount,
    basis,
    ratioPercent,
    inScopeAmount: yuan(inside),
    fundAmount: yuan(fund),
    patientAmount: yuan(total - fund),
    aboveStandardAmount: yuan(total - inside),
    reason: null,
  };
}

const resolvers = {
  Query: {
    paymentStandard: (_root, { productCode, areaCode, asOf }) => find(productCode, areaCode, asOf),
    paymentStandards: (_root, { lookups }) => lookups.map((each) => ({ ...each, ...find(each.productCode, each.areaCode, each.asOf) })),
    priceLines: (_root, { lines }) => lines.map(priced),
  },
};

/** The documents that Accord knows by id, known here by the same ids. */
const all = JSON.parse(readFileSync(new URL('../../../schema/client/persisted-documents.json', import.meta.url), 'utf8'));

const server = Fastify({ bodyLimit: 4 * 1024 * 1024 });
await server.register(mercurius, { schema: typeDefs, resolvers, persistedQueries: all, jit: 1, graphiql: false });
sayAddress(await server.listen({ port: 0, host: '127.0.0.1' }));
