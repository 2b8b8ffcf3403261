import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Area } from '../catalogue/index.ts';
import { localDate, type LocalDate } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { DiseaseGroup, GroupConcern, GroupStandard } from './disease-group.entity.ts';
import { FirstYearReading, GroupPayment } from './group-payment.entity.ts';
import type { ConcernedSince, PaymentMethod, Reading, StandardFrom } from './policy/index.ts';

/** The pooling area of the agency that acts; no field of the input, since it is the caller's. */
export async function ownArea({ caller }: Context, em: EntityManager): Promise<Verdict<Area>> {
  const code = caller.area ?? '';
  const area = await em.findOne(Area, { code });
  return area ? accepted(area) : refused([{ ...unknownCode('', 'pooling area', '统筹区', code), field: null }]);
}

/**
 * A group of the caller's pooling area, held until the transaction ends: what is judged by its standards and rounds is
 * judged by all of them.
 */
export async function holdGroup(em: EntityManager, area: Area, code: string): Promise<Verdict<DiseaseGroup>> {
  const group = await em.findOne(DiseaseGroup, { area, code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return group ? accepted(group) : refused([unknownCode('groupCode', 'disease group', '病组', code)]);
}

/** How an area pays on a day. */
export async function methodOn(em: EntityManager, area: Area, on: LocalDate): Promise<PaymentMethod | null> {
  const row = await em.findOne(GroupPayment, { area, effectiveFrom: { $lte: on } }, { orderBy: { effectiveFrom: 'desc' } });
  return row?.method ?? null;
}

/** How an area reads the text about the first year on a day; null where it says nothing. */
export async function readingOn(em: EntityManager, area: Area, on: LocalDate): Promise<Reading | null> {
  const row = await em.findOne(FirstYearReading, { area, effectiveFrom: { $lte: on } }, { orderBy: { effectiveFrom: 'desc' } });
  return row?.reading ?? null;
}

/** The standards of a group, in the order of their days. */
export async function standardsOf(em: EntityManager, { area, id }: DiseaseGroup): Promise<StandardFrom[]> {
  const rows = await em.find(GroupStandard, { areaCode: area.code, groupId: id }, { orderBy: { effectiveFrom: 'asc' } });
  return rows.map(({ effectiveFrom, amount }) => ({ from: localDate(effectiveFrom), amount: Money.of(amount) }));
}

/** A round that concerns a group, as it is on record. */
interface ConcernOnRecord extends ConcernedSince {
  readonly of: GroupConcern['round'];
}

/** The rounds that concern a group. */
export async function concernsOf(em: EntityManager, { area, id }: DiseaseGroup): Promise<ConcernOnRecord[]> {
  const rows = await em.find(GroupConcern, { areaCode: area.code, groupId: id }, { populate: ['round'], orderBy: { startsOn: 'asc' } });
  return rows.map(({ round, startsOn }) => ({ of: round, round: round.getEntity().code, start: localDate(startsOn) }));
}
