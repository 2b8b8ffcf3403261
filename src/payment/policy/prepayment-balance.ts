import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Money } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { type Verdict, verdict } from '../../kernel/verdict.ts';
import { prepaymentDocuments } from './prepayment-documents.ts';

/**
 * What holds of the balance of a prepayment, whatever is done with it.
 * @source 国办发〔2021〕2号: what remains is returned or carried over; the invariants are a convention of this system
 */
export const prepaymentBalanceRule = defineRule({
  id: 'payment.prepayment-balance',
  title: 'Balance of the prepayment',
  titleZh: '预付金余额',
  statement:
    'Balance = prepaid - offset - returned - carried over, never negative. For an agreement year there is one prepayment; more is a top-up. Movements follow each other in time. Once the year is over and what was purchased is offset, the rest is returned to the fund or carried over to the next agreement year, and nothing moves after that.',
  statementZh:
    '余额＝预付－冲抵－退回－结转，不得为负。每个协议年度只预付一次，追加的为补充预付。各笔变动按时间先后记录。协议年度届满且已按采购进度冲抵后，余额退回基金或结转至下一协议年度，此后不再变动。',
  source: [
    source(prepaymentDocuments.regularProcurement, 'what remains is returned or carried over'),
    source(prepaymentDocuments.ourConvention, 'the invariants'),
  ],
  traces: ['RC3'],
});

/**
 * Between which accounts each kind of movement goes: the ledger sums to zero, and the advance is the balance.
 * @source none: a convention of this system (double entry)
 */
export const prepaymentFlows = {
  PREPAID: { fromAccount: 'FUND', toAccount: 'ADVANCE' },
  TOP_UP: { fromAccount: 'FUND', toAccount: 'ADVANCE' },
  CARRIED_IN: { fromAccount: 'OTHER_YEAR', toAccount: 'ADVANCE' },
  OFFSET: { fromAccount: 'ADVANCE', toAccount: 'CLAIMS' },
  RETURNED: { fromAccount: 'ADVANCE', toAccount: 'FUND' },
  CARRIED_OVER: { fromAccount: 'ADVANCE', toAccount: 'OTHER_YEAR' },
} as const;

/**
 * The sums of the movements of a prepayment, in yuan.
 * @source none: a shape of this system, not a rule
 */
export interface PrepaymentSums {
  readonly paid: Money;
  readonly offset: Money;
  readonly returned: Money;
  readonly carried: Money;
}

/**
 * What is left of a prepayment; throws where it would be negative (our mistake).
 * @source none: a convention of this system
 */
export function prepaymentBalance({ paid, offset, returned, carried }: PrepaymentSums): Money {
  const balance = paid.minus(offset).minus(returned).minus(carried);
  if (balance.compare(Money.of('0')) < 0) throw new RangeError(`a prepayment of ${paid} has a negative balance of ${balance}`);
  return balance;
}

const refusal = (code: string, field: string, message: string, messageZh: string, facts: Refusal['facts']): Refusal => ({
  code,
  field,
  message,
  messageZh,
  rule: prepaymentBalanceRule.id,
  facts,
});

/**
 * Whether a prepayment may move on a day: `last` is the day of its last movement, null before the first.
 *
 * Refuses with `PREPAYMENT_CLOSED`, `DATE_IN_FUTURE`, `DATE_BEFORE_PREVIOUS_ACT`, all at once.
 * @source none: a convention of this system
 */
export function prepaymentMoves(given: { on: LocalDate; today: LocalDate; last: LocalDate | null; isClosed: boolean }): Refusal[] {
  const { on, today, last, isClosed } = given;
  const refusals: Refusal[] = [];
  if (isClosed)
    refusals.push(
      refusal(
        'PREPAYMENT_CLOSED',
        'agreementYear',
        'What was left of this prepayment was returned or carried over; nothing moves any more.',
        '该预付金余额已退回或结转,不再变动。',
        [fact('closedOn', last ?? '')],
      ),
    );
  if (on > today)
    refusals.push(
      refusal('DATE_IN_FUTURE', 'on', `${on} lies in the future (${today}).`, `${on} 晚于今日(${today})。`, [
        fact('on', on),
        fact('limit', today),
      ]),
    );
  if (last !== null && on < last)
    refusals.push(
      refusal('DATE_BEFORE_PREVIOUS_ACT', 'on', `${on} lies before the previous movement (${last}).`, `${on} 早于上一笔变动(${last})。`, [
        fact('on', on),
        fact('limit', last),
      ]),
    );
  return refusals;
}

/**
 * For an agreement year there is one prepayment: whether it may be made still.
 *
 * Refuses with `PREPAYMENT_ALREADY_MADE`.
 * @source none: a convention of this system (RC3)
 */
export function onePrepayment(prepaid: Money | null): Refusal[] {
  if (prepaid === null) return [];
  return [
    refusal(
      'PREPAYMENT_ALREADY_MADE',
      'agreementYear',
      `${prepaid} yuan has been prepaid for this agreement year; more is a top-up.`,
      `该协议年度已预付${prepaid}元;追加请用补充预付。`,
      [fact('prepaid', prepaid.toString(), 'yuan')],
    ),
  ];
}

/**
 * What may be returned or carried over at the end of the agreement year: all that is left. `yearEnds` is the first day
 * on which no agreement of the year holds any more; `due` is what purchases leave to offset, null for nothing.
 *
 * Refuses with `AGREEMENT_YEAR_NOT_OVER`, `OFFSET_OUTSTANDING`, `NOTHING_LEFT`, all at once.
 * @source 国办发〔2021〕2号: what remains at the end of the agreement year
 */
export function prepaymentRest(given: PrepaymentSums & { on: LocalDate; yearEnds: LocalDate; due: Money | null }): Verdict<Money> {
  const { on, yearEnds, due, ...sums } = given;
  const balance = prepaymentBalance(sums);
  const refusals: Refusal[] = [];
  if (on < yearEnds)
    refusals.push(
      refusal('AGREEMENT_YEAR_NOT_OVER', 'on', `Agreements of the year hold until ${yearEnds}.`, `本年度协议执行至 ${yearEnds}(不含)。`, [
        fact('on', on),
        fact('firstDayAfter', yearEnds),
      ]),
    );
  if (due !== null)
    refusals.push(
      refusal(
        'OFFSET_OUTSTANDING',
        'agreementYear',
        `Purchases leave ${due} yuan to offset; offset it first.`,
        `按采购进度尚有${due}元应冲抵,请先冲抵。`,
        [fact('due', due.toString(), 'yuan')],
      ),
    );
  if (balance.compare(Money.of('0')) === 0)
    refusals.push(
      refusal('NOTHING_LEFT', 'agreementYear', 'Nothing is left of this prepayment.', '该预付金无余额。', [
        fact('prepaid', sums.paid.toString(), 'yuan'),
        fact('offset', sums.offset.toString(), 'yuan'),
      ]),
    );
  return verdict(refusals, () => balance);
}

/**
 * How the rest follows from what was prepaid.
 * @source none: arithmetic
 */
export function explainPrepaymentRest(given: { prepaid: Money; rest: Money }): Explanation {
  const { prepaid, rest } = given;
  const offset = prepaid.minus(rest);
  return {
    rule: prepaymentBalanceRule.id,
    sentence: `Of ${prepaid} yuan prepaid ${offset} was offset; ${rest} is left at the end of the year.`,
    sentenceZh: `预付${prepaid}元，已冲抵${offset}元，年末余额${rest}元。`,
    source: [...prepaymentBalanceRule.source],
    inputs: [fact('prepaid', prepaid.toString(), 'yuan'), fact('offset', offset.toString(), 'yuan')],
    steps: [{ text: 'prepaid - offset', textZh: '预付－冲抵', value: rest.toString(), unit: 'yuan' }],
  };
}
