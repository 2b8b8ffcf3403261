import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Files that read the program as it is: several share a process, which then loads the program once. */
const sharing = globSync([
  'src/**/*.spec.ts',
  'test/{architecture,exactness,features,import,readme,trace,worked-examples}/**/*.test.ts',
]).filter(
  // What replaces or adds parts of the program has a process to itself.
  (file) => !/\bvi\.|setFlagsFromString|\btried[A-Z-]/.test(readFileSync(file, 'utf8')),
);

export default defineConfig({
  // Two copies of graphql in one process refuse each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)) }] },
  oxc: { decorator: { legacy: true } },
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Against tests that hang, and no measure: a busy machine takes three times as long as a quiet one.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      { extends: true, test: { name: 'sharing', include: sharing, isolate: false } },
      { extends: true, test: { name: 'alone', include: ['src/**/*.spec.ts', 'test/**/*.test.ts'], exclude: sharing } },
    ],
  },
});
