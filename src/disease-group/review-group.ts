import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fact } from '../kernel/fact.ts';
import { localDate, today } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { BadInput, Forbidden } from '../platform/graphql/errors.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { dateInFuture, Round } from '../procurement/index.ts';
import { GroupConcern, GroupReview } from './disease-group.entity.ts';
import type { RecordGroupReviewInput } from './disease-group.input.ts';
import type { DueGroupReviewType } from './disease-group.type.ts';
import { holdGroup, ownArea } from './own-groups.ts';
import { nextReview, reviewDay, reviewsDueBy } from './policy/index.ts';
import { reviewRoles, reviewSeen } from './rights.ts';

/** Records that the next review of a concerned group was done, on or after the day on which it was due (S1-27). */
export async function recordGroupReview(context: Context, em: EntityManager, input: RecordGroupReviewInput): Promise<Verdict<GroupReview>> {
  const { groupCode, roundCode, outcome, ruleReference } = input;
  const now = today(context.clock);
  const on = input.reviewedOn ? localDate(input.reviewedOn) : now;
  const refusals = [...textRefusals({ ruleReference }), ...dateInFuture('reviewedOn', on, now)];
  const area = await ownArea(context, em);
  if (!area.ok) return refused([...refusals, ...area.refusals]);
  const round = await em.findOne(Round, { code: roundCode });
  if (!round) refusals.push(unknownCode('roundCode', 'round', '批次', roundCode));
  const group = await holdGroup(em, area.value, groupCode);
  if (!group.ok) refusals.push(...group.refusals);
  if (!round || !group.ok) return refused(refusals);
  const concern = await em.findOne(GroupConcern, { areaCode: area.value.code, groupId: group.value.id, round });
  if (!concern) return refused([...refusals, notConcerned(groupCode, roundCode)]);
  const recorded = await em.count(GroupReview, { areaCode: area.value.code, concernId: concern.id });
  const start = localDate(concern.startsOn);
  refusals.push(...reviewDay({ group: groupCode, start, recorded, on }));
  return verdict(refusals, () =>
    em.create(GroupReview, {
      ...recordedRow(context),
      areaCode: area.value.code,
      concernId: concern.id,
      groupId: group.value.id,
      dueOn: nextReview(start, recorded, on)!,
      reviewedOn: on,
      outcome,
      ruleReference,
    }),
  );
}

/** More groups are a table to download, not an answer to look at. */
const mostDue = 5000;

interface ConcernRow {
  readonly areaCode: string;
  readonly groupId: string;
  readonly roundId: string;
  readonly startsOn: string;
  readonly recorded: number;
}

/**
 * The reviews that were due on a day and not recorded by then, of the areas whose reviews the caller sees, those due for
 * longest first.
 * @throws Forbidden for who is told nothing of reviews; BadInput for more than an answer holds
 */
export async function dueGroupReviews(context: Context, asOfGiven: string | null, areaCode: string | null): Promise<DueGroupReviewType[]> {
  if (!reviewRoles.some((role) => role === context.caller.role)) throw new Forbidden(reviewRoles);
  const asOf = asOfGiven === null ? today(context.clock) : localDate(asOfGiven);
  const ofArea = areaCode === null ? sql`true` : sql`t.area_code = ${areaCode}`;
  const rows = await context.snapshot.objects<ConcernRow>(
    'dueGroupReviews',
    sql<ConcernRow>`
    select t.area_code as "areaCode", t.group_id as "groupId", t.round_id as "roundId", t.starts_on::text as "startsOn",
      coalesce(r.recorded, 0)::int as recorded
    from group_concern t left join (
      select v.area_code, v.concern_id, count(*) as recorded from group_review v where v.reviewed_on <= ${asOf}::date group by 1, 2) r
      on r.area_code = t.area_code and r.concern_id = t.id
    where t.starts_on <= ${asOf}::date and ${ofArea} and ${reviewSeen.visible(context.caller) ?? sql`true`}`,
  );
  const due = rows.flatMap(({ recorded, ...row }) => {
    const days = reviewsDueBy(localDate(row.startsOn), asOf).slice(recorded);
    return days.length === 0 ? [] : [{ ...row, dueOn: days[0]!, dueCount: days.length }];
  });
  if (due.length > mostDue)
    throw new BadInput(`more than ${mostDue} reviews are due; name an area`, `到期评估超过 ${mostDue} 项;请指定统筹区`);
  const order = ({ dueOn, areaCode: area, groupId, roundId }: DueGroupReviewType) => `${dueOn} ${area} ${groupId} ${roundId}`;
  return due.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

function notConcerned(group: string, round: string): Refusal {
  return {
    code: 'NOT_CONCERNED',
    field: 'roundCode',
    message: `Group ${group} is not concerned by round ${round}.`,
    messageZh: `病组 ${group} 未关联批次 ${round}。`,
    rule: null,
    facts: [fact('group', group), fact('round', round)],
  };
}
