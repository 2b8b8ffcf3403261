import { filesBy, type RecordedFile } from '../platform/tables/recorded-file.ts';
import { enterpriseImport } from './enterprise.import.ts';
import { institutionImport } from './institution.import.ts';
import { policyDocumentImport } from './policy-document.import.ts';
import { productImport } from './product.import.ts';
import { recordEnterprise, recordInstitution, recordPolicyDocument, recordProduct } from './record-catalogue.ts';
import { catalogueActs } from './rights.ts';

const { ofRows } = filesBy(catalogueActs);

/** The files that experts may give the server. */
export const catalogueFiles: readonly RecordedFile[] = [
  ofRows(policyDocumentImport, 'recordPolicyDocument', 'PolicyDocument', recordPolicyDocument),
  ofRows(enterpriseImport, 'recordEnterprise', 'Enterprise', recordEnterprise),
  ofRows(institutionImport, 'recordInstitution', 'Institution', recordInstitution),
  ofRows(productImport, 'recordProduct', 'Product', recordProduct),
];
