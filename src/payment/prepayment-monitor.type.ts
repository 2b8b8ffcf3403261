import { Field, Int, ObjectType } from 'type-graphql';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { DateScalar, DecimalScalar } from '../platform/graphql/scalars.ts';
import { PrepaymentStatusEnum, type PrepaymentStatus } from './prepayment.type.ts';

@ObjectType('PrepaymentShortArea', {
  simpleResolvers: true,
  description: bilingual('A pooling area with institutions below the minimum.', '有医疗机构预付低于下限的统筹区。'),
})
export class PrepaymentShortAreaType {
  areaCode!: string;
  @Field(() => Int, always('Institutions with agreements of the year.', '签有当年协议的医疗机构数。')) institutions!: number;
  @Field(() => Int, always('Of them, those below the minimum.', '其中预付低于下限的机构数。')) institutionsBelow!: number;
  @Field(() => DecimalScalar, always('What is missing in all, yuan.', '差额合计(元)。')) missingAmount!: string;
}

@ObjectType('PrepaymentShortInstitution', {
  simpleResolvers: true,
  description: bilingual('An institution to which less than the minimum is prepaid.', '预付低于下限的医疗机构。'),
})
export class PrepaymentShortInstitutionType {
  areaCode!: string;
  institutionId!: string;
  @Field(() => DecimalScalar, always('The annual agreed amount, yuan.', '年度约定采购金额(元)。')) agreedAmount!: string;
  @Field(() => DecimalScalar, always('The least share that is to be prepaid, 0 to 1, 4 decimals.', '预付比例下限,0 至 1,四位小数。'))
  minimumRatio!: string;
  @Field(() => DecimalScalar, always('That share of it, yuan, rounded up to the cent.', '应预付下限(元),向上取整至分。'))
  requiredMinimum!: string;
  @Field(() => DecimalScalar, always('What is prepaid, yuan.', '累计预付金额(元)。')) paidAmount!: string;
  @Field(() => DecimalScalar, always('What is missing, yuan.', '差额(元)。')) missingAmount!: string;
  @Field(() => PrepaymentStatusEnum, always('NONE or BELOW_MINIMUM.', '状态:NONE 或 BELOW_MINIMUM。')) status!: PrepaymentStatus;
}

@ObjectType('PrepaymentMonitor', {
  simpleResolvers: true,
  description: bilingual(
    'Where less than the minimum is prepaid for an agreement year, as of a day. Prepayments that were closed by then are left out.',
    '截至某日某协议年度预付低于下限的统筹区与医疗机构;此前已清结的不计。',
  ),
})
export class PrepaymentMonitorType {
  @Field(() => DateScalar, always('The day of the figures.', '数据截止日。')) asOf!: string;
  @Field(() => Int, always('The agreement year.', '协议年度。')) agreementYear!: number;
  @Field(() => Int, always('Institutions with agreements of the year.', '签有当年协议的医疗机构数。')) institutionCount!: number;
  @Field(() => Int, always('Of them, those below the minimum.', '其中预付低于下限的机构数。')) belowCount!: number;
  @Field(() => DecimalScalar, always('What is missing in all, yuan.', '差额合计(元)。')) missingAmount!: string;
  @Field(() => [PrepaymentShortAreaType], always('Pooling areas with a shortage, by their codes.', '存在差额的统筹区,按代码排列。'))
  areas!: PrepaymentShortAreaType[];
  @Field(
    () => [PrepaymentShortInstitutionType],
    always('A page of the institutions, the largest shortage first.', '医疗机构分页,差额由大到小。'),
  )
  institutions!: PrepaymentShortInstitutionType[];
  @Field(
    () => String,
    maybe('The cursor of the last institution where more follow; give it as `after`.', '其后仍有数据时末行的游标,可作为 after 参数。'),
  )
  endCursor!: string | null;
}
