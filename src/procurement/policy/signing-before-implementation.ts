import { fact } from '../../kernel/fact.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * Agreements are signed before the result is implemented; who does not sign in time may lose the qualification.
 * @source flcube.com/?p=9889
 */
export const signingBeforeImplementationRule = defineRule({
  id: 'procurement.signing-before-implementation',
  title: 'Signing before implementation',
  titleZh: '执行前签订协议',
  statement: 'A final result goes into force when the agreements of all selected enterprises are signed or the enterprise was withdrawn.',
  statementZh: '中选企业均已签订协议（或已退出）后，中选结果方可执行。',
  source: [source(documents.supply, 'signing in time')],
  traces: ['RB8'],
});

/**
 * Checks that no selected enterprise is without a signed agreement. Past rounds from public sources are not put
 * in force through this rule.
 *
 * Refuses with `AGREEMENT_NOT_SIGNED`, once per enterprise.
 * @source flcube.com/?p=9889
 */
export function signingBeforeImplementation(enterprises: readonly { enterpriseCode: string; isSigned: boolean }[]): Verdict<number> {
  const open = enterprises
    .filter((each) => !each.isSigned)
    .map((each) => each.enterpriseCode)
    .toSorted();
  if (open.length === 0) return accepted(enterprises.length);
  return refused(
    open.map((code) => ({
      code: 'AGREEMENT_NOT_SIGNED',
      field: null,
      message: `The agreement of ${code} is not signed.`,
      messageZh: `${code}的协议尚未签订。`,
      rule: signingBeforeImplementationRule.id,
      facts: [fact('enterprise', code)],
    })),
  );
}
