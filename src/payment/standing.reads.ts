import { GraphQLInt } from 'graphql';
import { sql } from 'kysely';
import { localDate } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { derived, summed, type ReadField } from '../platform/graphql/reads.ts';
import { DateScalar, DecimalScalar } from '../platform/graphql/scalars.ts';
import { PayableEntry } from './payable-entry.entity.ts';
import type { Payable } from './payable.entity.ts';
import { PayableStatusEnum } from './payable.type.ts';
import { explainSettlementDeadline, payableStanding, type Entry, type PayableStanding } from './policy/index.ts';

/** A payable with its entries up to the day asked for, as JSON. */
interface Dated extends Pick<Payable, 'amount' | 'acceptedOn' | 'dueOn'> {
  readonly history: { readonly entries: string };
}

const dated = {
  amount: 'amount',
  acceptedOn: 'acceptedOn',
  dueOn: 'dueOn',
  history: summed(PayableEntry, 'payableId', (argument) => ({
    entries: sql`coalesce(json_agg(json_build_object('kind', t.kind, 'amount', t.amount::text, 'occurredOn', t.occurred_on))
      filter (where t.occurred_on <= ${argument('asOf')}::date), '[]')::text`,
  })),
} as const;

const asOfDay = {
  name: 'asOf',
  type: () => DateScalar,
  words: always('The day, at whose end it is looked at; a past one too.', '截至该日(含当日),可为过去日期。'),
};

/** A figure of a payable as it stood on a day. */
function asOf(type: () => object, figure: (standing: PayableStanding) => unknown, words: ReturnType<typeof always>): ReadField {
  return derived<Dated>(
    type,
    dated,
    ({ amount, acceptedOn, dueOn, history }, { asOf: day }: { readonly asOf: string }) => {
      const entries = (JSON.parse(history.entries) as Record<keyof Entry, string>[]).map((each) => ({
        kind: each.kind as Entry['kind'],
        amount: Money.of(each.amount),
        occurredOn: localDate(each.occurredOn),
      }));
      const payable = { amount: Money.of(amount), acceptedOn: localDate(acceptedOn), dueOn: localDate(dueOn), entries };
      return figure(payableStanding({ ...payable, asOf: localDate(day) }));
    },
    words,
    asOfDay,
  );
}

/** How a payable stood on any day, and how its due date came about. */
export const payableStandings: Readonly<Record<string, ReadField>> = {
  paidAmount: asOf(
    () => DecimalScalar,
    ({ paid }) => paid.toString(),
    always('Paid by then in yuan, reversals taken off.', '截至该日已付金额(元),已扣除冲销。'),
  ),
  openAmount: asOf(
    () => DecimalScalar,
    ({ open }) => open.toString(),
    always('Open then in yuan; nothing before the acceptance.', '截至该日未付金额(元);验收前为零。'),
  ),
  status: asOf(
    () => PayableStatusEnum,
    ({ status }) => status,
    maybe('How it stood then; null before the acceptance.', '截至该日的状态;验收前为空。'),
  ),
  overdueDays: asOf(
    () => GraphQLInt,
    ({ overdueDays }) => overdueDays,
    always('How many days late it was settled, or is by then.', '逾期天数:付清时或截至该日。'),
  ),
  overdueAmount: asOf(
    () => DecimalScalar,
    ({ overdueAmount }) => overdueAmount.toString(),
    always('What was open then after the due date, in yuan.', '截至该日逾期未付金额(元)。'),
  ),
  explanation: derived<Pick<Payable, 'acceptedOn' | 'dueOn' | 'deadlineClause'>>(
    () => ExplanationType,
    { acceptedOn: 'acceptedOn', dueOn: 'dueOn', deadlineClause: 'deadlineClause' },
    ({ acceptedOn, dueOn, deadlineClause: clause }) =>
      explainSettlementDeadline({ acceptedOn: localDate(acceptedOn), dueOn: localDate(dueOn), clause }),
    always('How the due date came about.', '付款期限的推导。'),
  ),
};
