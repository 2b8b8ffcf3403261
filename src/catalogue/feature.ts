import type { Feature } from '../platform/feature.ts';
import { Area } from './area.entity.ts';
import { catalogueFiles } from './catalogue.files.ts';
import { catalogueTables } from './catalogue.import.ts';
import { CatalogueQueries, catalogueReads } from './catalogue.reads.ts';
import { Enterprise } from './enterprise.entity.ts';
import { Institution } from './institution.entity.ts';
import { PolicyDocument } from './policy-document.entity.ts';
import { CatalogueRecordingResolver } from './recording.resolver.ts';
import { Product } from './product.entity.ts';

/** Areas, enterprises, institutions, products, policy documents: what everything else points to. */
export const catalogue: Feature = {
  name: 'catalogue',
  entities: [Area, PolicyDocument, Enterprise, Institution, Product],
  resolvers: [CatalogueQueries, CatalogueRecordingResolver],
  reads: catalogueReads,
  tables: catalogueTables,
  files: catalogueFiles,
};
