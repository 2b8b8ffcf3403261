import type { EntityManager } from '@mikro-orm/postgresql';
import { fact } from '../kernel/fact.ts';
import { localDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import type { RecordGroupPaymentInput, SetFirstYearReadingInput } from './disease-group.input.ts';
import { FirstYearReading, GroupPayment } from './group-payment.entity.ts';
import { methodOn, ownArea } from './own-groups.ts';
import { paysByGroup } from './policy/index.ts';

/** Records how the caller's pooling area pays from a day on; a later day's method replaces it then (S1-25). */
export async function recordGroupPayment(
  context: Context,
  em: EntityManager,
  { method, effectiveFrom, source }: RecordGroupPaymentInput,
): Promise<Verdict<GroupPayment>> {
  const area = await ownArea(context, em);
  const refusals = textRefusals({ source });
  if (!area.ok) return refused([...refusals, ...area.refusals]);
  const earlier = await em.findOne(GroupPayment, { area: area.value, effectiveFrom });
  if (earlier) refusals.push(alreadySet(area.value.code, effectiveFrom, earlier.method));
  return verdict(refusals, () => em.create(GroupPayment, { ...recordedRow(context), area: area.value, method, effectiveFrom, source }));
}

/** Records how the caller's pooling area reads the text about the first year from a day on (T4). */
export async function setFirstYearReading(
  context: Context,
  em: EntityManager,
  { reading, effectiveFrom, source }: SetFirstYearReadingInput,
): Promise<Verdict<FirstYearReading>> {
  const area = await ownArea(context, em);
  const refusals = textRefusals({ source });
  if (!area.ok) return refused([...refusals, ...area.refusals]);
  const on = localDate(effectiveFrom);
  const method = await methodOn(em, area.value, on);
  refusals.push(...paysByGroup({ area: area.value.code, field: 'effectiveFrom', on, method }));
  const earlier = await em.findOne(FirstYearReading, { area: area.value, effectiveFrom });
  if (earlier) refusals.push(alreadySet(area.value.code, effectiveFrom, earlier.reading));
  return verdict(refusals, () =>
    em.create(FirstYearReading, { ...recordedRow(context), area: area.value, reading, effectiveFrom, source }),
  );
}

function alreadySet(area: string, effectiveFrom: string, value: string): Refusal {
  return {
    code: 'ALREADY_SET',
    field: 'effectiveFrom',
    message: `Pooling area ${area} has ${value} from ${effectiveFrom} on record already.`,
    messageZh: `统筹区 ${area} 已有自 ${effectiveFrom} 起的记录(${value})。`,
    rule: null,
    facts: [fact('area', area), fact('effectiveFrom', effectiveFrom), fact('value', value)],
  };
}
