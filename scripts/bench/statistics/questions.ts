import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../project.ts';
import { graphql, plain, type Comparison, type Question } from '../reads/questions.ts';

/** After the last agreement year has begun. */
const asOf = '2025-01-01';
/** The area by enterprise of all rounds would be more groups than an answer holds. */
const round = 'GH-HD2020-1';

const fasterThanFacts = 100;
const besideFacts: Comparison = { peers: ['plain SQL'], atLeast: fasterThanFacts };
const besideBoth: Comparison = { peers: ['PostGraphile', 'plain SQL'], atLeast: fasterThanFacts };

interface Grouping {
  readonly name: string;
  /** The statement of the peer. */
  readonly path: string;
  readonly by: readonly string[];
  /** The fields that name a group. */
  readonly keys: string;
  /** The same groups in the words of PostGraphile, which groups by columns of the volumes alone. */
  readonly aggregates?: string;
  readonly ofRound?: boolean;
}

const groupings: readonly Grouping[] = [
  { name: 'the total', path: '/total', by: [], keys: '', aggregates: 'aggregates { sum { quantity } }' },
  { name: 'by round', path: '/by-round', by: ['ROUND'], keys: 'round { code }' },
  { name: 'by product', path: '/by-product', by: ['PRODUCT'], keys: 'product { code }' },
  {
    name: 'by area',
    path: '/by-area',
    by: ['AREA'],
    keys: 'area { code }',
    aggregates: 'groupedAggregates(groupBy: [AREA_CODE]) { keys sum { quantity } }',
  },
  {
    name: 'by product and year',
    path: '/by-product-and-year',
    by: ['PRODUCT', 'AGREEMENT_YEAR'],
    keys: 'product { code } agreementYear',
  },
  {
    name: 'by area and enterprise, of one round',
    path: '/by-area-and-enterprise',
    by: ['AREA', 'ENTERPRISE'],
    keys: 'area { code } enterprise { code }',
    ofRound: true,
  },
];

/** How much was agreed: the quantities alone, which is the least that the facts can be asked for. */
const quantities = groupings.map(({ name, path: where, by, keys, aggregates, ofRound }): Question => {
  const filter = ofRound ? `, filter: { roundCode: { eq: "${round}" } }` : '';
  const ours = `{ procurementStatistics(groupBy: [${by.join(' ')}], asOf: "${asOf}"${filter}) { rows { ${keys} agreedQuantity } } }`;
  return {
    name: `quantities, ${name}`,
    comparisons: [aggregates ? besideBoth : besideFacts],
    requests: (server) => {
      if (server === 'plain SQL') return [plain(where, ofRound ? [round] : [])];
      return [graphql(server === 'PostGraphile' ? `{ allAgreedVolumes { rows: ${aggregates} } }` : ours)];
    },
    content,
  };
});

/** The contract's `Statistics`: amounts and savings too, for which every volume is multiplied by its price and rounded. */
const contract: Question = {
  name: 'Statistics: by round and area, with amounts',
  comparisons: [besideFacts],
  requests: (server) => {
    if (server === 'plain SQL') return [plain('/contract', [])];
    return [graphql(readFileSync(path.join(root, 'schema/operations/statistics.graphql'), 'utf8'), { asOf })];
  },
  content,
};

export const statisticsQuestions: readonly Question[] = [...quantities, contract];

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The groups as lists of what they hold: the servers put them in shapes and orders of their own, and sums in numbers or texts. */
function content(data: Record<string, unknown>): unknown {
  const [statistics] = Object.values(data) as { rows: Json }[];
  const { rows } = statistics!;
  const groups: readonly Json[] = Array.isArray(rows) ? rows : [rows];
  return groups.map((group) => JSON.stringify(leaves(group))).toSorted();
}

function leaves(value: Json): (string | null)[] {
  if (value === null) return [null];
  return typeof value === 'object' ? Object.values(value).flatMap(leaves) : [String(value)];
}
