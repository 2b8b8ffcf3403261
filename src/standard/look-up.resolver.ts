import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../platform/graphql/context.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { DateScalar, DateTimeScalar } from '../platform/graphql/scalars.ts';
import { selectedNames } from '../platform/graphql/selection.ts';
import { counterfactual } from './counterfactual.ts';
import { pricedLines, standardLines } from './line-fields.ts';
import { CounterfactualType, PaymentStandardLineType, PricedLineType } from './line.type.ts';
import { ClaimLineInput, CounterfactualInput, knownAtWords, PaymentStandardLookup } from './look-up.input.ts';
import { lookUpStandard, lookUpStandards, type LookUp } from './look-up.ts';
import { priceLines } from './price-lines.ts';
import { counterfactualRoles } from './rights.ts';
import { PaymentStandardType } from './standard.type.ts';

/** Of one line or of many. */
interface OfLines {
  readonly knownAt?: Date | null;
}

const standardAnswer = ({ knownAt = null, ...asked }: OfLines & LookUp, context: Context, selected: ReadonlySet<string>) =>
  lookUpStandard(context, asked, knownAt, selected.has('explanation'));
const standardsAnswer = async ({ lookups, knownAt = null }: OfLines & { readonly lookups: PaymentStandardLookup[] }, context: Context) =>
  standardLines(lookups, await lookUpStandards(context, lookups, knownAt));
const linesAnswer = async ({ lines, knownAt = null }: OfLines & { readonly lines: ClaimLineInput[] }, context: Context) =>
  pricedLines(await priceLines(context, lines, knownAt));

@Resolver()
export class StandardLookUpResolver {
  @Extensions({ answer: standardAnswer })
  @Query(
    () => PaymentStandardType,
    maybe(
      'What the fund pays on for a product in an area on a day; null for a product or an area that is not on record.',
      '某产品在某地区某日的医保支付标准;产品或地区未记录时为空。',
    ),
  )
  paymentStandard(
    @Arg('productCode', () => String, always('The code of the product.', '产品代码。')) productCode: string,
    @Arg('areaCode', () => String, always('The code of the area.', '地区代码。')) areaCode: string,
    @Arg('asOf', () => DateScalar, always('The day.', '适用日期。')) asOf: string,
    @Arg('knownAt', () => DateTimeScalar, knownAtWords) knownAt: Date | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return standardAnswer({ productCode, areaCode, asOf, knownAt }, context, selectedNames(info));
  }

  @Extensions({ answer: standardsAnswer })
  @Query(
    () => [PaymentStandardLineType],
    always(
      'What the fund pays on for many products, areas and days, in the order asked, at most 10,000; one that is not on record has its reason.',
      '批量查询医保支付标准,按所问次序作答,至多 10000 项;未记录的各有原因。',
    ),
  )
  paymentStandards(
    @Arg('lookups', () => [PaymentStandardLookup], always('What is looked up.', '查询项。')) lookups: PaymentStandardLookup[],
    @Arg('knownAt', () => DateTimeScalar, knownAtWords) knownAt: Date | null,
    @Ctx() context: Context,
  ) {
    return standardsAnswer({ lookups, knownAt }, context);
  }

  @Extensions({ answer: linesAnswer })
  @Query(
    () => [PricedLineType],
    always(
      'Lines of claims priced and split between fund and patient, in the order asked, at most 10,000; one that cannot be split has its reason.',
      '计算费用明细的基金与患者分担,按所问次序作答,至多 10000 条;不能分担的各有原因。',
    ),
  )
  priceLines(
    @Arg('lines', () => [ClaimLineInput], always('The lines.', '费用明细。')) lines: ClaimLineInput[],
    @Arg('knownAt', () => DateTimeScalar, knownAtWords) knownAt: Date | null,
    @Ctx() context: Context,
  ) {
    return linesAnswer({ lines, knownAt }, context);
  }

  @Query(
    () => CounterfactualType,
    always(
      `What lines of claims would cost if other standards or ratios were on record, beside what they cost; nothing is recorded. Role ${counterfactualRoles.join(' or ')}.`,
      `若支付标准或支付比例有所不同,费用明细的分担及与现行的差额;不作任何录入。角色:${counterfactualRoles.join('、')}。`,
    ),
  )
  counterfactual(
    @Arg('lines', () => [ClaimLineInput], always('The lines, at most 10,000.', '费用明细,至多 10000 条。')) lines: ClaimLineInput[],
    @Arg('instead', () => CounterfactualInput, always('What is taken to be on record instead.', '假设的记载。'))
    instead: CounterfactualInput,
    @Arg('knownAt', () => DateTimeScalar, knownAtWords) knownAt: Date | null,
    @Ctx() context: Context,
  ) {
    return counterfactual(context, lines, instead, knownAt ?? null);
  }
}
