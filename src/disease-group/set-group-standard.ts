import type { EntityManager } from '@mikro-orm/postgresql';
import { parseDecimal } from '../kernel/decimal.ts';
import { fact } from '../kernel/fact.ts';
import { localDate } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { GroupStandard } from './disease-group.entity.ts';
import type { SetGroupStandardInput } from './disease-group.input.ts';
import { concernsOf, holdGroup, methodOn, ownArea, readingOn, standardsOf } from './own-groups.ts';
import { firstYearFloor, floorFor, loweredByRule, paysByGroup, type StandardFrom } from './policy/index.ts';

/**
 * Records the payment standard of a group of the caller's pooling area from a day on: in the order of the days, not below
 * what stood before in the first year of a round that concerns it (S1-26), and lowered by a rule only (S1-27).
 */
export async function setGroupStandard(context: Context, em: EntityManager, input: SetGroupStandardInput): Promise<Verdict<GroupStandard>> {
  const { groupCode, source, ruleReference = null } = input;
  const from = localDate(input.effectiveFrom);
  const malformed = amountField(input.amount);
  const refusals = [...textRefusals({ ruleReference, source }), ...malformed];
  const area = await ownArea(context, em);
  if (!area.ok) return refused([...refusals, ...area.refusals]);
  const method = await methodOn(em, area.value, from);
  refusals.push(...paysByGroup({ area: area.value.code, field: 'effectiveFrom', on: from, method }));
  const group = await holdGroup(em, area.value, groupCode);
  if (!group.ok) refusals.push(...group.refusals);
  if (!group.ok || malformed.length > 0) return refused(refusals);
  const standards = await standardsOf(em, group.value);
  const concerns = await concernsOf(em, group.value);
  const last = standards.at(-1) ?? null;
  if (last && from <= last.from) refusals.push(notAfterPrevious(from, last));
  const judged = { from, amount: Money.of(input.amount) };
  const own = await readingOn(em, area.value, from);
  const floor = firstYearFloor({ group: groupCode, judged, standards, concerns, own });
  if (!floor.ok) refusals.push(...floor.refusals);
  refusals.push(...loweredByRule({ group: groupCode, ...judged, before: last?.amount ?? null, concerns, ruleReference }));
  const beside = floorFor(judged, standards, concerns);
  return verdict(refusals, () =>
    em.create(GroupStandard, {
      ...recordedRow(context),
      areaCode: area.value.code,
      groupId: group.value.id,
      effectiveFrom: from,
      amount: judged.amount.toString(),
      ruleReference,
      source,
      round: concerns.find(({ round }) => round === beside?.round)?.of ?? null,
      startsOn: beside?.start ?? null,
      standardBefore: beside?.before.toString() ?? null,
    }),
  );
}

/** Refusals of a standard: yuan above 0, at most 16 digits before the point and 2 after. */
function amountField(text: string): Refusal[] {
  const parsed = parseDecimal(text, { integerDigits: 16, decimals: 2 });
  if (parsed.ok && parsed.value.greaterThan(0)) return [];
  return [
    {
      code: 'MALFORMED_AMOUNT',
      field: 'amount',
      message: 'amount must be above 0, with at most 2 decimals.',
      messageZh: 'amount 须大于 0,最多两位小数。',
      rule: null,
      facts: [fact('amount', text)],
    },
  ];
}

function notAfterPrevious(from: string, last: StandardFrom): Refusal {
  return {
    code: 'STANDARD_SET_SINCE',
    field: 'effectiveFrom',
    message: `A standard of ${last.amount} yuan holds from ${last.from}; one from ${from} does not come after it.`,
    messageZh: `已有自 ${last.from} 起的支付标准${last.amount}元,自 ${from} 起的标准须晚于该日。`,
    rule: null,
    facts: [fact('effectiveFrom', from), fact('lastFrom', last.from), fact('lastStandard', last.amount.toString(), 'yuan')],
  };
}
