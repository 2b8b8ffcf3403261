import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFiles } from '../architecture/repository.ts';
import { codesIn } from '../readme/refusal-codes.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { accepted, agreements, asAgency, hospital, movedAs } from '../support/build-prepayment.ts';
import { institutions } from '../support/build-round.ts';

const area = '330100';
const prepay = (payeeCode: string, more: object = {}) => ({
  payeeCode,
  agreementYear: 2021,
  amount: '177000.00',
  reference: 'P-9',
  on: '2021-03-01',
  ...more,
});
const of = (institutionCode: string, more: object = {}) => ({
  institutionCode,
  agreementYear: 2021,
  reference: 'R-9',
  on: '2022-02-01',
  ...more,
});
const close = (institutionCode: string, more: object = {}) => of(institutionCode, { rest: 'RETURN', ...more });
const ratio = (more: object = {}) => ({ effectiveFrom: '2023-01-01', ratioPercent: '40', source: '浙医保发〔2022〕1号', ...more });

/** Act, input, and all the codes with which it is refused, each with its field. */
const cases: [string, object, ...string[]][] = [
  ['recordPrepayment', prepay('nobody'), 'UNKNOWN_CODE payeeCode'],
  ['recordPrepayment', prepay('microport'), 'PAYEE_IS_ENTERPRISE payeeCode'],
  ['topUpPrepayment', prepay('microport'), 'PAYEE_IS_ENTERPRISE payeeCode'],
  ['recordPrepayment', prepay('far'), 'INSTITUTION_OF_OTHER_AREA payeeCode'],
  ['recordPrepayment', prepay('without'), 'NO_AGREEMENT_OF_YEAR payeeCode'],
  ['recordPrepayment', prepay('new', { agreementYear: 2022 }), 'NO_AGREEMENT_OF_YEAR payeeCode'],
  ['recordPrepayment', prepay('new', { on: '2021-01-09' }), 'NO_AGREEMENT_OF_YEAR payeeCode'],
  [
    'recordPrepayment',
    prepay('new', { amount: '0', agreementYear: 2017, reference: ' ' }),
    'MALFORMED_AMOUNT amount',
    'MALFORMED_TEXT reference',
    'MALFORMED_YEAR agreementYear',
  ],
  [
    'recordPrepayment',
    prepay('new', { amount: '177000.001', reference: 'x'.repeat(121) }),
    'MALFORMED_AMOUNT amount',
    'MALFORMED_TEXT reference',
  ],
  ['recordPrepayment', prepay('new', { amount: '-177000.00' }), 'MALFORMED_AMOUNT amount'],
  ['recordPrepayment', prepay('new', { amount: '176999.99' }), 'PREPAYMENT_BELOW_MINIMUM amount'],
  ['recordPrepayment', prepay('new', { on: '2026-11-22' }), 'DATE_IN_FUTURE on'],
  ['recordPrepayment', prepay('made'), 'PREPAYMENT_ALREADY_MADE agreementYear'],
  ['recordPrepayment', prepay('made', { reference: 'P-1' }), 'REFERENCE_TAKEN reference'],
  ['recordPrepayment', prepay('old', { agreementYear: 2018, on: '2018-12-31' }), 'NO_RATIO_IN_FORCE on'],
  ['recordPrepayment', prepay('huge'), 'AMOUNT_OUT_OF_RANGE agreementYear'],
  ['topUpPrepayment', prepay('new'), 'NOTHING_PREPAID payeeCode'],
  ['topUpPrepayment', prepay('made', { on: '2021-01-31' }), 'DATE_BEFORE_PREVIOUS_ACT on'],
  ['topUpPrepayment', prepay('made', { reference: 'T-1' }), 'REFERENCE_TAKEN reference'],
  ['topUpPrepayment', prepay('made', { amount: '9999999999999999.99' }), 'AMOUNT_OUT_OF_RANGE amount'],
  ['topUpPrepayment', prepay('closed', { on: '2022-03-01' }), 'PREPAYMENT_CLOSED agreementYear'],
  ['offsetPrepayment', of('nobody'), 'UNKNOWN_CODE institutionCode'],
  ['offsetPrepayment', of('new'), 'NOTHING_PREPAID institutionCode'],
  ['offsetPrepayment', of('far'), 'INSTITUTION_OF_OTHER_AREA institutionCode'],
  ['offsetPrepayment', of('made'), 'NOTHING_TO_OFFSET agreementYear'],
  ['offsetPrepayment', of('closed', { on: '2022-01-31' }), 'PREPAYMENT_CLOSED agreementYear', 'DATE_BEFORE_PREVIOUS_ACT on'],
  ['closePrepayment', close('new'), 'NOTHING_PREPAID institutionCode'],
  ['closePrepayment', close('made', { on: '2022-01-19' }), 'AGREEMENT_YEAR_NOT_OVER on'],
  ['closePrepayment', close('behind'), 'OFFSET_OUTSTANDING agreementYear'],
  ['closePrepayment', close('spent'), 'NOTHING_LEFT agreementYear'],
  ['closePrepayment', close('made', { rest: 'CARRY_OVER' }), 'NO_AGREEMENT_OF_YEAR institutionCode'],
  ['closePrepayment', close('closed', { on: '2022-03-01', reference: 'C-2' }), 'PREPAYMENT_CLOSED agreementYear'],
  ['setPrepaymentRatio', ratio({ ratioPercent: '29.99' }), 'RATIO_BELOW_FLOOR ratioPercent'],
  ['setPrepaymentRatio', ratio({ ratioPercent: '100.01', source: '' }), 'MALFORMED_TEXT source', 'MALFORMED_PERCENT ratioPercent'],
  ['setPrepaymentRatio', ratio({ ratioPercent: '0' }), 'MALFORMED_PERCENT ratioPercent'],
  ['setPrepaymentRatio', ratio({ effectiveFrom: '2018-12-31' }), 'NO_RATIO_IN_FORCE effectiveFrom'],
  ['setPrepaymentRatio', ratio({ effectiveFrom: '2025-01-01' }), 'RATIO_ALREADY_SET effectiveFrom'],
];

describe('each refusal of an act on a prepayment, with nothing changed', () => {
  let app: TestApp;
  let contents: Record<string, string>;
  beforeAll(async () => {
    app = await testApp();
    const stents = [{ quantity: 1000, unitPrice: '590' }];
    for (const code of ['new', 'made', 'closed']) await hospital(app, code, area, stents);
    const [behind] = await hospital(app, 'behind', area, stents);
    const [spent] = await hospital(app, 'spent', area, stents);
    await hospital(app, 'far', '330200', stents);
    await hospital(app, 'old', area, stents, 2018);
    await hospital(app, 'huge', area, [{ quantity: Number.MAX_SAFE_INTEGER, unitPrice: '1000' }]);
    await institutions(app, { without: area });
    for (const code of ['made', 'closed', 'behind', 'spent'])
      await movedAs(app, area, 'recordPrepayment', prepay(code, { reference: 'P-1', on: '2021-02-01' }));
    await movedAs(app, area, 'topUpPrepayment', prepay('made', { amount: '10.00', reference: 'T-1', on: '2021-02-01' }));
    await accepted(app, behind!, 100, '2021-06-30');
    await accepted(app, spent!, 1000, '2021-06-30');
    await movedAs(app, area, 'offsetPrepayment', of('spent', { on: '2021-06-30' }));
    await movedAs(app, area, 'closePrepayment', close('closed'));
    await movedAs(app, area, 'setPrepaymentRatio', ratio({ effectiveFrom: '2025-01-01' }));
    contents = await app.database.contents();
  });
  afterAll(() => app.stop());

  it.each(cases.map(([act, input, ...codes]) => [`${act} ${codes.join(', ')}`, act, input, codes] as const))(
    '[S1-12] [RC3] %s',
    async (_title, act, input, codes) => {
      const { object, userErrors, errors } = await asAgency(app, area, act, input);
      expect({ object, errors, codes: userErrors.map(({ code, field }) => `${code} ${field}`) }).toEqual({
        object: null,
        errors: [],
        codes,
      });
      expect(await app.database.contents()).toEqual(contents);
      for (const { message, messageZh } of userErrors) {
        expect(message).toMatch(/^\P{Script=Han}+\.$/u);
        expect(messageZh).toMatch(/\p{Script=Han}.*。$/u);
      }
    },
  );

  it('an agency of an area that is not on record sets no ratio', async () => {
    const { userErrors } = await asAgency(app, '999999', 'setPrepaymentRatio', ratio());
    expect(userErrors.map(({ code, field }) => [code, field])).toEqual([['UNKNOWN_CODE', null]]);
    expect(await app.database.contents()).toEqual(contents);
  });

  it('each of the sources has its case', () => {
    const provoked = new Set(cases.flatMap(([, , ...codes]) => codes.map((each) => each.split(' ')[0]!)));
    const ofPrepayments = projectFiles().filter((file) => file.startsWith('src/payment/') && file.includes('prepay'));
    const codes = codesIn('src/payment', (file) => ofPrepayments.includes(file));
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => !provoked.has(code))).toEqual([]);
  });

  it('what would carry over into a year with agreements, but further than an amount holds, stays', async () => {
    await agreements(app, { institution: 'made', year: 2022, lines: [{ quantity: 1, unitPrice: '1' }] });
    const largest = { agreementYear: 2022, amount: '9999999999999999.99', reference: 'P-2', on: '2022-01-31' };
    await movedAs(app, area, 'recordPrepayment', prepay('made', largest));
    const before = await app.database.contents();
    const { userErrors } = await asAgency(app, area, 'closePrepayment', close('made', { rest: 'CARRY_OVER' }));
    expect(userErrors.map(({ code, field }) => [code, field])).toEqual([['AMOUNT_OUT_OF_RANGE', 'agreementYear']]);
    expect(await app.database.contents()).toEqual(before);
  });
});
