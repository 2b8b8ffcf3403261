import type { EntityManager } from '@mikro-orm/postgresql';
import type { Area } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { localDate, today, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { codeTaken, unknownCode } from '../kernel/unknown-code.ts';
import { refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { requireStatus, Round } from '../procurement/index.ts';
import { DiseaseGroup, GroupConcern } from './disease-group.entity.ts';
import type { ConcernDiseaseGroupInput, RecordDiseaseGroupInput } from './disease-group.input.ts';
import { concernsOf, holdGroup, methodOn, ownArea, readingOn, standardsOf } from './own-groups.ts';
import { firstYearFloor, paysByGroup, startOfConcern, type ConcernedSince } from './policy/index.ts';

/** Records a group of the caller's pooling area, which pays by group. */
export async function recordDiseaseGroup(
  context: Context,
  em: EntityManager,
  { code, name }: RecordDiseaseGroupInput,
): Promise<Verdict<DiseaseGroup>> {
  const area = await ownArea(context, em);
  const refusals = textRefusals({ code, name });
  if (!area.ok) return refused([...refusals, ...area.refusals]);
  const on = today(context.clock);
  refusals.push(...paysByGroup({ area: area.value.code, field: 'code', on, method: await methodOn(em, area.value, on) }));
  if (await em.findOne(DiseaseGroup, { area: area.value, code })) refusals.push(codeTaken('code', 'disease group', '病组', code));
  return verdict(refusals, () => em.create(DiseaseGroup, { ...recordedRow(context), area: area.value, code, name }));
}

/**
 * Records that a round concerns a group, since the day on which the area's result takes effect: from then on its standard
 * is judged by the first year (S1-26), those that are on record already among them.
 */
export async function concernDiseaseGroup(
  context: Context,
  em: EntityManager,
  input: ConcernDiseaseGroupInput,
): Promise<Verdict<GroupConcern>> {
  const { groupCode, roundCode, source } = input;
  const start = localDate(input.startsOn);
  const refusals = [...textRefusals({ source }), ...startOfConcern(start)];
  const area = await ownArea(context, em);
  if (!area.ok) return refused([...refusals, ...area.refusals]);
  const round = await em.findOne(Round, { code: roundCode });
  if (!round) refusals.push(unknownCode('roundCode', 'round', '批次', roundCode));
  else {
    const status = requireStatus(round, ['FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED']);
    refusals.push(...status.map((each) => ({ ...each, field: 'roundCode' })), ...(await startDiffers(em, area.value, round, start)));
  }
  const group = await holdGroup(em, area.value, groupCode);
  if (!group.ok) refusals.push(...group.refusals);
  if (!round || !group.ok || refusals.length > 0) return refused(refusals);
  const concerns = await concernsOf(em, group.value);
  if (concerns.some((each) => each.round === roundCode)) return refused([alreadyConcerned(groupCode, roundCode)]);
  refusals.push(...(await loweredAlready(em, area.value, group.value, { round: roundCode, start })));
  return verdict(refusals, () =>
    em.create(GroupConcern, {
      ...recordedRow(context),
      areaCode: area.value.code,
      groupId: group.value.id,
      round,
      category: round.category,
      startsOn: start,
      source,
    }),
  );
}

/** A round takes effect in an area on one day, for whatever group. */
async function startDiffers(em: EntityManager, area: Area, round: Round, start: LocalDate): Promise<Refusal[]> {
  const other = await em.findOne(GroupConcern, { areaCode: area.code, round });
  if (!other || other.startsOn === start) return [];
  return [
    {
      code: 'START_DIFFERS',
      field: 'startsOn',
      message: `Round ${round.code} takes effect in ${area.code} on ${other.startsOn}, as another group has it, not on ${start}.`,
      messageZh: `批次 ${round.code} 在统筹区 ${area.code} 的执行日期已记录为 ${other.startsOn},而不是 ${start}。`,
      rule: null,
      facts: [fact('round', round.code), fact('startOnRecord', other.startsOn), fact('start', start)],
    },
  ];
}

/** Standards on record that the first year of the round would not have let be. */
async function loweredAlready(em: EntityManager, area: Area, group: DiseaseGroup, concern: ConcernedSince): Promise<Refusal[]> {
  const standards = await standardsOf(em, group);
  const refusals: Refusal[] = [];
  for (const judged of standards) {
    const own = await readingOn(em, area, judged.from);
    const verdictOf = firstYearFloor({
      group: group.code,
      judged,
      standards: standards.filter((each) => each !== judged),
      concerns: [concern],
      own,
    });
    if (!verdictOf.ok) refusals.push(...verdictOf.refusals.map((each) => ({ ...each, field: 'startsOn' })));
  }
  return refusals;
}

function alreadyConcerned(group: string, round: string): Refusal {
  return {
    code: 'ALREADY_CONCERNED',
    field: 'roundCode',
    message: `Group ${group} is concerned by round ${round} already.`,
    messageZh: `病组 ${group} 已关联批次 ${round}。`,
    rule: null,
    facts: [fact('group', group), fact('round', round)],
  };
}
