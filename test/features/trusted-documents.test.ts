import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';
import type { Caller } from '../../src/platform/access/caller.ts';
import type { TrustedDocumentsMode } from '../../src/platform/config/config.ts';
import { readTrustedDocuments } from '../../src/platform/graphql/trusted-documents.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'accord-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hexOf = (text: string) => createHash('sha256').update(text).digest('hex');
const committed = path.join(root, 'schema/client/persisted-documents.json');
const generated = JSON.parse(readFileSync(committed, 'utf8')) as Record<string, string>;
const own = {
  asked: 'query One($code: String!) { round(code: $code) { code } }',
  recorded:
    'mutation Two($input: RecordEnterpriseInput!) { recordEnterprise(input: $input) { enterprise { code } userErrors { code message } } }',
  stale: 'query Three { fieldOfAnOlderSchema }',
};

function manifest(contents: unknown): string {
  const file = path.join(folder, `${hexOf(JSON.stringify(contents)).slice(0, 8)}.json`);
  writeFileSync(file, typeof contents === 'string' ? contents : JSON.stringify(contents));
  return file;
}
const ownManifest = manifest(Object.fromEntries(Object.values(own).map((text) => [`sha256:${hexOf(text)}`, text])));

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

async function send(app: TestApp, body: unknown, caller?: Partial<Caller>, headers: object = {}) {
  const response = await app.fastify.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...(caller ? { authorization: JSON.stringify(caller) } : {}), ...headers },
    payload: JSON.stringify(body),
  });
  const { data, errors } = response.json<Answer>();
  return { status: response.statusCode, data, code: errors?.[0]?.extensions['code'], errors };
}

const variables = { code: 'R4' };
const answer = { status: 200, data: { round: { code: 'R4' } } };
const byId = { documentId: `sha256:${hexOf(own.asked)}`, variables };
const freely = { query: own.asked, variables };
const refused = { status: 403, code: 'TRUSTED_DOCUMENTS_ONLY', data: undefined };
const unknown = { status: 404, code: 'PERSISTED_DOCUMENT_NOT_FOUND', data: undefined };
const bad = { status: 400, code: 'BAD_REQUEST', data: undefined };

describe('the manifest', () => {
  it('is what the generator wrote', () => {
    const { texts } = readTrustedDocuments([committed], 'only');
    expect([...texts].map(([hex, text]) => [`sha256:${hex}`, text])).toEqual(Object.entries(generated));
    expect(texts.size).toBeGreaterThan(2);
  });

  it('is not looked at where trusted documents are off', () => {
    expect(readTrustedDocuments([path.join(folder, 'none.json')], 'off').texts.size).toBe(0);
  });

  it.each([
    [
      'that is missing',
      () => path.join(folder, 'none.json'),
      /^The trusted documents in \S+none\.json cannot be read: it does not exist\.$/,
    ],
    ['that is no JSON', () => manifest('{'), /cannot be read: .*JSON/],
    ['of another shape', () => manifest({ documents: [] }), /cannot be read: it is no JSON object of texts\.$/],
    [
      'with a text that was changed',
      () => manifest({ [`sha256:${hexOf('a')}`]: 'b' }),
      /the text under sha256:ca97\w+ is another document/,
    ],
  ])('%s is one line', (_, file, line) => {
    expect(() => readTrustedDocuments([file()], 'prefer')).toThrow(line);
  });
});

describe.each<[TrustedDocumentsMode, object, object, object]>([
  ['off', answer, answer, bad],
  ['prefer', answer, answer, answer],
  ['only-anonymous', refused, answer, answer],
  ['only', refused, refused, answer],
])('TRUSTED_DOCUMENTS=%s', (mode, anonymousQuery, expertQuery, trusted) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ trustedDocuments: readTrustedDocuments([ownManifest], mode) });
  });
  afterAll(() => app.stop());

  it('a document of the caller’s own', async () => {
    expect(await send(app, freely)).toMatchObject(anonymousQuery);
    expect(await send(app, { ...freely, documentId: null })).toMatchObject(anonymousQuery);
    expect(await send(app, freely, expert)).toMatchObject(expertQuery);
  });

  // Twice: the second answer comes from the document that the first has left parsed.
  it('a trusted document, by either form of its id', async () => {
    for (const documentId of [byId.documentId, hexOf(own.asked), byId.documentId]) {
      expect(await send(app, { documentId, variables })).toMatchObject(trusted);
      expect(await send(app, { documentId, variables, query: null, operationName: 'One' }, expert)).toMatchObject(trusted);
    }
  });

  it.each([
    { documentId: byId.documentId, query: own.asked },
    { documentId: byId.documentId, query: '' },
    { documentId: 'x', query: 'x' },
  ])('both are a malformed request: %j', async (both) => {
    expect(await send(app, { ...both, variables }, expert)).toMatchObject(bad);
  });

  it.each([
    {},
    { variables },
    { query: null },
    { documentId: null },
    { documentId: 1 },
    { documentId: { query: own.asked } },
    [freely],
    [byId],
  ])('neither is a malformed request: %j', async (body) => {
    expect(await send(app, body, expert)).toMatchObject(bad);
  });

  it('a document cannot be brought along', async () => {
    const persistedQuery = { version: 1, sha256Hash: hexOf(own.asked) };
    expect((await send(app, { extensions: { persistedQuery } })).code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
    expect((await send(app, { ...byId, extensions: { persistedQuery } })).data).toBeUndefined();
  });
});

describe('a trusted document', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ trustedDocuments: readTrustedDocuments([ownManifest], 'only') });
  });
  afterAll(() => app.stop());

  it.each([
    '',
    'sha256:',
    'sha256',
    `sha256:${'0'.repeat(64)}`,
    byId.documentId.toUpperCase(),
    `SHA256:${hexOf(own.asked)}`,
    `${byId.documentId} `,
    `md5:${hexOf(own.asked)}`,
    `sha256:sha256:${hexOf(own.asked)}`,
    '__proto__',
    'constructor',
    '../persisted-documents.json',
    own.asked,
    'x'.repeat(100_000),
  ])('with an id that nobody gave is not found: %.40s', async (documentId) => {
    const { status, data, code, errors } = await send(app, { documentId, variables });
    expect({ status, data, code }).toEqual(unknown);
    expect(errors).toEqual([
      {
        message: 'No trusted document has this `documentId`.',
        extensions: {
          code: 'PERSISTED_DOCUMENT_NOT_FOUND',
          messageZh: '没有与此 documentId 对应的可信文档。',
          requestId: expect.any(String) as string,
        },
      },
    ]);
  });

  it('refuses in both languages what is not trusted, introspection too', async () => {
    const { status, errors } = await send(app, { query: '{ __schema { queryType { name } } }' }, expert);
    expect(status).toBe(403);
    expect(errors?.[0]).toEqual({
      message: 'You may ask by the `documentId` of a trusted document only, not by a `query` of your own.',
      extensions: {
        code: 'TRUSTED_DOCUMENTS_ONLY',
        messageZh: '仅可使用可信文档的 documentId 查询,不接受自行编写的 query。',
        requestId: expect.any(String) as string,
      },
    });
    // Not even parsed.
    expect((await send(app, { query: '{{{' })).status).toBe(403);
  });

  it('goes through every other check', async () => {
    expect(await send(app, { documentId: byId.documentId })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect((await send(app, { ...byId, variables: { code: 'R\u00004' } })).code).toBe('BAD_USER_INPUT');
    expect((await send(app, { ...byId, operationName: 'Two' })).code).toBe('OPERATION_RESOLUTION_FAILURE');
    expect(await send(app, { documentId: hexOf(own.stale) })).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
    const form = { 'content-type': 'text/plain' };
    expect((await send(app, byId, undefined, form)).status).toBe(400);
  });

  it('may record, with the rights and the idempotency of any other recording', async () => {
    const input = { idempotencyKey: 'trusted-1', code: 'trusted-1', kind: 'HOLDER', name: '可信企业' };
    const body = { documentId: `sha256:${hexOf(own.recorded)}`, variables: { input } };
    const before = await app.database.contents();
    expect((await send(app, body)).code).toBe('FORBIDDEN');
    expect(await app.database.contents()).toEqual(before);
    const recorded = { recordEnterprise: { enterprise: { code: 'trusted-1' }, userErrors: [] } };
    expect((await send(app, body, expert)).data).toEqual(recorded);
    const after = await app.database.contents();
    expect((await send(app, body, expert)).data).toEqual(recorded);
    expect(await app.database.contents()).toEqual(after);
  });
});
