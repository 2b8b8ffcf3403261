import { fact } from '../../kernel/fact.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { contains, type Period } from '../../kernel/period.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { refused, accepted, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * A winner that did not supply is listed and takes part in no national round for a period.
 * @source tellerreport.com 2021-08-25 (the case of 2021)
 */
export const barredEnterpriseRule = defineRule({
  id: 'procurement.barred-enterprise',
  title: 'Barred enterprise',
  titleZh: '列入违规名单的企业',
  statement:
    'An enterprise on the violation list bids in no national round from the first to the last day of its bar, by the day of bidding. Bids of the past stay on record.',
  statementZh: '列入违规名单的企业，自限制首日至末日（按申报之日）不得参加国家组织集中采购；既往申报记录保留不变。',
  source: [source(documents.withdrawal2021), source(documents.ourConvention, 'the day of bidding decides')],
  traces: ['RI1'],
});

/**
 * A period in which an enterprise is barred, and where that stands.
 * @source none: a shape of this system, not a rule
 */
export interface Bar extends Period {
  to: LocalDate;
  source: string;
}

/**
 * Whether an enterprise may bid on a day in a round of this organiser.
 *
 * Refuses with `ENTERPRISE_BARRED`, once for each bar in force.
 * @source tellerreport.com 2021-08-25 (the case of 2021)
 */
export function barredEnterprise(given: {
  enterprise: string;
  organiser: 'NATIONAL' | 'ALLIANCE' | 'PROVINCIAL';
  on: LocalDate;
  bars: readonly Bar[];
}): Verdict<{ mayBid: true }> {
  const inForce = given.organiser === 'NATIONAL' ? given.bars.filter((each) => contains(each, given.on)) : [];
  if (inForce.length === 0) return accepted({ mayBid: true });
  return refused(
    inForce.map((bar) => {
      const lastDay = addDays(bar.to, -1);
      return {
        code: 'ENTERPRISE_BARRED',
        field: 'productCode',
        message: `Enterprise ${given.enterprise} is barred from national bids from ${bar.from} to ${lastDay}.`,
        messageZh: `企业 ${given.enterprise} 自 ${bar.from} 至 ${lastDay} 不得参加国家组织集中采购申报。`,
        rule: barredEnterpriseRule.id,
        facts: [
          fact('enterprise', given.enterprise),
          fact('on', given.on),
          fact('barredFrom', bar.from),
          fact('lastDay', lastDay),
          fact('source', bar.source),
        ],
      };
    }),
  );
}
