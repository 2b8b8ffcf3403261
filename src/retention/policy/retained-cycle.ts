import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Money } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * What was saved by a first round is not saved again by the next: its price is the price before.
 * @source Shenzhen, draft of 2024
 */
export const retainedCycleRule = defineRule({
  id: 'retention.retained-cycle',
  title: 'Retained cycle',
  titleZh: '已留用采购周期',
  statement:
    'Once the procurement cycle of a generic name is completed and an institution has retained something of it, that generic name does not enter the surplus of the institution in a later round. A cycle is completed on the day on which the term of its round is over, or when the round has expired or was renewed.',
  statementZh:
    '某通用名的采购周期已完成且医疗机构已就其留用结余的，该通用名不再计入该机构后续批次的结余测算。批次采购周期届满之日起，或批次已到期、已接续的，视为周期已完成。',
  source: [
    source(documents.shenzhenDraft, 'a generic name whose cycle is completed and retained'),
    source(documents.ourConvention, 'when a cycle is completed'),
  ],
  traces: ['RF2'],
});

/**
 * What an institution was granted of a generic name in another round.
 * @source none: a shape of this system, not a rule
 */
export interface GrantedBefore {
  readonly genericName: string;
  readonly round: string;
  readonly agreementYear: number;
  readonly retained: Money;
  readonly begins: LocalDate | null;
  /** The first day after the cycle; null where no end is on record. */
  readonly ends: LocalDate | null;
  readonly isExpired: boolean;
}

/**
 * Refuses a generic name of a round that begins on a day where an earlier cycle of it is completed and retained.
 *
 * Refuses with `CYCLE_RETAINED`.
 * @source Shenzhen, draft of 2024
 */
export function retainedCycle(on: LocalDate, begins: LocalDate | null, granted: readonly GrantedBefore[]): Refusal[] {
  const isEarlier = (each: GrantedBefore) => begins === null || each.begins === null || each.begins < begins;
  const isCompleted = (each: GrantedBefore) => each.isExpired || (each.ends !== null && each.ends <= on);
  const isRetained = (each: GrantedBefore) => each.retained.compare(Money.of('0')) > 0;
  return granted.filter((each) => isEarlier(each) && isCompleted(each) && isRetained(each)).map(refusalOf);
}

const refusalOf = ({ genericName, round, agreementYear, retained, ends }: GrantedBefore): Refusal => ({
  code: 'CYCLE_RETAINED',
  field: 'lines',
  message: `The cycle of the generic name in round ${round} is completed, and ${retained} yuan were retained for ${agreementYear}: it does not enter a later round's surplus.`,
  messageZh: `${genericName}在批次 ${round} 的采购周期已完成,${agreementYear} 年度已留用${retained}元,不再计入后续批次结余。`,
  rule: retainedCycleRule.id,
  facts: [
    fact('genericName', genericName),
    fact('round', round),
    fact('agreementYear', agreementYear),
    fact('retained', retained.toString(), 'yuan'),
    ...(ends === null ? [] : [fact('cycleEnd', ends)]),
  ],
});
