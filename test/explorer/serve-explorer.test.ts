import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveExplorer } from '../../src/platform/explorer/serve-explorer.ts';

const script = 'console.log("药品");'.repeat(20);
let folder: string;
let server: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'accord-explorer-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<title>built</title>');
  writeFileSync(path.join(folder, 'inputs'), 'secret');
  writeFileSync(path.join(folder, 'assets', 'main-1.js'), script);
  writeFileSync(path.join(folder, 'assets', 'main-1.js.br'), brotliCompressSync(script));
  writeFileSync(path.join(folder, 'assets', 'main-1.js.gz'), gzipSync(script));
  writeFileSync(path.join(folder, 'assets', 'small-1.css'), 'a{}');
  server = Fastify();
  await serveExplorer(server, { built: folder });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, accepted = '') => server.inject({ url, headers: { 'accept-encoding': accepted } });

test.each(['/explorer', '/explorer/'])('%s is the page, and is asked for again each time', async (url) => {
  const response = await get(url);
  expect(response.statusCode).toBe(200);
  expect(response.body).toBe('<title>built</title>');
  expect(response.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
});

test.each([
  ['br, gzip', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['', undefined],
])('a client that takes "%s" gets %s, and keeps it', async (accepted, encoding) => {
  const response = await get('/explorer/assets/main-1.js', accepted);
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-encoding']).toBe(encoding);
  expect(response.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
  if (encoding === 'br') expect(brotliDecompressSync(response.rawPayload).toString()).toBe(script);
  if (!encoding) expect(response.body).toBe(script);
});

test('a file without compressed copies is sent as it is', async () => {
  const response = await get('/explorer/assets/small-1.css', 'br, gzip');
  expect(response.headers['content-encoding']).toBeUndefined();
  expect(response.body).toBe('a{}');
});

test.each([
  '/explorer/assets/main-2.js',
  '/explorer/assets/main-1.js.br',
  '/explorer/assets/..%2finputs',
  '/explorer/assets/%2e%2e%2finputs',
  '/explorer/assets/..%5cinputs',
  '/explorer/assets/../inputs',
  '/explorer/assets/%00',
  '/explorer/assets/__proto__',
  '/explorer/inputs',
  '/explorer/assets/',
])('%s is nowhere: only what the build made is served', async (url) => {
  const response = await get(url);
  expect(response.statusCode).toBe(404);
  expect(response.body).not.toContain('secret');
});

describe('the policy of the page', () => {
  test.each(['/explorer', '/explorer/assets/main-1.js', '/explorer/examples.json'])(
    '%s names no foreign host and no inline script',
    async (url) => {
      const { headers } = await get(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval|blob:/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );
});

test('without a build, one page says which command makes it, and the rest of the server is not touched', async () => {
  const unbuilt = Fastify();
  await serveExplorer(unbuilt, { built: path.join(folder, 'nowhere') });
  unbuilt.get('/healthz', () => 'ok');
  const page = await unbuilt.inject('/explorer');
  expect(page.statusCode).toBe(503);
  expect(page.body).toContain('npm start');
  expect(page.body).toContain('node scripts/run.mjs scripts/build-pages.ts');
  expect((await unbuilt.inject('/explorer/assets/main-1.js')).statusCode).toBe(404);
  const { headers } = await unbuilt.inject('/healthz');
  expect(headers['content-security-policy']).toBeUndefined();
  await unbuilt.close();
});
