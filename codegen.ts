import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = { Decimal: 'string', Date: 'string', DateTime: 'string', Quantity: 'number' };
const typing = {
  scalars,
  strictScalars: true,
  defaultScalarType: 'unknown',
  enumType: 'string-literal',
  useTypeImports: true,
  skipTypename: true,
};

/** Typed documents: of `schema/operations` for every client of the API, and the dashboard's own. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  // The project resolves modules as Node does, with the extension that the file has.
  importExtension: '.ts',
  generates: {
    'schema/client/': {
      documents: 'schema/operations/*.graphql',
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' } },
      config: typing,
    },
    // The page carries the names of its documents; the server has their texts.
    'schema/dashboard/': {
      documents: 'src/dashboard/**/*.graphql',
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: 'replaceDocumentWithHash', hashPropertyName: 'documentId', hashAlgorithm: 'sha256' },
      },
      config: typing,
    },
  },
};

export default config;
