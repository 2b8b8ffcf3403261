import type { Feature } from '../platform/feature.ts';
import { uuidNode } from '../platform/graphql/node.ts';
import { Area } from './area.entity.ts';
import { catalogueTables } from './catalogue.import.ts';
import { AreaResolver, CatalogueResolver, EnterpriseResolver, InstitutionResolver, ProductResolver } from './catalogue.resolver.ts';
import { Enterprise } from './enterprise.entity.ts';
import { Institution } from './institution.entity.ts';
import { PolicyDocument } from './policy-document.entity.ts';
import { CatalogueRecordingResolver } from './recording.resolver.ts';
import { Product } from './product.entity.ts';

/** Areas, enterprises, institutions, products, policy documents: what everything else points to. */
export const catalogue: Feature = {
  name: 'catalogue',
  entities: [Area, PolicyDocument, Enterprise, Institution, Product],
  resolvers: [CatalogueResolver, CatalogueRecordingResolver, AreaResolver, EnterpriseResolver, InstitutionResolver, ProductResolver],
  nodes: [
    { name: 'Area', entity: Area, key: (area: Area) => area.code, find: (context, key) => context.load(Area, key) },
    uuidNode('PolicyDocument', PolicyDocument),
    uuidNode('Enterprise', Enterprise),
    uuidNode('Institution', Institution),
    uuidNode('Product', Product),
  ],
  tables: catalogueTables,
};
