import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../src/platform/access/caller.ts';
import { testApp, testNow, type TestApp } from '../support/app.ts';
import { data, recorded } from '../support/build-recorder.ts';

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Record<string, unknown>[];
}

const document = `query($first: Int!, $after: String, $filter: JournalRecordListFilter, $orderBy: [JournalRecordOrder!]) {
  journal(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { chain seq recordedAt operation tableName rowKey subject requestId content previousHash hash }
  }
}`;

let app: TestApp;
let rows: Record<string, unknown>[];
const ask = async (variables: object, role = 'AUDITOR') =>
  (await data<{ journal: Page }>(app, document, { first: 200, ...variables }, { role: role as never, subject: 'someone' })).journal;

beforeAll(async () => {
  app = await testApp();
  for (const [code, areaCode] of Object.entries({ 'hz-1': '330100', 'nj-1': '320100', 'hz-2': '330100' })) {
    await recorded(app, 'recordInstitution', { code, areaCode, level: 'TERTIARY', name: `医院 ${code}` });
  }
  await recorded(app, 'recordEnterprise', { code: 'ent-a', kind: 'HOLDER', name: '企业' });
  rows = (
    await app.database.pool.query<Record<string, unknown>>(`
      select chain, seq::int as seq, operation, table_name as "tableName", row_key as "rowKey", subject, request_id as "requestId", content,
        encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash from journal_record order by chain, seq`)
  ).rows;
});
afterAll(() => app.stop());

describe('journal', () => {
  it('is the whole journal in the order of its chains, for an auditor and an approver', async () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const role of ['AUDITOR', 'APPROVER']) {
      const nodes: Page['nodes'][number][] = [];
      let page = await ask({}, role);
      for (;;) {
        nodes.push(...page.nodes);
        if (!page.pageInfo.hasNextPage) break;
        page = await ask({ after: page.pageInfo.endCursor }, role);
      }
      const { totalCount } = page;
      expect(nodes.map(({ recordedAt: _when, ...each }) => each)).toEqual(rows);
      expect(totalCount).toBe(rows.length);
    }
  });

  it('is empty for everybody else', async () => {
    const others = ['ANONYMOUS', ...roles.filter((role) => role !== 'AUDITOR' && role !== 'APPROVER')];
    expect(others).toHaveLength(6);
    for (const role of others) expect(await ask({}, role)).toMatchObject({ nodes: [], totalCount: 0 });
  });

  it('says when', async () => {
    const { nodes } = await ask({ filter: { subject: { eq: 'expert-1' } } });
    expect(nodes.map(({ recordedAt }) => recordedAt)).toEqual(nodes.map(() => testNow.toISOString()));
    expect(nodes).toHaveLength(4);
  });

  it('is asked by chain, table, operation, row, request and subject', async () => {
    const mine = rows.filter(({ chain }) => chain === '330100');
    expect(mine).toHaveLength(2);
    const [one] = mine;
    const filters: Record<string, (row: Record<string, unknown>) => boolean> = {
      chain: ({ chain }) => chain === '330100',
      tableName: ({ tableName }) => tableName === one!['tableName'],
      operation: ({ operation }) => operation === one!['operation'],
      rowKey: ({ rowKey }) => rowKey === one!['rowKey'],
      requestId: ({ requestId }) => requestId === one!['requestId'],
      subject: ({ subject }) => subject === one!['subject'],
    };
    for (const [field, holds] of Object.entries(filters)) {
      const { nodes } = await ask({ filter: { [field]: { eq: one![field] } } });
      expect([field, nodes.map(({ hash }) => hash)]).toEqual([field, rows.filter(holds).map(({ hash }) => hash)]);
    }
  });

  it('is read page by page, and a chain from its end', async () => {
    const read: unknown[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Page = await ask({ first: 3, after });
      read.push(...page.nodes.map(({ hash }) => hash));
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    expect(read).toEqual(rows.map(({ hash }) => hash));
    const chain = rows.filter((row) => row['chain'] === 'reference').map(({ hash }) => hash);
    const { nodes } = await ask({ first: 2, filter: { chain: { eq: 'reference' } }, orderBy: [{ field: 'SEQ', direction: 'DESC' }] });
    expect(nodes.map(({ hash }) => hash)).toEqual(chain.slice(-2).toReversed());
  });
});

describe('journalCheckpoint', () => {
  it('tells anyone where each chain ends', async () => {
    const { journalCheckpoint } = await data<Record<string, unknown>>(app, '{ journalCheckpoint { takenAt chains { chain seq hash } } }');
    const ends = [...Map.groupBy(rows, ({ chain }) => chain)].map(([chain, all]) => ({
      chain,
      seq: all.length,
      hash: all.at(-1)!['hash'],
    }));
    expect(ends.map(({ chain }) => chain)).toEqual(expect.arrayContaining(['320100', '330100', 'reference']));
    expect(journalCheckpoint).toEqual({ takenAt: testNow.toISOString(), chains: ends });
  });
});
