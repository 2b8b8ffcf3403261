import { sql } from 'kysely';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { validate } from 'uuid';
import { localDate, today } from '../kernel/local-date.ts';
import type { Context } from '../platform/graphql/context.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { BadInput } from '../platform/graphql/errors.ts';
import { DateScalar } from '../platform/graphql/scalars.ts';
import { readNodeId } from '../platform/read/node-id.ts';
import type { NegotiatedOutcome } from './negotiated-outcome.entity.ts';
import { RenewalFiguresInput } from './outcome.input.ts';
import { NegotiatedRenewalType } from './outcome.type.ts';
import { renewalOf } from './renew-outcome.ts';
import { outcomeSeen } from './rights.ts';

type Renewed = Pick<NegotiatedOutcome, 'basis' | 'price' | 'priceUnit' | 'inForceTo' | 'continuousFrom'>;

@Resolver()
export class RenewalResolver {
  @Query(
    () => NegotiatedRenewalType,
    maybe(
      'How an outcome would go on by given figures; null for one that is not there, or is not yours to see.',
      '按所给数据测算某结果的续约;无此结果或无权查看时为空。',
    ),
  )
  async negotiatedRenewal(
    @Arg('outcomeId', () => ID, always('The opaque id of the outcome.', '结果的不透明标识。')) outcomeId: string,
    @Arg('figures', () => RenewalFiguresInput, always('Spend and budget.', '支出与预算。')) figures: RenewalFiguresInput,
    @Arg('on', () => DateScalar, maybe('The day by whose rules it is computed; today unless given.', '适用规则之日,默认今日。')) on:
      | string
      | null,
    @Ctx() context: Context,
  ) {
    const node = readNodeId(outcomeId);
    if (node?.type !== 'NegotiatedOutcome' || !validate(node.key)) return null;
    const [outcome] = await context.snapshot.objects<Renewed>(
      'negotiatedRenewal',
      sql<Renewed>`select t.basis, t.price::text as price, t.price_unit as "priceUnit", t.in_force_to::text as "inForceTo",
        t.continuous_from::text as "continuousFrom" from negotiated_outcome t
        where t.id = ${node.key}::uuid and ${outcomeSeen.visible(context.caller) ?? sql`true`}`,
    );
    if (!outcome) return null;
    const renewal = renewalOf(outcome, figures, on ? localDate(on) : today(context.clock));
    if (!renewal.ok) {
      const { message, messageZh } = renewal.refusals[0]!;
      throw new BadInput(message, messageZh);
    }
    return { ...renewal.value, standard: renewal.value.standard?.toString() ?? null };
  }
}
