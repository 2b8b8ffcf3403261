import { readFileSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExamples } from '../../src/platform/explorer/read-examples.ts';
import { examplesFolder } from '../../src/platform/explorer/serve-explorer.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { hostileDocuments, limitsOfDocuments } from './hostile-documents.ts';
import { send } from './send.ts';

describe('[S3] a hostile document', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    // What is made at the first question is not the document's.
    await app.ask('{ rounds { totalCount } }');
    for (const query of ['{ x', '{ x }', '{ rounds(first: 200) { nodes { lots(first: 200) { nodes { code } } } } }'])
      await send(app, { body: { query } });
  });
  afterAll(() => app.stop());

  it('is one of more than forty', () => {
    expect(hostileDocuments.length).toBeGreaterThanOrEqual(40);
  });

  const passed = new Set<unknown>();
  it.each(hostileDocuments)('%s', async (_name, query, code) => {
    app.database.forget();
    const first = await send(app, { body: { query } });
    expect({ status: first.status, code: first.code }, first.text.slice(0, 500)).toEqual({ status: 400, code });
    expect(first.text.length).toBeLessThanOrEqual(2048);
    expect(first.errors[0]!.extensions).toMatchObject({
      messageZh: expect.any(String) as string,
      requestId: first.headers['x-request-id'],
    });
    expect(app.database.statements).toEqual([]);
    // The first time may compile something: that is not the document's.
    const times: number[] = [];
    for (let time = 0; time < 5; time += 1) times.push((await send(app, { body: { query } })).milliseconds);
    expect(Math.min(...times)).toBeLessThanOrEqual(50);
    // Nobody else is answered while one is worked for. One of the five may meet a collection of garbage, which is nobody's.
    expect(times.toSorted((a, b) => b - a)[1]).toBeLessThanOrEqual(100);
    passed.add((first.errors[0]!.extensions['limit'] as { name: string } | undefined)?.name);
  });

  it('there is one for each limit', () => {
    expect(limitsOfDocuments.filter((name) => !passed.has(name))).toEqual([]);
  });
});

describe('a document that somebody needs', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.stop());

  const { examples } = readExamples(examplesFolder);
  it.each(examples)('the example $name', async ({ query, variables }) => {
    const { status, errors } = await send(app, { body: { query, variables: JSON.parse(variables) as object } });
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
  });

  it('what tools ask of the schema', async () => {
    const options = {
      descriptions: true,
      inputValueDeprecation: true,
      schemaDescription: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
    };
    const { status, errors } = await send(app, { body: { query: getIntrospectionQuery({ ...options, oneOf: true }) } });
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
  });

  it('RoundsInDepth as large as the dashboards ask for it', async () => {
    const query = readFileSync(new URL('../../schema/operations/rounds-in-depth.graphql', import.meta.url), 'utf8');
    const { status, errors } = await send(app, { body: { query, variables: { rounds: 20, volumes: 10 } } });
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
  });

  it('500 look-ups by code, which are one statement', async () => {
    const fields = Array.from({ length: 500 }, (_each, at) => `at${at}: institution(code: "${at}") { code name level }`);
    app.database.forget();
    const { status, data } = await send(app, { body: { query: `{ ${fields.join(' ')} }` } });
    expect([status, Object.keys(data as object).length]).toEqual([200, 500]);
    expect(app.database.statements).toHaveLength(1);
  });
});
