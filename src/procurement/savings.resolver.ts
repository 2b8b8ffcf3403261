import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Area, AreaType } from '../catalogue/index.ts';
import { parseDecimal } from '../kernel/decimal.ts';
import { count, isCount } from '../kernel/quantity.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import type { Context } from '../platform/graphql/context.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { BadInput } from '../platform/graphql/errors.ts';
import { DecimalScalar } from '../platform/graphql/scalars.ts';
import { committedQuantities } from './committed-quantities.ts';
import type { Lot } from './lot.entity.ts';
import { LotType } from './lot.type.ts';
import { marginSimulation, priceCut, savings } from './policy/index.ts';
import { CommittedQuantityType, MarginCaseInput, MarginSimulationType, PriceCutType, SavingsType } from './savings.type.ts';
import type { SelectedProduct } from './selected-product.entity.ts';
import { SelectedProductType } from './selected-product.type.ts';

@Resolver(() => SelectedProductType)
export class SelectedProductSavingsResolver {
  @FieldResolver(() => PriceCutType, maybe('The cut of the price; null where a price is not on record.', '降幅;价格未记录时为空。'))
  cut(@Root() { priceBefore, winningPrice, priceUnit }: SelectedProduct) {
    return cutOf(priceBefore, winningPrice, priceUnit);
  }

  @FieldResolver(
    () => SavingsType,
    maybe(
      'What the lower price saves on the agreed quantity; null where a figure is not on record.',
      '约定采购量上的节约金额;数据未记录时为空。',
    ),
  )
  savings(
    @Root() { priceBefore, winningPrice, priceUnit, agreedQuantity }: SelectedProduct,
    @Arg(
      'fundRatio',
      () => DecimalScalar,
      maybe('The share that the fund pays, 0 to 1; tells the parts of fund and patients.', '基金支付比例,0 至 1,用于区分基金与患者部分。'),
    )
    fundRatio: string | null,
  ) {
    if (!priceBefore || !winningPrice || !agreedQuantity) return null;
    const answer = savings({
      before: UnitPrice.of(priceBefore, priceUnit),
      winning: UnitPrice.of(winningPrice, priceUnit),
      quantity: count(agreedQuantity),
      fundRatio: shareOf(fundRatio ?? null),
    });
    if (!answer.ok) return null;
    const { total, fund, patients, explanation } = answer.value;
    return { total: total.toString(), fund: fund?.toString() ?? null, patients: patients?.toString() ?? null, explanation };
  }
}

@Resolver(() => LotType)
export class LotSavingsResolver {
  @FieldResolver(
    () => PriceCutType,
    maybe('The average cut in this lot; null where an average is not on record.', '平均降幅;平均价未记录时为空。'),
  )
  averageCut(@Root() { priceBefore, averageWinningPrice, countingUnit }: Lot) {
    return cutOf(priceBefore, averageWinningPrice, countingUnit);
  }
}

function cutOf(before: string | null | undefined, winning: string | null | undefined, unit: string) {
  if (!before || !winning) return null;
  const cut = priceCut(UnitPrice.of(before, unit), UnitPrice.of(winning, unit));
  return cut.ok ? { percent: cut.value.percent, explanation: cut.value.explanation } : null;
}

function shareOf(text: string | null): string | null {
  if (text === null) return null;
  const parsed = parseDecimal(text, { integerDigits: 1, decimals: 6 });
  if (parsed.ok && parsed.value.greaterThanOrEqualTo(0) && parsed.value.lessThanOrEqualTo(1)) return text;
  throw new BadInput('fundRatio: from 0 to 1, at most 6 decimals', 'fundRatio:0 至 1,最多六位小数');
}

@Resolver()
export class SimulationResolver {
  @Query(
    () => MarginSimulationType,
    always('Old margin × old volume against new margin × new volume.', '以量补价测算:原毛利×原销量与新毛利×新销量。'),
  )
  marginSimulation(
    @Arg('before', () => MarginCaseInput, always('Without the round.', '集采前。')) before: MarginCaseInput,
    @Arg('after', () => MarginCaseInput, always('With the round.', '集采后。')) after: MarginCaseInput,
  ) {
    const { before: old, after: now, change, ...rest } = marginSimulation(marginCase('before', before), marginCase('after', after));
    return { ...rest, before: old.toString(), after: now.toString(), change: change.toString() };
  }

  @Query(
    () => [CommittedQuantityType],
    always(
      'What is committed of a product by pooling area: an enterprise asks for its own products. Roles ENTERPRISE, EXPERT, APPROVER, AUDITOR.',
      '某产品分统筹区的约定采购量:企业仅可查询本企业产品。角色:ENTERPRISE、EXPERT、APPROVER、AUDITOR。',
    ),
  )
  committedQuantities(
    @Arg('productCode', () => String, always('The code of the product.', '产品代码。')) productCode: string,
    @Arg('agreementYear', () => Int, always('The agreement year.', '协议年度。')) agreementYear: number,
    @Ctx() context: Context,
  ) {
    return committedQuantities(context, productCode, agreementYear);
  }
}

function marginCase(side: string, { price, cost, volume }: MarginCaseInput) {
  const good = [price, cost].every((text) => parseDecimal(text, { integerDigits: 14, decimals: 4 }).ok && !text.startsWith('-'));
  if (!good || !isCount(volume)) {
    throw new BadInput(
      `${side}: price and cost of at most 4 decimals and a volume, none below 0`,
      `${side}:价格与成本最多四位小数,销量为整数,均不得小于 0`,
    );
  }
  return { price: UnitPrice.of(price, 'unit'), cost: UnitPrice.of(cost, 'unit'), volume };
}

@Resolver(() => CommittedQuantityType)
export class CommittedQuantityResolver {
  @FieldResolver(() => AreaType, always('The pooling area.', '统筹区。'))
  area(@Root() row: CommittedQuantityType, @Ctx() context: Context) {
    return context.load(Area, row.areaCode);
  }
}
