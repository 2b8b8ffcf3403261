import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { AreaType } from '../catalogue/index.ts';
import { parseDecimal } from '../kernel/decimal.ts';
import { isCount, MalformedQuantity } from '../kernel/quantity.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import type { Context } from '../platform/graphql/context.ts';
import { always } from '../platform/graphql/describe.ts';
import { BadInput } from '../platform/graphql/errors.ts';
import { one, pointers } from '../platform/graphql/reads.ts';
import { committedQuantities } from './committed-quantities.ts';
import { marginSimulation } from './policy/index.ts';
import { CommittedQuantityType, MarginCaseInput, MarginSimulationType } from './savings.type.ts';

pointers(CommittedQuantityType, { area: one(() => AreaType, 'areaCode', always('The pooling area.', '统筹区。')) });

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
    const sides = [marginCase('before', before), marginCase('after', after)] as const;
    const { before: old, after: now, change, ...rest } = withinRange(() => marginSimulation(...sides));
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

/** Figures that are well formed each can lead together to one that no column holds. */
function withinRange<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof MalformedQuantity)) throw error;
    throw new BadInput('before, after: together they lead to a figure beyond exact ones', 'before、after:计算结果超出可精确表示的范围');
  }
}
