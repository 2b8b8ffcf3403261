import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import type { FileReport } from '../../src/platform/tables/record-file.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.stop());

const give = async (payload: string | Buffer, query = '', caller: Partial<Caller> | null = expert) => {
  const headers = { 'content-type': 'text/csv', ...(caller && { authorization: JSON.stringify(caller) }) };
  const response = await app.fastify.inject({
    method: 'POST',
    url: `/files?name=${encodeURIComponent('企业.csv')}${query}`,
    headers,
    payload,
  });
  return { status: response.statusCode, report: response.json<FileReport>(), text: response.body };
};

describe('a file that a caller gives', () => {
  it('is recorded', async () => {
    const { status, report } = await give('code,kind,name\nf-a,HOLDER,甲\nf-b,HOLDER,乙\n');
    console.log(status, JSON.stringify(report, null, 1));
    console.log(JSON.stringify((await give('code,kind,name\nf-a,HOLDER,甲\nf-b,HOLDER,丙\nf-c,X,1\n')).report, null, 1));
    console.log((await app.database.pool.query(`select content::text from journal_record where operation='recordEnterprise'`)).rows);
    console.log((await app.database.pool.query(`select code, provenance from enterprise where code like 'f-%'`)).rows);
  });
});
