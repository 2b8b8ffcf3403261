import { fact } from '../../kernel/fact.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { prepaymentDocuments } from './prepayment-documents.ts';

/**
 * The fund prepays the medical institution of the agreements, and nobody else.
 * @source source text 1: "to medical institutions"
 */
export const prepaymentPayeeRule = defineRule({
  id: 'payment.prepayment-payee',
  title: 'Payee of the prepayment',
  titleZh: '预付金收款方',
  statement:
    'The fund of a pooling area prepays its medical institutions that have agreements of the year: neither an enterprise nor another area’s institution, nor one without agreements.',
  statementZh: '统筹区医保基金仅向本统筹区当年签有购销协议的医疗机构预付；不得预付给企业、其他统筹区的医疗机构或无协议的医疗机构。',
  source: [source(prepaymentDocuments.stentSupport, '"prepay ... to medical institutions"')],
  traces: ['S1-12'],
});

/**
 * Who the code of a payee names: an institution of the caller's pooling area or of another, or an enterprise.
 * @source none: a shape of this system, not a rule
 */
export type PayeeKind = 'INSTITUTION' | 'INSTITUTION_OF_OTHER_AREA' | 'ENTERPRISE';

/**
 * Judges the payee (its code) of a prepayment for an agreement year by the number of its agreements of that year.
 *
 * Refuses with `PAYEE_IS_ENTERPRISE`, `INSTITUTION_OF_OTHER_AREA`, `NO_AGREEMENT_OF_YEAR`.
 * @source source text 1: "to medical institutions"
 */
export function prepaymentPayee(given: {
  code: string;
  field: string;
  kind: PayeeKind;
  agreementYear: number;
  agreements: number;
}): Refusal[] {
  const { code, field, kind, agreementYear, agreements } = given;
  const facts = [fact('payee', code), fact('agreementYear', agreementYear)];
  if (kind === 'ENTERPRISE')
    return [
      {
        code: 'PAYEE_IS_ENTERPRISE',
        field,
        message: `${code} is an enterprise; the fund prepays medical institutions only.`,
        messageZh: `${code} 为企业;预付金仅支付给医疗机构。`,
        rule: prepaymentPayeeRule.id,
        facts,
      },
    ];
  if (kind === 'INSTITUTION_OF_OTHER_AREA')
    return [
      {
        code: 'INSTITUTION_OF_OTHER_AREA',
        field,
        message: `Institution ${code} belongs to another pooling area, whose fund prepays it.`,
        messageZh: `医疗机构 ${code} 属其他统筹区,应由该统筹区基金预付。`,
        rule: prepaymentPayeeRule.id,
        facts,
      },
    ];
  if (agreements > 0) return [];
  return [
    {
      code: 'NO_AGREEMENT_OF_YEAR',
      field,
      message: `Institution ${code} has no agreement of ${agreementYear} signed by this day.`,
      messageZh: `医疗机构 ${code} 截至该日未签订 ${agreementYear} 年度购销协议。`,
      rule: prepaymentPayeeRule.id,
      facts,
    },
  ];
}
