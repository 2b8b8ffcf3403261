import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents of `schema/operations` for every client of the API: the tests now, the dashboard later. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'schema/operations/*.graphql',
  // The project resolves modules as Node does, with the extension that the file has.
  importExtension: '.ts',
  generates: {
    'schema/client/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' } },
      config: {
        scalars: { Decimal: 'string', Date: 'string', DateTime: 'string', Quantity: 'number' },
        strictScalars: true,
        defaultScalarType: 'unknown',
        enumType: 'string-literal',
        useTypeImports: true,
        skipTypename: true,
      },
    },
  },
};

export default config;
