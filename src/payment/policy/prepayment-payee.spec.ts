import { describe, expect, it } from 'vitest';
import { prepaymentPayee } from './prepayment-payee.ts';

describe('the payee of a prepayment', () => {
  const given = { code: 'x', field: 'payeeCode', kind: 'INSTITUTION', agreementYear: 2021, agreements: 1 } as const;
  it.each([
    [{}, []],
    [{ agreements: 0 }, ['NO_AGREEMENT_OF_YEAR']],
    [{ kind: 'INSTITUTION_OF_OTHER_AREA' as const }, ['INSTITUTION_OF_OTHER_AREA']],
    [{ kind: 'ENTERPRISE' as const }, ['PAYEE_IS_ENTERPRISE']],
  ])('[S1-12] %j: %j', (more, codes) => {
    const refusals = prepaymentPayee({ ...given, ...more });
    expect(refusals.map(({ code }) => code)).toEqual(codes);
    for (const { field, rule, facts } of refusals) {
      expect([field, rule, facts.map(({ value }) => value)]).toEqual(['payeeCode', 'payment.prepayment-payee', ['x', '2021']]);
    }
  });
});
