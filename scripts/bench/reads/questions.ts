import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../project.ts';
import type { ServerName } from './server-process.ts';

/** One request to a server: a path and a body of JSON. */
export interface Request {
  readonly path: string;
  readonly body: string;
  /** The token of the caller; none for an anonymous one. */
  readonly token?: string;
}

/** The data of the answer to a request. */
export type Ask = (request: Request) => Promise<Record<string, unknown>>;

/** Which servers stand beside Accord in one row of the result, and what is aimed at. */
export interface Comparison {
  /** Added to the name of the question where it has several. */
  readonly suffix?: string;
  readonly peers: readonly ServerName[];
  /** Accord's answers per second by those of the best of these peers, at least; null where none was set. */
  readonly atLeast: number | null;
}

/** The same question, in the words of each server. */
export interface Question {
  readonly name: string;
  readonly comparisons: readonly Comparison[];
  /** The requests that ask it, sent in turn; what a server has to be asked first, such as a cursor, is asked here. */
  requests(server: ServerName, ask: Ask): Request[] | Promise<Request[]>;
  /** What of an answer is compared, where the servers give it in shapes of their own. */
  content?(data: Record<string, unknown>): unknown;
}

export const graphql = (query: string, variables: object = {}): Request => ({
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
});
export const plain = (where: string, body: unknown): Request => ({ path: where, body: JSON.stringify(body) });
const mappers: readonly ServerName[] = ['PostGraphile', 'Mercurius'];

const contract = readFileSync(path.join(root, 'schema/operations/rounds-in-depth.graphql'), 'utf8');
/** Text by id, for the servers that know documents by id. */
const trusted = JSON.parse(readFileSync(path.join(root, 'schema/client/persisted-documents.json'), 'utf8')) as Record<string, string>;
export const idOf = (operation: string) => Object.keys(trusted).find((id) => trusted[id]!.startsWith(`query ${operation}(`))!;
const depth = { rounds: 20, volumes: 10 };

/** The dashboards' everyday shape: rounds, selected products, agreed volumes, institutions with their areas. */
export const roundsInDepth: Question = {
  name: 'RoundsInDepth',
  comparisons: [
    { peers: mappers, atLeast: 2.2 },
    { suffix: 'one statement', peers: ['json_agg'], atLeast: 1.1 },
  ],
  requests: (server) => {
    if (server === 'json_agg') return [plain('/rounds-in-depth', [depth.rounds, depth.volumes])];
    return [graphql(server === 'PostGraphile' ? roundsInDepthByTables : contract, depth)];
  },
};

const roundsInDepthByTables = `
  query RoundsInDepth($rounds: Int!, $volumes: Int!) {
    rounds: allRounds(first: $rounds, orderBy: [OPENED_ON_DESC, ROW_ID_ASC]) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        code name category openedOn
        selectedProducts: selectedProductsByRoundId(first: 50, orderBy: [RANK_ASC, ROW_ID_ASC]) {
          nodes {
            rank winningPrice
            product: productByProductId { code name enterprise: enterpriseByHolderId { code name } }
            agreedVolumes: agreedVolumesBySelectedProductId(first: $volumes, orderBy: [ROW_ID_ASC]) {
              nodes {
                agreementYear quantity
                institution: institutionByAreaCodeAndInstitutionId { code name area: areaByAreaCode { code name } }
              }
            }
          }
        }
      }
    }
  }`;

/** The contract's `Round` without its lowest and highest price, for which PostGraphile has no word. */
const oneRound: Question = {
  name: 'one round with its selected products',
  comparisons: [
    { peers: mappers, atLeast: 1.5 },
    { suffix: 'one statement', peers: ['json_agg'], atLeast: null },
  ],
  requests: (server) => {
    const codes = ['4+7', 'GH-HD2020-1', '4+7-expansion'];
    if (server === 'json_agg') return codes.map((code) => plain('/round', [code]));
    return codes.map((code) => graphql(server === 'PostGraphile' ? roundByTables : round, { code }));
  },
};

const round = `
  query Round($code: String!) {
    round(code: $code) {
      code name category openedOn status
      selectedProducts(first: 50) {
        totalCount
        nodes {
          rank winningPrice agreedQuantity confidence provenance
          product { code name brand category countingUnit enterprise { code name } }
        }
      }
    }
  }`;

const roundByTables = round
  .replace('$code: String!', '$code: BusinessCode!')
  .replace('round(', 'round: roundByCode(')
  .replace('selectedProducts(first: 50)', 'selectedProducts: selectedProductsByRoundId(first: 50, orderBy: [RANK_ASC, ROW_ID_ASC])')
  .replace('product {', 'product: productByProductId {')
  .replace('enterprise {', 'enterprise: enterpriseByHolderId {');

/** The smallest question. */
export const oneObject = 'one object by code';

/** Look-ups of institutions by their codes: one in a request, and as many as a settlement run asks in one. */
function lookUps(codes: readonly string[]): Question[] {
  const object = '{ code name level }';
  const fieldOf = (server: ServerName) => (server === 'PostGraphile' ? 'institutionByCode' : 'institution');
  const typeOf = (server: ServerName) => (server === 'PostGraphile' ? 'BusinessCode' : 'String');
  const comparisons: Comparison[] = [
    { peers: mappers, atLeast: 1 },
    { suffix: 'no GraphQL', peers: ['node:http'], atLeast: null },
  ];
  const some = codes.slice(0, 64);
  const byText = (server: ServerName, code: string) => {
    if (server === 'node:http') return plain('/', [code]);
    const query = `query Institution($code: ${typeOf(server)}!) { institution: ${fieldOf(server)}(code: $code) ${object} }`;
    return graphql(query, { code });
  };
  const byId = (server: ServerName, code: string) => {
    const documentId = idOf('Institution');
    if (server === 'Accord') return plain('/graphql', { documentId, variables: { code } });
    if (server === 'Mercurius') return plain('/graphql', { query: documentId, persisted: true, variables: { code } });
    return byText(server, code);
  };
  return [
    { name: oneObject, comparisons, requests: (server) => some.map((code) => byText(server, code)) },
    { name: `${oneObject}, by trusted document`, comparisons, requests: (server) => some.map((code) => byId(server, code)) },
    {
      name: `${codes.length} objects by code in one request`,
      comparisons,
      requests: (server) => {
        if (server === 'node:http') return [plain('/', codes)];
        const fields = codes.map((code, index) => `at${index}: ${fieldOf(server)}(code: ${JSON.stringify(code)}) ${object}`);
        return [graphql(`{ ${fields.join(' ')} }`)];
      },
    },
  ];
}

const pageSize = 20;
const deepPage = 1000;
/** By what the paged list is filtered. */
const pagedLevel = 'TERTIARY';
const largestPage = 200;

interface InstitutionPage {
  readonly institutions: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } };
}

/** A page of the institutions of one level, of a million and more; `page` counted from 1. */
function pageOfInstitutions(page: number): Question {
  return {
    name: `page ${page.toLocaleString('en-US')} of the institutions of a level, of a million`,
    comparisons: [{ peers: mappers, atLeast: 1.5 }],
    requests: async (server, ask) => {
      const filter =
        server === 'PostGraphile'
          ? `condition: { level: "${pagedLevel}" }, orderBy: [CODE_ASC]`
          : `filter: { level: { eq: ${levelOf(server)} } }`;
      const field = server === 'PostGraphile' ? 'institutions: allInstitutions' : 'institutions';
      const type = server === 'PostGraphile' ? 'Cursor' : 'String';
      const query = `query Institutions($first: Int!, $after: ${type}) {
        ${field}(first: $first, after: $after, ${filter}) { nodes { code name level } pageInfo { hasNextPage endCursor } }
      }`;
      // The cursor before the page, by the longest strides that every server allows.
      let after: string | null = null;
      for (let before = (page - 1) * pageSize; before > 0; before -= largestPage) {
        const passed = (await ask(graphql(query, { first: Math.min(before, largestPage), after }))) as unknown as InstitutionPage;
        after = passed.institutions.pageInfo.endCursor;
      }
      return [graphql(query, { first: pageSize, after })];
    },
  };
}

/** Accord has an enum where Mercurius was given a text. */
const levelOf = (server: ServerName) => (server === 'Mercurius' ? `"${pagedLevel}"` : pagedLevel);

/** All, the page deep in a list as the last and its first page before it. */
export const allQuestions = (codes: readonly string[]): Question[] => [
  roundsInDepth,
  oneRound,
  ...lookUps(codes),
  pageOfInstitutions(1),
  pageOfInstitutions(deepPage),
];
