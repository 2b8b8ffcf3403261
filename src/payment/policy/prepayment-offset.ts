import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import type { Money } from '../../kernel/money.ts';
import { Ratio, ratioOf } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { prepaymentDocuments } from './prepayment-documents.ts';

/**
 * The prepayment is offset against the institution's claims step by step, as its purchases progress.
 * @source 国办发〔2021〕2号: offset by progress; the proportional form is a convention of this system
 */
export const prepaymentOffsetRule = defineRule({
  id: 'payment.prepayment-offset',
  title: 'Offset of the prepayment',
  titleZh: '预付金冲抵',
  statement:
    'Offset to date = prepaid x the lesser of 1 and purchased to date / annual agreed amount, half up to the cent. An instalment is what that is above the offset so far; goods that went back, or more agreed, lower it for a while and give nothing back.',
  statementZh:
    '累计冲抵额＝预付金额×累计采购金额÷年度约定采购金额（不超过1），四舍五入至分。每次冲抵额为累计冲抵额与已冲抵额之差；因退货或约定量调增而减少的，不作反向冲抵。',
  source: [
    source(prepaymentDocuments.regularProcurement, 'offset by progress'),
    source(prepaymentDocuments.ourConvention, 'the proportional form'),
  ],
  traces: ['RC2', 'E05'],
});

/**
 * The amounts of a prepayment on a day, in yuan.
 * @source none: a shape of this system, not a rule
 */
export interface PrepaymentProgress {
  readonly prepaid: Money;
  readonly agreed: Money;
  readonly purchased: Money;
}

/**
 * What is offset to date of a prepayment; throws without an agreed amount.
 * @source 国办发〔2021〕2号; the form is a convention of this system
 */
export function offsetToDate({ prepaid, agreed, purchased }: PrepaymentProgress): Money {
  const progress = ratioOf(purchased.yuan, agreed.yuan);
  return progress.isAtLeast(Ratio.of(1)) ? prepaid : prepaid.times(progress, 'HALF_UP');
}

/**
 * The instalment that purchases to date leave to offset, beside what is offset already.
 *
 * Refuses with `NOTHING_TO_OFFSET`.
 * @source 国办发〔2021〕2号; the form is a convention of this system
 */
export function prepaymentOffset(given: PrepaymentProgress & { readonly offset: Money }): Verdict<Money> {
  const toDate = offsetToDate(given);
  if (toDate.compare(given.offset) > 0) return accepted(toDate.minus(given.offset));
  return refused([
    {
      code: 'NOTHING_TO_OFFSET',
      field: 'agreementYear',
      message: `Purchases of ${given.purchased} of ${given.agreed} yuan bring the offset to ${toDate}, and ${given.offset} is offset already.`,
      messageZh: `已采购${given.purchased}元，约定${given.agreed}元，累计应冲抵${toDate}元，已冲抵${given.offset}元，无需冲抵。`,
      rule: prepaymentOffsetRule.id,
      facts: [...offsetFacts(given), fact('offsetToDate', toDate.toString(), 'yuan'), fact('offset', given.offset.toString(), 'yuan')],
    },
  ]);
}

const offsetFacts = ({ prepaid, agreed, purchased }: PrepaymentProgress) => [
  fact('prepaid', prepaid.toString(), 'yuan'),
  fact('agreedAmount', agreed.toString(), 'yuan'),
  fact('purchasedAmount', purchased.toString(), 'yuan'),
];

/**
 * How an instalment follows from purchases to date.
 * @source 国办发〔2021〕2号; the form is a convention of this system
 */
export function explainPrepaymentOffset(given: PrepaymentProgress & { readonly instalment: Money }): Explanation {
  const toDate = offsetToDate(given);
  const before = toDate.minus(given.instalment);
  return {
    rule: prepaymentOffsetRule.id,
    sentence: `Purchases of ${given.purchased} of ${given.agreed} yuan bring the offset of ${given.prepaid} to ${toDate}; ${given.instalment} of it is new.`,
    sentenceZh: `已采购${given.purchased}元，约定${given.agreed}元，预付${given.prepaid}元累计冲抵${toDate}元，本次冲抵${given.instalment}元。`,
    source: [...prepaymentOffsetRule.source],
    inputs: [...offsetFacts(given), fact('offset', before.toString(), 'yuan')],
    steps: [
      {
        text: 'prepaid x min(1, purchased / agreed), half up to the cent',
        textZh: '预付金额×min(1，采购金额÷约定金额)，四舍五入至分',
        value: toDate.toString(),
        unit: 'yuan',
      },
      { text: 'less what was offset before', textZh: '减去此前已冲抵额', value: given.instalment.toString(), unit: 'yuan' },
    ],
  };
}
