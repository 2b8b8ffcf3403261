import { sql } from 'kysely';
import { localDate, today, type LocalDate } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';
import { Ratio } from '../kernel/ratio.ts';
import type { Context } from '../platform/graphql/context.ts';
import { BadInput } from '../platform/graphql/errors.ts';
import {
  explainPrepaymentMinimum,
  missingPrepayment,
  prepaymentBalance,
  prepaymentRatio,
  requiredPrepayment,
  type PrepaymentRatioInForce,
} from './policy/index.ts';
import { inAmounts, institutionYear, type InstitutionYearRow } from './prepayment-figures.ts';
import { prepaymentRoles, prepaymentSeen } from './prepayment-rights.ts';
import type { PrepaymentStatus, PrepaymentType } from './prepayment.type.ts';

/** The movements of the prepayment by the day, summed. */
const movedByDay = `
  select p.id::text as "prepaymentId", coalesce(s.paid, 0)::text as paid, coalesce(s."offset", 0)::text as "offset",
    coalesce(s.returned, 0)::text as returned, coalesce(s.carried, 0)::text as carried
  from given left join prepayment p on p.area_code = given.area_code and p.institution_id = given.institution_id and p.agreement_year = given.agreement_year
    left join (
      select m.area_code, m.prepayment_id, sum(m.amount) filter (where m.to_account = 'ADVANCE') as paid,
        sum(m.amount) filter (where m.kind = 'OFFSET') as "offset", sum(m.amount) filter (where m.kind = 'RETURNED') as returned,
        sum(m.amount) filter (where m.kind = 'CARRIED_OVER') as carried
      from given join prepayment o on o.area_code = given.area_code and o.institution_id = given.institution_id and o.agreement_year = given.agreement_year
        join prepayment_movement m on m.area_code = o.area_code and m.prepayment_id = o.id and m.occurred_on <= given.as_of
      group by m.area_code, m.prepayment_id) s on s.area_code = p.area_code and s.prepayment_id = p.id`;

interface Standing extends InstitutionYearRow {
  readonly institutionId: string;
  readonly prepaymentId: string | null;
  readonly paid: string;
  readonly offset: string;
  readonly returned: string;
  readonly carried: string;
}

/** What an institution is told or has to be told of its prepayment on a day: how it stands by what was paid and is to be. */
function statusOf({ paid, missing, isClosed }: { paid: Money; missing: Money; isClosed: boolean }): PrepaymentStatus {
  const nothing = Money.of('0');
  if (isClosed) return 'CLOSED';
  if (missing.compare(nothing) === 0) return 'SUFFICIENT';
  return paid.compare(nothing) === 0 ? 'NONE' : 'BELOW_MINIMUM';
}

/**
 * The ratio by which a day is judged.
 * @throws BadInput for a day before the first document
 */
export function ratioOn(asOf: LocalDate, own: PrepaymentRatioInForce | null): PrepaymentRatioInForce {
  const ratio = prepaymentRatio(asOf, own);
  if (ratio.ok) return ratio.value;
  const { message, messageZh } = ratio.refusals[0]!;
  throw new BadInput(`asOf: ${message}`, `asOf:${messageZh}`);
}

/** The day that a question is about: today unless given. */
export const dayAsked = (context: Context, asOf: string | null): LocalDate => (asOf === null ? today(context.clock) : localDate(asOf));

/**
 * How the prepayment of an institution stands on a day, also before anything was prepaid. Null where the institution has
 * no agreement of the year by then, or is none that the caller is told of.
 * @throws BadInput for a day before the first document, and for sums that no amount holds
 */
export async function prepaymentOn(
  context: Context,
  institutionCode: string,
  agreementYear: number,
  asOfGiven: string | null,
): Promise<Omit<PrepaymentType, 'institution' | 'entries'> | null> {
  // An enterprise sees agreements of its own, and would be told a prepayment of those alone, which is nobody's.
  if (!prepaymentRoles.some((role) => role === context.caller.role)) return null;
  const asOf = dayAsked(context, asOfGiven);
  const seen = prepaymentSeen.visible(context.caller) ?? sql`true`;
  const [row] = await context.snapshot.objects<Standing>(
    'prepayment',
    sql<Standing>`
    with given as (
      select ${asOf}::date as as_of, ${agreementYear}::int as agreement_year, t.institution_id, t.area_code
      from (select i.id as institution_id, i.area_code from institution i where i.code = ${institutionCode}) t where ${seen})
    select given.institution_id as "institutionId", y.*, m.*
    from given cross join (${sql.raw(institutionYear)}) y cross join (${sql.raw(movedByDay)}) m`,
  );
  if (!row || row.agreements === 0) return null;
  const year = inAmounts(row);
  if (!year) throw new BadInput('agreementYear: a sum is larger than any amount', 'agreementYear:合计金额超出可记录范围');
  const sums = { paid: Money.of(row.paid), offset: Money.of(row.offset), returned: Money.of(row.returned), carried: Money.of(row.carried) };
  const { agreed, purchased } = year;
  const ratio = ratioOn(asOf, year.ownRatio);
  const required = requiredPrepayment(agreed, ratio.percent);
  const missing = missingPrepayment(required, sums.paid);
  const isClosed = sums.returned.plus(sums.carried).compare(Money.of('0')) > 0;
  return {
    institutionId: row.institutionId,
    prepaymentId: row.prepaymentId,
    agreementYear,
    asOf,
    agreedAmount: agreed.toString(),
    minimumRatio: Ratio.percent(ratio.percent).toFixed(4, 'HALF_UP'),
    requiredMinimum: required.toString(),
    paidAmount: sums.paid.toString(),
    missingAmount: missing.toString(),
    purchasedAmount: purchased.toString(),
    offsetAmount: sums.offset.toString(),
    returnedAmount: sums.returned.toString(),
    carriedAmount: sums.carried.toString(),
    balance: prepaymentBalance(sums).toString(),
    status: statusOf({ paid: sums.paid, missing, isClosed }),
    explanation: explainPrepaymentMinimum({ agreed, ratio, prepaid: sums.paid }),
  };
}
