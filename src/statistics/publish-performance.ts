import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { localDate, today } from '../kernel/local-date.ts';
import { refused, accepted, type Verdict } from '../kernel/verdict.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow, type RecordingContext } from '../platform/journal/recorded-row.ts';
import { dateInFuture, smallCell } from '../procurement/index.ts';
import { rowsOf, type Block } from './blocks.ts';
import { completionBlocks } from './completion-blocks.ts';
import { paymentBlocks } from './payment-blocks.ts';
import { performanceLines, type Reach } from './performance-lines.ts';
import { PerformanceBulletin } from './performance-bulletin.entity.ts';
import type { PublishPerformanceInput } from './performance-bulletin.type.ts';
import { bulletinDay, derivableBlocks, toldBlock, type SuppressionReason } from './policy/index.ts';
import { prepaymentBlocks } from './prepayment-blocks.ts';
import { prepaidLines } from './lines.ts';
import { PublishedAreaPayment, PublishedAreaPrepayment, PublishedCompletion } from './published-figures.entity.ts';
import { areaBlock, productBlock, sharedGoods } from './shared-goods.ts';

/**
 * Publishes what everybody is told of deliveries, payments and prepayments as of a month's end: each block of two fixed
 * partitions, pooling areas and selected products, once, without those by which few would be told of. What is out stays.
 */
export async function publishPerformance(
  context: RecordingContext,
  em: EntityManager,
  input: Omit<PublishPerformanceInput, 'idempotencyKey'>,
): Promise<Verdict<PerformanceBulletin>> {
  const { reason } = input;
  const asOf = localDate(input.asOf);
  // Two bulletins at once would not know of each other, nor what their difference tells.
  await rowsOf(em, sql`select pg_advisory_xact_lock(hashtext('accord bulletin'))`);
  const [{ latest }] = (await rowsOf(em, sql<{ latest: string | null }>`select max(as_of)::text as latest from performance_bulletin`)) as [
    { latest: string | null },
  ];
  const judged = bulletinDay({ asOf, latest: latest === null ? null : localDate(latest) });
  const refusals = [
    ...textRefusals({ reason }),
    ...dateInFuture('asOf', asOf, today(context.clock)),
    ...(judged.ok ? [] : judged.refusals),
  ];
  if (refusals.length > 0) return refused(refusals);
  const reach = { asOf, today: today(context.clock) };
  const bulletin = em.create(PerformanceBulletin, { ...recordedRow(context), asOf, reason, dataThrough: await dataThrough(em, reach) });
  await publishBlocks(context, em, bulletin, reach);
  return accepted(bulletin);
}

async function publishBlocks(context: RecordingContext, em: EntityManager, bulletin: PerformanceBulletin, reach: Reach): Promise<void> {
  const { asOf } = reach;
  const payments = await paymentBlocks(em, asOf);
  const prepayments = await prepaymentBlocks(em, asOf);
  const completions = await completionBlocks(em, reach);
  const blocks = [...payments, ...prepayments, ...completions];
  if (blocks.length > 0 && blocks.every(({ synthetic }) => synthetic)) bulletin.confidence = 'SYNTHETIC';
  const suppressed = new Map<Block<object>, SuppressionReason>();
  for (const block of blocks) {
    const found = toldBlock({ ...block, isTold: (contributors) => smallCell({ on: asOf, contributors }).isTold });
    if (found) suppressed.set(block, found);
  }
  const named = new Map<string, Block<object>>([
    ...payments.map((each) => [areaBlock(each.areaCode, each.synthetic), each] as const),
    ...completions.map((each) => [productBlock(each.selectedProductId, each.agreementYear, each.synthetic), each] as const),
  ]);
  const { minimum } = smallCell({ on: asOf, contributors: {} });
  const told = new Set([...named].filter(([, block]) => !suppressed.has(block)).map(([name]) => name));
  const parts = await sharedGoods(em, asOf, told);
  for (const name of derivableBlocks({ parts, told, minimum })) suppressed.set(named.get(name)!, 'DERIVABLE');
  const row = <F extends object>(block: Block<F>) => {
    const reason = suppressed.get(block) ?? null;
    const figures = Object.fromEntries(Object.entries(block.figures).map(([name, figure]) => [name, reason === null ? figure : null]));
    const { provenance, recordedAt } = recordedRow(context);
    const confidence = block.synthetic ? ('SYNTHETIC' as const) : ('HIGH' as const);
    return {
      id: uuidv7(),
      bulletin,
      asOf,
      dataThrough: bulletin.dataThrough ?? null,
      synthetic: block.synthetic,
      suppressed: reason,
      ...(figures as { [N in keyof F]: F[N] | null }),
      provenance,
      confidence,
      recordedAt,
    };
  };
  for (const block of payments) em.create(PublishedAreaPayment, { ...row(block), area: block.areaCode });
  for (const block of prepayments)
    em.create(PublishedAreaPrepayment, { ...row(block), area: block.areaCode, agreementYear: block.agreementYear });
  for (const block of completions) {
    const { selectedProductId, roundCode, productCode, agreementYear, agreedQuantity, periodFrom, periodTo } = block;
    em.create(PublishedCompletion, {
      ...row(block),
      selectedProduct: selectedProductId,
      roundCode,
      productCode,
      agreementYear,
      agreedQuantity,
      periodFrom,
      periodTo,
    });
  }
}

/** When the latest of what is summed was recorded; null where nothing is. */
async function dataThrough(em: EntityManager, reach: Reach): Promise<Date | null> {
  const lines = sql`(select last_recorded_at from (${performanceLines(reach)}) p
    union all select last_recorded_at from ${prepaidLines(reach.asOf).relation} f) l`;
  const [found] = await rowsOf(
    em,
    sql<{
      at: string | null;
    }>`select to_char(max(l.last_recorded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from ${lines}`,
  );
  return found?.at ? new Date(found.at) : null;
}
