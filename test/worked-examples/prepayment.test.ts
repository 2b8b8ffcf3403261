// The worked examples of prepayment, run against the policy and through GraphQL. The cases are data: prepayment.json.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Money, sumOfMoney } from '../../src/kernel/money.ts';
import { count } from '../../src/kernel/quantity.ts';
import { UnitPrice } from '../../src/kernel/unit-price.ts';
import { valueOf } from '../../src/kernel/verdict.ts';
import { prepaymentMinimum, prepaymentOffset, requiredPrepayment } from '../../src/payment/policy/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { data } from '../support/build-recorder.ts';
import { agencyOf, asAgency, hospital } from '../support/build-prepayment.ts';

type Minimum = {
  id: string;
  kind: 'minimum';
  lines: { quantity: number; price: string }[];
  percent: string;
  amount: string;
  minimum: string;
  refused: string[];
  accepted: string[];
};
type Offset = { id: string; kind: 'offset'; prepaid: string; agreed: string; purchased: string[]; instalments: string[]; balance: string };

const cases = JSON.parse(readFileSync(new URL('prepayment.json', import.meta.url), 'utf8')) as (Minimum | Offset)[];
const minimums = cases.filter((each) => each.kind === 'minimum');
const offsets = cases.filter((each) => each.kind === 'offset');

describe('the worked examples of prepayment, by the policy', () => {
  it.each(minimums)('[$id] $amount at $percent % needs $minimum', ({ lines, percent, amount, minimum, refused, accepted }) => {
    const agreed = sumOfMoney(lines.map(({ quantity, price }) => UnitPrice.of(price, '个').times(count(quantity))));
    expect(agreed.toString()).toBe(amount);
    expect(requiredPrepayment(agreed, percent).toString()).toBe(minimum);
    const judged = (prepaid: string) => prepaymentMinimum({ agreed, ratio: { percent, source: 'x' }, prepaid: Money.of(prepaid) }).ok;
    expect([refused.map(judged), accepted.map(judged)]).toEqual([refused.map(() => false), accepted.map(() => true)]);
  });

  it.each(offsets)('[$id] $prepaid is offset in instalments', ({ prepaid, agreed, purchased, instalments, balance }) => {
    let offset = Money.of('0');
    const made = purchased.map((bought) => {
      const amounts = { prepaid: Money.of(prepaid), agreed: Money.of(agreed), purchased: Money.of(bought), offset };
      const instalment = valueOf(prepaymentOffset(amounts));
      offset = offset.plus(instalment);
      return instalment.toString();
    });
    expect([made, Money.of(prepaid).minus(offset).toString()]).toEqual([instalments, balance]);
  });
});

describe('the worked examples of prepayment, through GraphQL', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.stop());

  it.each(minimums)(
    '[$id] what is below $minimum is refused, the rest accepted',
    async ({ id, lines, amount, minimum, refused, accepted }) => {
      const agreed = lines.map(({ quantity, price }) => ({ quantity, unitPrice: price }));
      for (const [at, prepaid] of [...refused, ...accepted].entries()) {
        const code = `${id}-${at}`;
        await hospital(app, code, '330100', agreed);
        const given = { payeeCode: code, agreementYear: 2021, amount: prepaid, reference: 'P', on: '2021-02-01' };
        const { object, userErrors } = await asAgency(app, '330100', 'recordPrepayment', given);
        expect([prepaid, object !== null, userErrors.map((each) => each.code)]).toEqual([
          prepaid,
          at >= refused.length,
          at < refused.length ? ['PREPAYMENT_BELOW_MINIMUM'] : [],
        ]);
        const question = `{ prepayment(institutionCode: "${code}", agreementYear: 2021) { agreedAmount requiredMinimum } }`;
        expect(await data(app, question, {}, agencyOf('330100'))).toEqual({
          prepayment: { agreedAmount: amount, requiredMinimum: minimum },
        });
      }
    },
  );
});
