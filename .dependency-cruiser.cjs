// Who may know whom (src/README.md draws the same map). `npm run check` runs it through scripts/boundaries.ts, which also
// fails when fewer modules were scanned than there are files.

/** The features that each feature knows. A new feature is added here, below the ones it builds on. */
const knows = {
  catalogue: [],
  procurement: ['catalogue'],
  negotiation: ['catalogue'],
  standard: ['catalogue', 'procurement', 'negotiation'],
  supply: ['catalogue', 'procurement'],
  payment: ['catalogue', 'procurement', 'supply'],
  continuity: ['catalogue', 'procurement', 'supply', 'payment'],
  statistics: ['catalogue', 'procurement', 'standard', 'supply', 'payment'],
  retention: ['catalogue', 'procurement', 'supply', 'payment', 'standard'],
  'disease-group': ['catalogue', 'procurement'],
};
const features = Object.keys(knows).join('|');
const spec = String.raw`\.spec\.ts$`;
const packages = '(^|/)node_modules/';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule(
      'kernel-alone',
      'The kernel is pure: it knows itself, exact numbers and civil dates.',
      { path: '^src/kernel/', pathNot: spec },
      { pathNot: ['^src/kernel/', `${packages}(decimal\\.js|temporal-polyfill|temporal-spec)/`] },
    ),
    rule(
      'kernel-specs',
      'A spec of the kernel adds the test tools and nothing else.',
      { path: `^src/kernel/.*${spec}` },
      { pathNot: ['^src/kernel/', packages], dependencyTypesNot: ['core'] },
    ),
    rule(
      'platform-without-domain',
      'The platform has no domain word: it knows kernel and platform.',
      { path: '^src/platform/' },
      { path: '^src/', pathNot: '^src/(kernel|platform)/' },
    ),
    rule(
      'policy-pure',
      'Policy knows the kernel and the policy of its own feature: no framework, no entity, no input or output.',
      { path: '^src/([^/]+)/policy/', pathNot: spec },
      { pathNot: ['^src/kernel/', '^src/$1/policy/'] },
    ),
    rule(
      'policy-specs',
      'A spec of a policy adds the test tools and nothing else.',
      { path: `^src/([^/]+)/policy/.*${spec}` },
      { pathNot: ['^src/kernel/', '^src/$1/policy/', packages], dependencyTypesNot: ['core'] },
    ),
    ...Object.entries(knows).map(([feature, known]) =>
      rule(
        `feature-${feature}`,
        `${feature} knows kernel, platform${known.map((each) => `, ${each}`).join('')}; another feature through its index.ts only.`,
        { path: `^src/${feature}/` },
        { path: '^src/', pathNot: [`^src/(kernel|platform|${feature})/`, ...known.map((each) => `^src/${each}/index\\.ts$`)] },
      ),
    ),
    rule(
      'feature-unknown',
      'A folder of src that is no feature yet: add it to the feature graph in .dependency-cruiser.cjs.',
      { path: '^src/[^/]+/', pathNot: `^src/(kernel|platform|dashboard|${features})/` },
      {},
    ),
    rule(
      'dashboard-apart',
      'The dashboard talks GraphQL: it knows itself and the generated client.',
      { path: '^src/dashboard/' },
      { path: '^(src|scripts|test|seeds)/', pathNot: '^src/dashboard/' },
    ),
    rule(
      'nobody-knows-the-dashboard',
      'The dashboard is served as files, never imported.',
      { path: '^src/', pathNot: '^src/dashboard/' },
      { path: '^src/dashboard/' },
    ),
    rule(
      'entity-without-api',
      'A table shape knows nothing of GraphQL.',
      { path: String.raw`^src/.*\.entity\.ts$` },
      { path: [`${packages}(type-graphql|graphql)/`, String.raw`^src/.*\.(type|input|args|resolver)\.ts$`] },
    ),
    rule(
      'api-without-mapper',
      'An API shape knows nothing of the mapper.',
      { path: String.raw`^src/.*\.(type|input|args)\.ts$` },
      { path: `${packages}@mikro-orm/` },
    ),
    rule(
      'roots-at-the-root',
      'main, app, features and reference-data put the parts together; no part knows them.',
      { path: '^src/[^/]+/' },
      { path: String.raw`^src/[^/]+\.ts$` },
    ),
    rule(
      'no-test-code',
      'The program does not know its tests, its scripts or the test tools.',
      { path: '^src/', pathNot: spec },
      { path: [spec, '^(test|scripts|codegen\\.ts|vitest\\.config\\.ts)', `${packages}(vitest|fast-check|playwright-core|axe-core)/`] },
    ),
    rule('no-cycle', 'Modules that need each other are one module, or a third is missing.', {}, { circular: true }),
    rule('resolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    rule(
      'declared',
      'A package that package.json does not list, or lists for development only.',
      // What is built into a page needs its packages when it is built, not when Accord runs.
      { path: '^src/', pathNot: [spec, '^src/dashboard/', '^src/platform/explorer/page/'] },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types count: they are knowledge too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.d.ts'],
      // A package of types alone says where they are by a field of its own.
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
