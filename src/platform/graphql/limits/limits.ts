import { GraphQLError } from 'graphql';

/** How much one request may ask for: the most of each, and what it is in English and Chinese. */
export const limits = {
  tokens: { most: 10_000, en: 'tokens in the document', zh: '文档中的词法单元' },
  nesting: { most: 64, en: 'levels of brackets', zh: '括号嵌套层数' },
  operations: { most: 20, en: 'operations in the document', zh: '文档中的操作' },
  fragments: { most: 50, en: 'fragments in the document', zh: '文档中的片段' },
  variables: { most: 100, en: 'variables of an operation', zh: '操作的变量' },
  directives: { most: 100, en: 'directives in the document', zh: '文档中的指令' },
  depth: { most: 11, en: 'levels of fields', zh: '字段层数' },
  // The question that tools ask first is 15 deep.
  schemaDepth: { most: 15, en: 'levels of fields below __schema or __type', zh: '__schema 或 __type 下的字段层数' },
  schemaLists: { most: 2, en: 'lists of fields or types within one another', zh: '相互嵌套的字段或类型列表' },
  selections: { most: 10_000, en: 'fields, with fragments counted where they are used', zh: '字段数(片段按使用处计)' },
  rootFields: { most: 800, en: 'fields of a query', zh: '查询的顶层字段' },
  mutations: { most: 20, en: 'fields of a mutation', zh: '变更的顶层字段' },
  aliases: { most: 100, en: 'aliases, look-ups by code not counted', zh: '别名(按代码查找除外)' },
  merging: { most: 10_000, en: 'pairs of fields with one place in the answer', zh: '结果中同一位置的字段对' },
  list: { most: 200, en: 'values in a list of a query', zh: '查询所用列表中的值' },
  lists: { most: 1000, en: 'values in all lists of a query', zh: '查询所用全部列表中的值' },
  lines: { most: 10_000, en: 'lines of a query', zh: '一次查询的明细' },
  recordedList: { most: 10_000, en: 'values in a list that is recorded', zh: '录入列表中的值' },
  recordedLists: { most: 20_000, en: 'values in all lists that are recorded', zh: '全部录入列表中的值' },
  jsonDepth: { most: 32, en: 'levels of JSON', zh: 'JSON 嵌套层数' },
  statements: { most: 100, en: 'levels of rows', zh: '数据层' },
  rowsOfLevel: { most: 10_000, en: 'rows at one place of the answer', zh: '结果中同一位置的数据行' },
  rows: { most: 40_000, en: 'rows in the answer', zh: '结果中的数据行' },
} as const;

export type LimitName = keyof typeof limits;

/** What an operation may bring, known before its first statement. */
export interface Cost {
  readonly statements: number;
  readonly rowsOfLevel: number;
  readonly rows: number;
}

/** The request asks for more than one may; nothing of it is done. */
export class TooComplex extends GraphQLError {
  /**
   * @param asked how much it asks for, where that was counted to the end
   * @param cost what it would have cost, where that was what is too much
   */
  constructor(
    readonly limit: LimitName,
    asked: number | null = null,
    cost: Cost | null = null,
  ) {
    const { most, en, zh } = limits[limit];
    super(`Too much at once: at most ${most} ${en}${asked === null ? '' : `, not ${asked}`}.`, {
      extensions: {
        code: 'QUERY_TOO_COMPLEX',
        messageZh: `一次请求过多:${zh}不得超过 ${most}${asked === null ? '' : `,实际为 ${asked}`}。`,
        http: { status: 400 },
        limit: { name: limit, most, ...(asked !== null && { asked }) },
        ...(cost && { cost: costBeside(cost) }),
      },
    });
  }
}

/** Throws where more is asked for than the limit allows. */
export function atMost(limit: LimitName, asked: number): void {
  if (asked > limits[limit].most) throw new TooComplex(limit, asked);
}

/** What an operation costs, beside what it may. */
export function costBeside(cost: Cost): Record<keyof Cost, { asked: number; most: number }> {
  const beside = (name: keyof Cost) => ({ asked: cost[name], most: limits[name].most });
  return { statements: beside('statements'), rowsOfLevel: beside('rowsOfLevel'), rows: beside('rows') };
}

/** @throws TooComplex for an operation that may bring too much */
export function requireAffordable(cost: Cost): void {
  for (const name of ['statements', 'rowsOfLevel', 'rows'] as const) {
    if (cost[name] > limits[name].most) throw new TooComplex(name, cost[name], cost);
  }
}
