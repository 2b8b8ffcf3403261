// Mercurius with its JIT and hand-written loaders over the same database: what a team writes by hand when it wants speed.

import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { openPool, sayAddress } from './process.mjs';

const typeDefs = `
  enum RoundOrderField { OPENED_ON }
  enum SortDirection { ASC DESC }
  input RoundOrder { field: RoundOrderField!, direction: SortDirection! }
  input LevelFilter { eq: String! }
  input InstitutionListFilter { level: LevelFilter! }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type Area { code: String!, name: String! }
  type Institution { code: String!, name: String!, level: String!, area: Area! }
  type InstitutionConnection { nodes: [Institution!]!, pageInfo: PageInfo! }
  type Enterprise { code: String!, name: String! }
  type Product { code: String!, name: String!, brand: String, category: String!, countingUnit: String!, enterprise: Enterprise! }
  type AgreedVolume { agreementYear: Int!, quantity: Float!, institution: Institution! }
  type AgreedVolumeConnection { nodes: [AgreedVolume!]! }
  type SelectedProduct {
    rank: Int, winningPrice: String, agreedQuantity: Float, confidence: String!, provenance: String!
    product: Product!
    agreedVolumes(first: Int!): AgreedVolumeConnection!
  }
  type SelectedProductConnection { totalCount: Int!, nodes: [SelectedProduct!]! }
  type Round {
    code: String!, name: String!, category: String!, openedOn: String, status: String!
    selectedProducts(first: Int!): SelectedProductConnection!
  }
  type RoundConnection { totalCount: Int!, pageInfo: PageInfo!, nodes: [Round!]! }
  type Query {
    round(code: String!): Round
    rounds(first: Int!, orderBy: [RoundOrder!]): RoundConnection!
    institution(code: String!): Institution
    institutions(first: Int!, after: String, filter: InstitutionListFilter!): InstitutionConnection!
  }
`;

/** Whole numbers as numbers; all else stays the text that the driver receives. */
const wholeNumbers = new Set([20, 21, 23]);
const pool = openPool({ types: { getTypeParser: (oid) => (wholeNumbers.has(oid) ? Number : (text) => text) } });

/** The rows of a statement that the server prepares once per connection. */
const rows = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const institutionColumns = 'code, name, level, area_code as "areaCode"';
const roundColumns = 'id, code, name, category, opened_on as "openedOn", status';

/** A page of rows that were asked for with one more than its size. */
function page(found, first) {
  const nodes = found.slice(0, first);
  return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor: nodes.at(-1)?.code ?? null } };
}

/** A loader of the one row behind a key of each parent. */
const one = (name, text, keyOf, keyName = 'id') => ({
  opts: { cache: false },
  loader: async (queries) => {
    const keys = [...new Set(queries.map(({ obj }) => keyOf(obj)))];
    const byKey = new Map((await rows(name, text, [keys])).map((row) => [row[keyName], row]));
    return queries.map(({ obj }) => byKey.get(keyOf(obj)));
  },
});

/** A loader of the first rows under each parent, all parents in one statement. */
const many = (name, text) => ({
  opts: { cache: false },
  loader: async (queries) => {
    const found = await rows(name, text, [queries.map(({ obj }) => obj.id), queries[0].params.first]);
    const byParent = Map.groupBy(found, (row) => row.parent);
    return queries.map(({ obj }) => ({ id: obj.id, nodes: byParent.get(obj.id) ?? [] }));
  },
});

const resolvers = {
  Query: {
    round: async (_root, { code }) => (await rows('round', `select ${roundColumns} from round where code = $1`, [code]))[0],
    rounds: async (_root, { first }) =>
      page(await rows('rounds', `select ${roundColumns} from round order by opened_on desc nulls last, id limit $1`, [first + 1]), first),
    institutions: async (_root, { first, after, filter }) => {
      const text = `select ${institutionColumns} from institution where level = $1 ${after ? 'and code > $3' : ''} order by code limit $2`;
      const values = [filter.level.eq, first + 1, ...(after ? [after] : [])];
      return page(await rows(after ? 'institutions-after' : 'institutions', text, values), first);
    },
  },
  RoundConnection: { totalCount: async () => (await rows('round-count', 'select count(*) as count from round', []))[0].count },
};

const loaders = {
  Query: {
    institution: {
      opts: { cache: false },
      loader: async (queries) => {
        const text = `select ${institutionColumns} from institution where code = any($1)`;
        const byCode = new Map((await rows('institution', text, [queries.map(({ params }) => params.code)])).map((row) => [row.code, row]));
        return queries.map(({ params }) => byCode.get(params.code) ?? null);
      },
    },
  },
  Round: {
    selectedProducts: many(
      'selected-products',
      `select s.* from unnest($1::uuid[]) parent(id) cross join lateral (
         select round_id as parent, id, rank, winning_price as "winningPrice", agreed_quantity as "agreedQuantity", confidence, provenance,
           product_id as "productId" from selected_product where round_id = parent.id order by rank, id limit $2) s`,
    ),
  },
  SelectedProductConnection: {
    totalCount: {
      opts: { cache: false },
      loader: async (queries) => {
        const text = 'select round_id as id, count(*) as count from selected_product where round_id = any($1) group by 1';
        const counts = new Map((await rows('selected-count', text, [queries.map(({ obj }) => obj.id)])).map((row) => [row.id, row.count]));
        return queries.map(({ obj }) => counts.get(obj.id) ?? 0);
      },
    },
  },
  SelectedProduct: {
    product: one(
      'product',
      'select id, code, name, brand, category, counting_unit as "countingUnit", holder_id as "holderId" from product where id = any($1)',
      (selected) => selected.productId,
    ),
    agreedVolumes: many(
      'agreed-volumes',
      `select v.* from unnest($1::uuid[]) parent(id) cross join lateral (
         select selected_product_id as parent, agreement_year as "agreementYear", quantity, institution_id as "institutionId"
         from agreed_volume where selected_product_id = parent.id order by id limit $2) v`,
    ),
  },
  Product: {
    enterprise: one('enterprise', 'select id, code, name from enterprise where id = any($1)', (product) => product.holderId),
  },
  AgreedVolume: {
    institution: one(
      'institution-by-id',
      `select id, ${institutionColumns} from institution where id = any($1)`,
      (volume) => volume.institutionId,
    ),
  },
  Institution: {
    area: one('area', 'select code, name from area where code = any($1)', (institution) => institution.areaCode, 'code'),
  },
};

/** The documents that Accord knows by id, known here by the same ids. */
const persistedQueries = JSON.parse(readFileSync(new URL('../../../schema/client/persisted-documents.json', import.meta.url), 'utf8'));

const server = Fastify();
await server.register(mercurius, { schema: typeDefs, resolvers, loaders, persistedQueries, jit: 1, graphiql: false });
sayAddress(await server.listen({ port: 0, host: '127.0.0.1' }));
