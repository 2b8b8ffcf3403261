import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../platform/graphql/context.ts';
import { always } from '../platform/graphql/describe.ts';
import { payloadOf } from '../platform/graphql/payload.type.ts';
import { recordPayload } from '../platform/journal/record-payload.ts';
import { EnterpriseType } from './enterprise.type.ts';
import { InstitutionType } from './institution.type.ts';
import { PolicyDocumentType } from './policy-document.type.ts';
import { ProductType } from './product.type.ts';
import { recordEnterprise, recordInstitution, recordPolicyDocument, recordProduct } from './record-catalogue.ts';
import { RecordEnterpriseInput, RecordInstitutionInput, RecordPolicyDocumentInput, RecordProductInput } from './recording.input.ts';

const EnterprisePayload = payloadOf('recordEnterprise', 'enterprise', EnterpriseType, '企业');
const InstitutionPayload = payloadOf('recordInstitution', 'institution', InstitutionType, '医疗机构');
const ProductPayload = payloadOf('recordProduct', 'product', ProductType, '产品');
const PolicyDocumentPayload = payloadOf('recordPolicyDocument', 'policyDocument', PolicyDocumentType, '政策文件');

const theInput = always('What to record.', '录入内容。');

@Resolver()
export class CatalogueRecordingResolver {
  @Mutation(() => EnterprisePayload, always('Records an enterprise. Role EXPERT.', '录入企业。角色:EXPERT。'))
  recordEnterprise(@Arg('input', () => RecordEnterpriseInput, theInput) input: RecordEnterpriseInput, @Ctx() context: Context) {
    return recordPayload(context, 'recordEnterprise', 'enterprise', input, recordEnterprise);
  }

  @Mutation(() => InstitutionPayload, always('Records a medical institution. Role EXPERT.', '录入医疗机构。角色:EXPERT。'))
  recordInstitution(@Arg('input', () => RecordInstitutionInput, theInput) input: RecordInstitutionInput, @Ctx() context: Context) {
    return recordPayload(context, 'recordInstitution', 'institution', input, recordInstitution);
  }

  @Mutation(() => ProductPayload, always('Records a product. Role EXPERT.', '录入产品。角色:EXPERT。'))
  recordProduct(@Arg('input', () => RecordProductInput, theInput) input: RecordProductInput, @Ctx() context: Context) {
    return recordPayload(context, 'recordProduct', 'product', input, recordProduct);
  }

  @Mutation(() => PolicyDocumentPayload, always('Records a policy document. Role EXPERT.', '录入政策文件。角色:EXPERT。'))
  recordPolicyDocument(@Arg('input', () => RecordPolicyDocumentInput, theInput) input: RecordPolicyDocumentInput, @Ctx() context: Context) {
    return recordPayload(context, 'recordPolicyDocument', 'policyDocument', input, recordPolicyDocument);
  }
}
