import { sql } from 'kysely';
import { Ratio } from '../kernel/ratio.ts';
import type { Context } from '../platform/graphql/context.ts';
import { BadInput, Forbidden } from '../platform/graphql/errors.ts';
import type { PrepaymentMonitorType, PrepaymentShortAreaType, PrepaymentShortInstitutionType } from './prepayment-monitor.type.ts';
import { prepaymentRoles, prepaymentSeen } from './prepayment-rights.ts';
import { dayAsked } from './prepayment-status.ts';
import { prepaymentsAsOf } from './prepayments-as-of.ts';

/** More rows than this are a table to download, not an answer to look at. */
const largestPage = 200;

/** What is asked of the monitor: an agreement year, a day, an area, and which page of institutions. */
export interface MonitorAsked {
  readonly agreementYear: number;
  readonly asOf: string | null;
  readonly areaCode: string | null;
  readonly first: number;
  readonly after: string | null;
}

type ShortInstitution = Omit<PrepaymentShortInstitutionType, 'minimumRatio'> & { readonly percent: string; readonly code: string };

interface Found {
  readonly institutionCount: number;
  readonly belowCount: number;
  readonly missingAmount: string;
  readonly areas: PrepaymentShortAreaType[];
  readonly institutions: ShortInstitution[];
}

/**
 * The institutions to which less than the minimum is prepaid, and their areas: in one statement, from the agreements as
 * they were on the day and the movements up to it. What is agreed may have grown since it was prepaid: the minimum of the
 * day is what counts here.
 * @throws Forbidden for who is told nothing of prepayments; BadInput for a page or a cursor that is none, and for a day
 * before the first document
 */
export async function prepaymentMonitor(context: Context, asked: MonitorAsked): Promise<PrepaymentMonitorType> {
  const { agreementYear, areaCode, first } = asked;
  if (!prepaymentRoles.some((role) => role === context.caller.role)) throw new Forbidden(prepaymentRoles);
  if (first < 1 || first > largestPage)
    throw new BadInput(`first: must be 1 to ${largestPage}, not ${first}`, `first:须为 1 至 ${largestPage},而不是 ${first}`);
  const asOf = dayAsked(context, asked.asOf);
  const after = asked.after === null ? null : decode(asked.after);
  const seen = prepaymentSeen.visible(context.caller) ?? sql`true`;
  const ofArea = areaCode === null ? sql`true` : sql`t.area_code = ${areaCode}`;
  const beyond = after ? sql`(b.missing, b.area_code, b.code) < (${after[0]}::numeric, ${after[1]}::text, ${after[2]}::text)` : sql`true`;
  const [found] = await context.snapshot.objects<Found>(
    'prepaymentMonitor',
    sql<Found>`
    with judged as (select * from ${prepaymentsAsOf(asOf, sql`${seen} and ${ofArea}`, agreementYear)} j),
    below as (
      select j.*, i.code collate "C" as code from judged j join institution i on i.id = j.institution_id
      where j.status in ('NONE', 'BELOW_MINIMUM'))
    select (select count(*)::int from judged) as "institutionCount", (select count(*)::int from below) as "belowCount",
      (select coalesce(sum(missing), 0)::numeric(38,2)::text from below) as "missingAmount",
      (select coalesce(json_agg(x order by x."areaCode"), '[]') from (
        select j.area_code as "areaCode", count(*)::int as institutions, count(b.institution_id)::int as "institutionsBelow",
          sum(b.missing)::numeric(38,2)::text as "missingAmount"
        from judged j left join below b on b.area_code = j.area_code and b.institution_id = j.institution_id
        group by j.area_code having count(b.institution_id) > 0) x) as areas,
      (select coalesce(json_agg(x), '[]') from (
        select b.area_code as "areaCode", b.institution_id as "institutionId", b.code, b.agreed::numeric(38,2)::text as "agreedAmount",
          b.percent::text as percent, b.required::numeric(38,2)::text as "requiredMinimum", b.paid::numeric(38,2)::text as "paidAmount",
          b.missing::numeric(38,2)::text as "missingAmount", b.status
        from below b where ${beyond} order by b.missing desc, b.area_code desc, b.code desc limit ${first + 1}) x) as institutions`,
  );
  const { institutions, ...sums } = found!;
  const page = institutions.slice(0, first);
  return {
    ...sums,
    asOf,
    agreementYear,
    institutions: page.map(({ percent, code: _code, ...each }) => ({
      ...each,
      minimumRatio: Ratio.percent(percent).toFixed(4, 'HALF_UP'),
    })),
    endCursor: institutions.length > first ? encode(page.at(-1)!) : null,
  };
}

const encode = ({ missingAmount, areaCode, code }: ShortInstitution) =>
  Buffer.from(JSON.stringify([missingAmount, areaCode, code])).toString('base64url');

/** The place that a cursor names: what is missing, the area, the institution's code. */
function decode(cursor: string): readonly string[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && place.length === 3 && place.every(isText) && /^\d{1,30}\.\d\d$/.test(place[0]!)) return place;
  } catch {
    // It is no text of ours.
  }
  throw new BadInput('after: not a cursor of this list', 'after:不是此列表的游标');
}

const isText = (part: unknown): part is string => typeof part === 'string' && !part.includes('\0');
