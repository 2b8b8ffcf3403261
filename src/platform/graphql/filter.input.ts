import { Field, InputType, type ClassType } from 'type-graphql';
import { bilingual } from './describe.ts';
import { DateScalar, QuantityScalar } from './scalars.ts';

const describe = {
  eq: bilingual('Equal to this.', '等于。'),
  in: bilingual('One of these.', '属于其中之一。'),
  gte: bilingual('This or more, this day or later.', '大于等于;不早于。'),
  lte: bilingual('This or less, this day or earlier.', '小于等于;不晚于。'),
  contains: bilingual(
    'Contains this text; case, full or half width, and how many spaces do not matter.',
    '包含此文本,不区分大小写、全角半角和空格多少。',
  ),
  isNull: bilingual('True: not on record. False: on record.', 'true 表示未记录,false 表示已记录。'),
};

@InputType({ description: bilingual('A question about a text.', '文本条件。') })
export class TextFilter {
  @Field(() => String, { nullable: true, description: describe.eq }) eq?: string | null;
  @Field(() => [String], { nullable: true, description: describe.in }) in?: string[] | null;
  @Field(() => String, { nullable: true, description: describe.contains }) contains?: string | null;
  @Field(() => Boolean, { nullable: true, description: describe.isNull }) isNull?: boolean | null;
}

@InputType({ description: bilingual('A question about a business code.', '业务代码条件。') })
export class CodeFilter {
  @Field(() => String, { nullable: true, description: describe.eq }) eq?: string | null;
  @Field(() => [String], { nullable: true, description: describe.in }) in?: string[] | null;
}

@InputType({ description: bilingual('A question about a civil date.', '日期条件。') })
export class DateFilter {
  @Field(() => DateScalar, { nullable: true, description: describe.eq }) eq?: string | null;
  @Field(() => DateScalar, { nullable: true, description: describe.gte }) gte?: string | null;
  @Field(() => DateScalar, { nullable: true, description: describe.lte }) lte?: string | null;
  @Field(() => Boolean, { nullable: true, description: describe.isNull }) isNull?: boolean | null;
}

@InputType({ description: bilingual('A question about a whole number.', '整数条件。') })
export class QuantityFilter {
  @Field(() => QuantityScalar, { nullable: true, description: describe.eq }) eq?: number | null;
  @Field(() => QuantityScalar, { nullable: true, description: describe.gte }) gte?: number | null;
  @Field(() => QuantityScalar, { nullable: true, description: describe.lte }) lte?: number | null;
}

/** The operator input of an enum: `eq` and `in`. */
export function enumFilter(enumObject: object, name: string, nameZh: string): ClassType {
  @InputType(`${name}Filter`, { description: bilingual(`A question about ${name}.`, `${nameZh}条件。`) })
  class EnumFilter {
    @Field(() => enumObject, { nullable: true, description: describe.eq }) eq?: string | null;
    @Field(() => [enumObject], { nullable: true, description: describe.in }) in?: string[] | null;
  }
  return EnumFilter;
}
