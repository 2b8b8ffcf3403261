import { Field, InputType, Int } from 'type-graphql';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { RecordingInput } from '../platform/graphql/payload.type.ts';
import { DateScalar, DecimalScalar } from '../platform/graphql/scalars.ts';
import type { enterpriseKinds } from './enterprise.entity.ts';
import { EnterpriseKindEnum } from './enterprise.type.ts';
import type { institutionLevels } from './institution.entity.ts';
import { InstitutionLevelEnum } from './institution.type.ts';
import type { productCategories } from './product.entity.ts';
import { ProductCategoryEnum } from './product.type.ts';

@InputType({ description: bilingual('An enterprise to record.', '要录入的企业。') })
export class RecordEnterpriseInput extends RecordingInput {
  @Field(() => String, always('Its business code, new.', '业务代码(新)。')) code!: string;
  @Field(() => EnterpriseKindEnum, always('Holder or distributor.', '持有人或配送企业。')) kind!: (typeof enterpriseKinds)[number];
  @Field(() => String, always('The name in Chinese.', '中文名称。')) name!: string;
  @Field(() => String, maybe('The name in English.', '英文名称。')) nameEn?: string | null;
}

@InputType({ description: bilingual('A medical institution to record.', '要录入的医疗机构。') })
export class RecordInstitutionInput extends RecordingInput {
  @Field(() => String, always('Its business code, new.', '业务代码(新)。')) code!: string;
  @Field(() => String, always('The code of its pooling area.', '所属统筹区代码。')) areaCode!: string;
  @Field(() => InstitutionLevelEnum, always('The level.', '等级。')) level!: (typeof institutionLevels)[number];
  @Field(() => String, always('The name in Chinese.', '中文名称。')) name!: string;
}

@InputType({ description: bilingual('A product to record.', '要录入的产品。') })
export class RecordProductInput extends RecordingInput {
  @Field(() => String, always('Its business code, new.', '业务代码(新)。')) code!: string;
  @Field(() => ProductCategoryEnum, always('Drug or stent.', '产品类别。')) category!: (typeof productCategories)[number];
  @Field(() => String, always('The generic name.', '通用名。')) genericName!: string;
  @Field(() => String, maybe('The generic name in English.', '通用名(英文)。')) genericNameEn?: string | null;
  @Field(() => String, always('The name of the product.', '产品名称。')) name!: string;
  @Field(() => String, maybe('The brand.', '商品名。')) brand?: string | null;
  @Field(() => String, maybe('The dosage form.', '剂型。')) dosageForm?: string | null;
  @Field(() => String, maybe('The specification as printed.', '规格。')) specification?: string | null;
  @Field(() => DecimalScalar, maybe('The strength of one counting unit; with its unit.', '单个计数单位的含量,须同时给出单位。')) strength?:
    | string
    | null;
  @Field(() => String, maybe('The unit of the strength.', '含量单位。')) strengthUnit?: string | null;
  @Field(() => String, always('What one unit of quantity is.', '计数单位。')) countingUnit!: string;
  @Field(() => Int, maybe('Counting units in one pack.', '每包装计数单位数。')) packSize?: number | null;
  @Field(() => String, always("The holder's business code.", '持有人业务代码。')) holderCode!: string;
  @Field(() => String, maybe('The registration number.', '注册证号或批准文号。')) registrationNumber?: string | null;
}

@InputType({ description: bilingual('A policy document to record.', '要录入的政策文件。') })
export class RecordPolicyDocumentInput extends RecordingInput {
  @Field(() => String, always('Its business code, new.', '业务代码(新)。')) code!: string;
  @Field(() => String, maybe('The official number, where certain.', '文号(确定时)。')) number?: string | null;
  @Field(() => String, always('The title.', '标题。')) title!: string;
  @Field(() => String, always('What it is about.', '主题。')) topic!: string;
  @Field(() => String, always('The date as printed: YYYY, YYYY-MM or YYYY-MM-DD.', '所印日期:YYYY、YYYY-MM 或 YYYY-MM-DD。'))
  dateAsPrinted!: string;
  @Field(() => String, maybe('The date that must be meant, where the printed one cannot be right.', '更正日期。')) dateCorrected?:
    | string
    | null;
  @Field(() => DateScalar, maybe('The day of publication.', '公布日期。')) publishedOn?: string | null;
}
