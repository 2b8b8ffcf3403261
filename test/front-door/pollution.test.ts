import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { importFile } from '../../src/platform/tables/import-file.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { send } from './send.ts';

describe('[S8] names of prototypes', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'accord-pollution-'));
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterEach(() => {
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(([] as { polluted?: unknown }).polluted).toBeUndefined();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await app.stop();
  });

  const query = 'query($filter: RoundListFilter) { rounds(filter: $filter) { totalCount } }';
  const polluting = '{"polluted":"yes"}';
  it.each([
    ['in the body', `{"query":"{ rounds { totalCount } }","__proto__":${polluting}}`],
    ['in the body, escaped', `{"query":"{ rounds { totalCount } }","__pr\\u006fto__":${polluting}}`],
    ['as a constructor', `{"query":"{ rounds { totalCount } }","constructor":{"prototype":${polluting}}}`],
    ['in the variables', `{"query":"${query}","variables":{"__proto__":${polluting}}}`],
    ['as a constructor in the variables', `{"query":"${query}","variables":{"constructor":{"prototype":${polluting}}}}`],
    ['within a variable', `{"query":"${query}","variables":{"filter":{"__proto__":${polluting}}}}`],
    [
      'as a constructor within a variable',
      `{"query":"${query}","variables":{"filter":{"code":{"constructor":{"prototype":${polluting}}}}}}`,
    ],
    ['in the extensions', `{"query":"{ rounds { totalCount } }","extensions":{"__proto__":${polluting}}}`],
    ['as a field of an input', `{"query":"{ rounds(filter: { __proto__: { polluted: 1 } }) { totalCount } }"}`],
    ['as an alias', `{"query":"{ rounds { __proto__: totalCount } }"}`],
    ['as a field', `{"query":"{ __proto__ { polluted } }"}`],
    ['as a field, again', `{"query":"{ constructor { prototype } }"}`],
    ['as an operation', `{"query":"query __proto__ { rounds { totalCount } }","operationName":"constructor"}`],
    ['as a fragment', `{"query":"{ rounds { ...__proto__ } }"}`],
    ['as a directive', `{"query":"{ rounds @__proto__ { totalCount } }"}`],
    ['as a value of an enum', `{"query":"{ rounds(orderBy: [{ field: constructor }]) { totalCount } }"}`],
    ['as a documentId', `{"documentId":"__proto__"}`],
    ['in the search of an address', '/graphql?query={rounds{totalCount}}&__proto__[polluted]=1&constructor.prototype.polluted=1'],
  ])('%s', async (_name, body) => {
    const sent = body.startsWith('/') ? { method: 'GET' as const, url: body, headers: { 'apollo-require-preflight': '1' } } : { body };
    const { status, text } = await send(app, sent);
    // A body with such a name is not taken at all; elsewhere the name is one like another.
    expect(/"(__proto__|__pr\\u006fto__|constructor)":\{/.test(body) ? [400] : [200, 400]).toContain(status);
    expect(text).not.toContain('yes');
  });

  it('are plain text where a text is recorded', async () => {
    const record =
      'mutation($input: RecordEnterpriseInput!) { recordEnterprise(input: $input) { enterprise { code name } userErrors { code } } }';
    for (const [at, name] of ['__proto__', 'constructor', 'prototype', 'toString'].entries()) {
      const input = { idempotencyKey: name, code: `plain-${at}`, name, kind: 'HOLDER' };
      const { data } = await send(app, { body: { query: record, variables: { input } }, caller: expert });
      expect(data).toEqual({ recordEnterprise: { enterprise: { code: `plain-${at}`, name }, userErrors: [] } });
      const again = await send(app, { body: { query: record, variables: { input } }, caller: expert });
      expect(again.data).toEqual(data);
      const { data: found } = await send(app, { body: { query: `{ enterprises(filter: { name: { eq: "${name}" } }) { totalCount } }` } });
      expect(found).toEqual({ enterprises: { totalCount: 1 } });
    }
  });

  it.each([
    ['__proto__,机构名称', '{"polluted":"yes"},甲'],
    ['constructor,prototype', 'a,b'],
    ['机构代码,__proto__,统筹区代码,机构级别,机构名称,provenance,confidence', 'P-1,{"polluted":"yes"},440300,TERTIARY,甲,x,SYNTHETIC'],
    ['toString,hasOwnProperty,valueOf', '1,2,3'],
  ])('in the headers of a file: %s', async (headers, row) => {
    const source = path.join(folder, 'institutions.csv');
    writeFileSync(source, `${headers}\n${row}\n`);
    const tables = features.flatMap((feature) => feature.tables);
    const report = await importFile({ database: app.database, table: tables, source, fileName: 'institutions.csv', recordedBy: 'x' });
    expect(report.errors.length).toBeGreaterThan(0);
    expect(report.rowsAdded).toBe(0);
  });
});
