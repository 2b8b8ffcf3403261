import type { EntityManager } from '@mikro-orm/postgresql';
import type { Explanation } from '../kernel/explanation.ts';
import { localDate } from '../kernel/local-date.ts';
import type { Confidence } from '../platform/database/base-columns.ts';
import { sendOn } from '../platform/database/send.ts';
import { arrayLiteral } from '../platform/read/statement.ts';
import type { OneClaim, StandardValue } from './claim.ts';
import { explainStretch, type Stretch } from './policy/index.ts';

interface ScheduleRow {
  readonly area: string;
  readonly productId: string;
  readonly id: string;
  readonly basis: 'LOCAL_CAP' | 'NON_SELECTED_DRUG';
  readonly startsOn: string;
  readonly startAmount: string;
  readonly priceUnit: string;
  readonly explanation: Explanation;
  readonly provenance: string;
  readonly confidence: Confidence;
  /** As the mapper’s connection gives moments: a text. */
  readonly recordedAt: string;
  readonly isOwn: boolean;
}

/** The schedule that counts for each area, product and round: the area's own, else that of the province above it. */
const counting = `
  select area, product_id as "productId", id, basis, starts_on::text as "startsOn", start_amount::text as "startAmount", price_unit as "priceUnit",
    explanation, provenance, confidence, recorded_at as "recordedAt", area_code = area as "isOwn"
  from (
    select distinct on (a.code, c.product_id, c.round_id) a.code as area, c.*
    from area a join convergence_schedule c on c.area_code in (a.code, a.parent_code)
    where a.code = any ($1::text[]) and c.product_id = any ($2::uuid[])
    order by a.code, c.product_id, c.round_id, (c.area_code = a.code) desc, c.recorded_at desc, c.id desc) c
  order by area, product_id, id`;

interface StepRow {
  readonly scheduleId: string;
  readonly effectiveFrom: string;
  readonly amount: string;
}

const stepsInOrder = `
  select schedule_id as "scheduleId", effective_from::text as "effectiveFrom", amount::text as amount from convergence_step
  where schedule_id = any ($1::uuid[]) order by schedule_id, effective_from`;

/** The claims of what localities set for products that were not selected: a stretch for each amount, the last one open. */
export async function scheduleClaims(em: EntityManager, areas: readonly string[], productIds: readonly string[]): Promise<OneClaim[]> {
  const schedules = await sendOn(em)<ScheduleRow>(counting, [arrayLiteral(areas), arrayLiteral(productIds)]);
  if (schedules.length === 0) return [];
  const rows = await sendOn(em)<StepRow>(stepsInOrder, [arrayLiteral([...new Set(schedules.map(({ id }) => id))])]);
  const stepsOf = Map.groupBy(rows, ({ scheduleId }) => scheduleId);
  return schedules.map((schedule) => ({
    area: schedule.area,
    productId: schedule.productId,
    isOwn: schedule.isOwn,
    claim: {
      basis: schedule.basis,
      recordedAt: new Date(schedule.recordedAt),
      stretches: stretchesOf(schedule, stepsOf.get(schedule.id) ?? []),
    },
  }));
}

function stretchesOf(schedule: ScheduleRow, steps: readonly StepRow[]): Stretch<StandardValue>[] {
  const { id, basis, startsOn, startAmount, priceUnit, explanation, provenance, confidence } = schedule;
  const amounts = [{ effectiveFrom: startsOn, amount: startAmount }, ...steps];
  return amounts.map(({ effectiveFrom, amount }, at) => {
    const next = amounts[at + 1]?.effectiveFrom;
    const value: StandardValue = {
      basis,
      claimId: id,
      amount,
      priceUnit,
      inScope: true,
      explanation: explainStretch(explanation, at, effectiveFrom),
      provenance,
      confidence,
    };
    return { from: localDate(effectiveFrom), to: next === undefined ? null : localDate(next), value };
  });
}
