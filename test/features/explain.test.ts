import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/platform/access/caller.ts';
import { testApp, type TestApp } from '../support/app.ts';

const operation = (name: string) => readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

interface Explain {
  readonly rowsAtMost: number;
  readonly levels: readonly { path: string; statement: string; keys: number; rows: number; milliseconds: number; plannedCost: number }[];
}

describe('an answer with its explanation', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.stop());

  async function explained(
    query: string,
    variables: object,
    role: Role | null,
  ): Promise<{ data?: unknown; errors?: { extensions: { code: string } }[]; extensions?: { explain: Explain } }> {
    const response = await app.fastify.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...(role && { authorization: JSON.stringify({ role }) }) },
      payload: JSON.stringify({ query, variables, extensions: { explain: true } }),
    });
    return response.json();
  }

  it('names each level with its statement, its keys, its rows and what PostgreSQL thinks it costs', async () => {
    const { extensions, data } = await explained(operation('rounds-in-depth'), { rounds: 20, volumes: 2 }, 'AUDITOR');
    const { levels, rowsAtMost } = extensions!.explain;
    expect(data).toHaveProperty('rounds.totalCount', 19);
    expect(levels.map(({ path, keys }) => [path, keys])).toEqual([
      ['rounds', 1],
      ['rounds.nodes.selectedProducts', 19],
      ['rounds.nodes.selectedProducts.nodes.product', expect.any(Number)],
      ['rounds.nodes.selectedProducts.nodes.agreedVolumes', expect.any(Number)],
      ['rounds.nodes.selectedProducts.nodes.product.enterprise', expect.any(Number)],
    ]);
    for (const { statement, plannedCost, milliseconds } of levels) {
      expect(statement).toMatch(/^select /);
      expect(plannedCost).toBeGreaterThan(0);
      expect(milliseconds).toBeGreaterThan(0);
    }
    // 20 rounds and their count; 50 products of each with their product and enterprise; 2 volumes of each with institution and area.
    expect(rowsAtMost).toBe(20 + 1 + 20 * 50 * (1 + 1 + 1) + 20 * 50 * 2 * (1 + 1 + 1));
  });

  it('says what a resolver of its own has asked too', async () => {
    const { extensions } = await explained(operation('statistics'), { asOf: '2026-01-01' }, 'EXPERT');
    expect(extensions!.explain.levels.map(({ path }) => path)).toEqual(['procurementStatistics']);
  });

  it.each([null, 'ENTERPRISE', 'INSTITUTION', 'AGENCY', 'SETTLEMENT'] as const)('is not for %s', async (role) => {
    const { data, errors, extensions } = await explained('{ rounds { totalCount } }', {}, role);
    expect([data, errors?.[0]?.extensions.code, extensions]).toEqual([undefined, 'FORBIDDEN', undefined]);
  });

  it('is not there where nobody asked for it', async () => {
    const answer = await app.ask('{ rounds { totalCount } }', {}, { role: 'AUDITOR' });
    expect(answer).toEqual({ data: { rounds: { totalCount: 19 } } });
  });
});
