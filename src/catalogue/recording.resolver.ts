import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../platform/graphql/context.ts';
import { always } from '../platform/graphql/describe.ts';
import { payloadOf } from '../platform/graphql/payload.type.ts';
import { recordingBy } from '../platform/journal/record-payload.ts';
import { EnterpriseType } from './enterprise.type.ts';
import { InstitutionType } from './institution.type.ts';
import { PolicyDocumentType } from './policy-document.type.ts';
import { ProductType } from './product.type.ts';
import { recordEnterprise, recordInstitution, recordPolicyDocument, recordProduct } from './record-catalogue.ts';
import { RecordEnterpriseInput, RecordInstitutionInput, RecordPolicyDocumentInput, RecordProductInput } from './recording.input.ts';
import { catalogueActs } from './rights.ts';

const EnterprisePayload = payloadOf('recordEnterprise', 'enterprise', EnterpriseType, '企业');
const InstitutionPayload = payloadOf('recordInstitution', 'institution', InstitutionType, '医疗机构');
const ProductPayload = payloadOf('recordProduct', 'product', ProductType, '产品');
const PolicyDocumentPayload = payloadOf('recordPolicyDocument', 'policyDocument', PolicyDocumentType, '政策文件');

const { words, record } = recordingBy(catalogueActs);

const theInput = always('What to record.', '录入内容。');

@Resolver()
export class CatalogueRecordingResolver {
  @Mutation(() => EnterprisePayload, words('recordEnterprise', 'Records an enterprise.', '录入企业。'))
  recordEnterprise(@Arg('input', () => RecordEnterpriseInput, theInput) input: RecordEnterpriseInput, @Ctx() context: Context) {
    return record(context, 'recordEnterprise', 'enterprise', input, recordEnterprise);
  }

  @Mutation(() => InstitutionPayload, words('recordInstitution', 'Records a medical institution.', '录入医疗机构。'))
  recordInstitution(@Arg('input', () => RecordInstitutionInput, theInput) input: RecordInstitutionInput, @Ctx() context: Context) {
    return record(context, 'recordInstitution', 'institution', input, recordInstitution);
  }

  @Mutation(() => ProductPayload, words('recordProduct', 'Records a product.', '录入产品。'))
  recordProduct(@Arg('input', () => RecordProductInput, theInput) input: RecordProductInput, @Ctx() context: Context) {
    return record(context, 'recordProduct', 'product', input, recordProduct);
  }

  @Mutation(() => PolicyDocumentPayload, words('recordPolicyDocument', 'Records a policy document.', '录入政策文件。'))
  recordPolicyDocument(@Arg('input', () => RecordPolicyDocumentInput, theInput) input: RecordPolicyDocumentInput, @Ctx() context: Context) {
    return record(context, 'recordPolicyDocument', 'policyDocument', input, recordPolicyDocument);
  }
}
