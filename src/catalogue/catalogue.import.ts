import type { TableImport } from '../platform/tables/table-import.ts';
import { areaImport } from './area.import.ts';
import { enterpriseImport } from './enterprise.import.ts';
import { institutionImport } from './institution.import.ts';
import { policyDocumentImport } from './policy-document.import.ts';
import { productImport } from './product.import.ts';

/** The files of this feature, each after those that it refers to. */
export const catalogueTables: readonly TableImport[] = [
  areaImport,
  policyDocumentImport,
  enterpriseImport,
  institutionImport,
  productImport,
];
