import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { data } from '../support/build-recorder.ts';
import { agencyOf, asAgency, hospital, movedAs } from '../support/build-prepayment.ts';

interface Monitor {
  institutionCount: number;
  belowCount: number;
  missingAmount: string;
  areas: { area: { code: string }; institutions: number; institutionsBelow: number; missingAmount: string }[];
  institutions: { institution: { code: string }; area: { code: string }; missingAmount: string; status: string; requiredMinimum: string }[];
  endCursor: string | null;
}

const question = `query($year: Int!, $asOf: Date, $area: String, $first: Int! = 50, $after: String) {
  prepaymentMonitor(agreementYear: $year, asOf: $asOf, areaCode: $area, first: $first, after: $after) {
    institutionCount belowCount missingAmount areas { area { code } institutions institutionsBelow missingAmount }
    institutions { institution { code } area { code } agreedAmount minimumRatio requiredMinimum paidAmount missingAmount status } endCursor } }`;

describe('the monitor of prepayments', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    const [home, far] = ['330100', '330200'];
    const prepay = (area: string, payeeCode: string, amount: string) =>
      movedAs(app, area, 'recordPrepayment', { payeeCode, agreementYear: 2021, amount, reference: 'P-1', on: '2021-02-01' });
    await hospital(app, 'none', home, [{ quantity: 10, unitPrice: '100' }]);
    const [grown] = await hospital(app, 'grown', home, [{ quantity: 100, unitPrice: '10' }]);
    await hospital(app, 'enough', home, [{ quantity: 100, unitPrice: '10' }]);
    await hospital(app, 'closed', home, [{ quantity: 100, unitPrice: '10' }]);
    await hospital(app, 'far-a', far, [{ quantity: 3, unitPrice: '0.10', unitsPerPriceUnit: 7 }]);
    await hospital(app, 'far-b', far, [{ quantity: 1000, unitPrice: '1' }]);
    for (const code of ['grown', 'enough', 'closed']) await prepay(home, code, '300.00');
    await prepay(far, 'far-b', '300.00');
    await movedAs(app, home, 'closePrepayment', {
      institutionCode: 'closed',
      agreementYear: 2021,
      reference: 'C-1',
      rest: 'RETURN',
      on: '2022-02-01',
    });
    await movedAs(app, far, 'setPrepaymentRatio', { effectiveFrom: '2021-05-01', ratioPercent: '50', source: '甬医保发〔2021〕9号' });
    // A hundred more are agreed after the prepayment, by an amendment that is on record.
    await app.database.pool.query(
      `with a as (select * from agreement where id = $1), m as (
         insert into agreed_volume_amendment (area_code, id, agreed_volume_id, quantity_before, quantity_after, reason, recorded_by, recorded_at)
         select area_code, gen_random_uuid(), agreed_volume_id, 100, 200, '调整', 'test', '2021-06-15T10:00:00+08:00' from a)
       update agreed_volume v set quantity = 200 from a where v.area_code = a.area_code and v.id = a.agreed_volume_id`,
      [grown],
    );
  });
  afterAll(() => app.stop());

  const ask = async (caller: Partial<Caller> | undefined, more: object = {}) =>
    (await data<{ prepaymentMonitor: Monitor }>(app, question, { year: 2021, ...more }, caller)).prepaymentMonitor;
  const short = ({ institutions }: Monitor) => institutions.map((each) => `${each.institution.code} ${each.missingAmount} ${each.status}`);

  it('[RC1] lists areas and institutions below the minimum of the day, the largest shortage first', async () => {
    const monitor = await ask(expert);
    expect(short(monitor)).toEqual(['none 300.00 NONE', 'grown 300.00 BELOW_MINIMUM', 'far-b 200.00 BELOW_MINIMUM', 'far-a 0.02 NONE']);
    expect(monitor).toMatchObject({
      institutionCount: 6,
      belowCount: 4,
      missingAmount: '800.02',
      areas: [
        { area: { code: '330100' }, institutions: 4, institutionsBelow: 2, missingAmount: '600.00' },
        { area: { code: '330200' }, institutions: 2, institutionsBelow: 2, missingAmount: '200.02' },
      ],
      endCursor: null,
    });
  });

  it('[RC1] shows a past day as it was: what was agreed, prepaid and asked for then', async () => {
    expect(short(await ask(expert, { asOf: '2021-01-09' }))).toEqual([]);
    expect(short(await ask(expert, { asOf: '2021-04-30' }))).toEqual(['none 300.00 NONE', 'far-a 0.02 NONE']);
    expect(short(await ask(expert, { asOf: '2021-05-01' }))).toEqual(['none 300.00 NONE', 'far-b 200.00 BELOW_MINIMUM', 'far-a 0.02 NONE']);
    expect(short(await ask(expert, { asOf: '2021-06-14' }))).not.toContain('grown 300.00 BELOW_MINIMUM');
    expect(short(await ask(expert, { asOf: '2021-06-15' }))).toContain('grown 300.00 BELOW_MINIMUM');
  });

  it('says of each institution what its own prepayment says', async () => {
    for (const each of (await ask(expert)).institutions) {
      const own = `{ prepayment(institutionCode: "${each.institution.code}", agreementYear: 2021) {
        agreedAmount minimumRatio requiredMinimum paidAmount missingAmount status } }`;
      const { institution: _institution, area: _area, ...figures } = each;
      expect(await data(app, own, {}, expert)).toEqual({ prepayment: figures });
    }
  });

  it('comes page by page, in one statement each', async () => {
    const all = short(await ask(expert));
    const seen: string[] = [];
    for (let after: string | null = null, pages = 0; pages < 10; pages += 1) {
      const page: Monitor = await ask(expert, { first: 1, after });
      seen.push(...short(page));
      if ((after = page.endCursor) === null) break;
    }
    expect(seen).toEqual(all);
    app.database.forget();
    await data(
      app,
      '{ prepaymentMonitor(agreementYear: 2021) { belowCount institutions { missingAmount } areas { missingAmount } } }',
      {},
      expert,
    );
    expect(app.database.statements).toHaveLength(1);
  });

  it.each([
    ['first: 0', /first: must be 1 to 200/],
    ['first: 201', /first: must be 1 to 200/],
    ['after: "x"', /not a cursor/],
    [`after: "${Buffer.from('["1.00","330100\\u0000","x"]').toString('base64url')}"`, /not a cursor/],
    ['asOf: "2018-12-31"', /No document asks for a prepayment/],
  ])('refuses %s', async (argument, message) => {
    const { errors } = await app.ask(`{ prepaymentMonitor(agreementYear: 2021, ${argument}) { belowCount } }`, {}, expert);
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('[T2] tells an agency of its area and an institution of itself, and nobody else of anything', async () => {
    expect(short(await ask(agencyOf('330200')))).toEqual(['far-b 200.00 BELOW_MINIMUM', 'far-a 0.02 NONE']);
    expect(short(await ask(agencyOf('330200'), { area: '330100' }))).toEqual([]);
    expect(short(await ask({ role: 'INSTITUTION', subject: 'none', institution: 'none' }))).toEqual(['none 300.00 NONE']);
    expect(short(await ask({ role: 'INSTITUTION', subject: 'enough', institution: 'enough' }))).toEqual([]);
    for (const caller of [
      undefined,
      { role: 'ENTERPRISE', subject: 'e', enterprise: 'microport' },
      { role: 'SETTLEMENT', subject: 's' },
    ] as const) {
      const { errors } = await app.ask('{ prepaymentMonitor(agreementYear: 2021) { belowCount } }', {}, caller);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('[RC1] the ratio of an area is what its next prepayments are judged by', async () => {
    const given = { payeeCode: 'far-a', agreementYear: 2021, reference: 'P-1', on: '2021-05-01' };
    const { userErrors } = await asAgency(app, '330200', 'recordPrepayment', { ...given, amount: '0.01' });
    expect(userErrors[0]!.facts.map(({ value }) => value)).toEqual(['0.04', '50.00', '0.02', '0.01', '0.01']);
    const { object } = await asAgency(app, '330200', 'recordPrepayment', { ...given, amount: '0.02' });
    expect(object).toMatchObject({ explanation: { source: [{ document: '甬医保发〔2021〕9号' }] } });
  });
});
