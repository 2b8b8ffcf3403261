import type { Clause, ClauseTable } from '../../kernel/clause.ts';
import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, type Verdict } from '../../kernel/verdict.ts';
import { type Calendar, type Deadline, lastDayInTime, needsCalendar } from './deadline.ts';
import { documents } from './documents.ts';
import { localSettlementDeadlineClauses } from './local-settlement-deadline.clauses.ts';
import { localSettlementDeadline } from './local-settlement-deadline.ts';
import { settlementDeadlineClauses } from './settlement-deadline.clauses.ts';

/**
 * Accepted goods are paid by the last day of the month after the month of acceptance.
 * @source 国办发〔2021〕2号; the stent Opinions of 2021 (source text 1)
 */
export const settlementDeadlineRule = defineRule({
  id: 'payment.settlement-deadline',
  title: 'Settlement deadline',
  titleZh: '货款结算期限',
  statement:
    'What is accepted on a day is paid by the last day of the next month, that day included, unless the area has a deadline of its own. The clause of the day of acceptance decides; each accepted delivery has its own deadline.',
  statementZh: '货款结清时间不得超过交货验收合格后次月底(含当日),当地另有规定的从其规定。按验收当日有效的条款,逐次到货计算。',
  source: [source(documents.stentSupport), source(documents.normalisedProcurement)],
  clauses: settlementDeadlineClauses,
  traces: ['S1-14', 'RD1', 'E06a', 'E06c', 'E06e', 'E06g', 'E06i', 'E06k'],
});

/**
 * What a payable must be paid by, and the clause that says so, by a name that stays with the payable.
 * @source none: a shape of this system, not a rule
 */
export interface SettlementDeadline {
  readonly dueOn: LocalDate;
  readonly clause: string;
}

const tables: readonly ClauseTable<Deadline>[] = [settlementDeadlineClauses, localSettlementDeadlineClauses];
const nameOf = (table: ClauseTable<Deadline>, { from, category, area }: Clause<Deadline>) =>
  [table.name, from, category, area].filter((part) => part !== undefined).join(' ');

/**
 * Goods accepted on a day: of which category, and where, by the codes of the pooling area and of what it lies in, the
 * nearest first.
 * @source none: a shape of this system, not a rule
 */
export interface AcceptedGoods {
  readonly acceptedOn: LocalDate;
  readonly category: string;
  readonly areas: readonly string[];
}

function clauseFor({ acceptedOn, category, areas }: AcceptedGoods): { table: ClauseTable<Deadline>; row: Clause<Deadline> } {
  const local = localSettlementDeadline(acceptedOn, category, areas);
  if (local) return { table: localSettlementDeadlineClauses, row: local };
  return { table: settlementDeadlineClauses, row: settlementDeadlineClauses.inForce(acceptedOn, { category }) };
}

/**
 * The last day (inclusive) on which accepted goods are paid in time.
 *
 * Refuses with `CALENDAR_NOT_COVERED` where the deadline counts days that the calendar does not have.
 * @source 国办发〔2021〕2号; the stent Opinions of 2021 (source text 1)
 */
export function settlementDeadline(goods: AcceptedGoods, calendar: Calendar): Verdict<SettlementDeadline> {
  const { table, row } = clauseFor(goods);
  const due = lastDayInTime(row.value, goods.acceptedOn, calendar);
  return due.ok ? accepted({ dueOn: due.value, clause: nameOf(table, row) }) : due;
}

/**
 * Whether the deadline of these goods can only be told with the calendar.
 * @source none: arithmetic
 */
export function countsCalendarDays(goods: AcceptedGoods): boolean {
  return needsCalendar(clauseFor(goods).row.value);
}

/**
 * How the due date of a payable came about, by the clause that was applied when the goods were accepted. A clause that has
 * left the register since, or never was in it, is named and not reckoned anew.
 * @source 国办发〔2021〕2号; the stent Opinions of 2021 (source text 1)
 */
export function explainSettlementDeadline(given: { acceptedOn: LocalDate; dueOn: LocalDate; clause: string }): Explanation {
  const { acceptedOn, dueOn } = given;
  const [applied] = tables.flatMap((table) =>
    table.rows.filter((row) => nameOf(table, row) === given.clause).map((row) => ({ table, row })),
  );
  const allowed = daysBetween(acceptedOn, dueOn);
  return {
    rule: applied?.table.name ?? settlementDeadlineRule.id,
    sentence: `Accepted on ${acceptedOn}, it is due on ${dueOn}; from ${addDays(dueOn, 1)} it is overdue.`,
    sentenceZh: `${acceptedOn} 验收,应于 ${dueOn} 前(含当日)付清;自 ${addDays(dueOn, 1)} 起为逾期。`,
    source: applied ? [applied.row.source] : [...settlementDeadlineRule.source],
    inputs: [fact('acceptedOn', acceptedOn), fact('clause', given.clause)],
    steps: [
      { ...stepOf(applied?.row.value), value: dueOn, unit: null },
      { text: 'days from acceptance to the due date', textZh: '自验收之日至付款期限的天数', value: String(allowed), unit: 'day' },
    ],
  };
}

function stepOf(deadline: Deadline | undefined): { text: string; textZh: string } {
  if (!deadline) return { text: 'as it was recorded', textZh: '按原记录' };
  if (deadline.kind === 'END_OF_MONTH') {
    return {
      text: `the last day of the month ${deadline.monthsLater} after that of acceptance`,
      textZh: `验收所在月之后第 ${deadline.monthsLater} 个月的最后一日`,
    };
  }
  return {
    text: `the ${deadline.counted} number ${deadline.days} after the day of acceptance`,
    textZh: `验收次日起的第 ${deadline.days} 个${countedZh[deadline.counted]}`,
  };
}

const countedZh = { CALENDAR_DAY: '自然日', WORKING_DAY: '工作日', BANKING_DAY: '银行营业日' } as const;
