import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { agencyOf } from '../support/build-prepayment.ts';
import { record } from '../support/build-recorder.ts';
import { claimLine, priced, ratio, settlement, type PricedLine } from '../support/build-standards.ts';

describe.each(inject('servers'))('the split of claim lines on $name', ({ url }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server: url });
    await ratio(app, '330000', { ratioPercent: '80' });
    await ratio(app, '330000', { ratioPercent: '70.5', institutionLevel: 'TERTIARY' });
    await ratio(app, '330000', { ratioPercent: '60', scheme: 'RESIDENT' });
    await ratio(app, '330100', { ratioPercent: '75', effectiveFrom: '2022-01-01' });
  });
  afterAll(() => app.stop());

  const one = async (more: object = {}, knownAt: string | null = null): Promise<PricedLine> =>
    (await priced(app, [claimLine(more)], knownAt))[0]!;
  const parts = ({ total, inScopeAmount, fundAmount, patientAmount, aboveStandardAmount, reason }: PricedLine) => [
    total,
    inScopeAmount,
    fundAmount,
    patientAmount,
    aboveStandardAmount,
    reason,
  ];

  it.each([
    ['[E15a] [S1-16] selected, at its winning price', {}, ['590.00', '590.00', '472.00', '118.00', '0.00', null]],
    [
      '[E15e] an odd ratio',
      { productCode: 'GUREATER', price: '645', institutionLevel: 'TERTIARY' },
      ['645.00', '645.00', '454.73', '190.27', '0.00', null],
    ],
    ['[RE2] dearer than the standard', { price: '9000' }, ['9000.00', '590.00', '472.00', '8528.00', '8410.00', null]],
    ['[RE5] cheaper than the standard', { price: '500', quantity: 2 }, ['1000.00', '1000.00', '800.00', '200.00', '0.00', null]],
    ['another scheme', { scheme: 'RESIDENT' }, ['590.00', '590.00', '354.00', '236.00', '0.00', null]],
    ['a level without a ratio of its own', { institutionLevel: 'PRIMARY' }, ['590.00', '590.00', '472.00', '118.00', '0.00', null]],
    ['an area below that says nothing', { areaCode: '330200' }, ['590.00', '590.00', '472.00', '118.00', '0.00', null]],
    ['an area below with its own', { areaCode: '330100' }, ['590.00', '590.00', '442.50', '147.50', '0.00', null]],
    ['… before its own begins', { areaCode: '330100', asOf: '2021-12-31' }, ['590.00', null, null, null, null, 'NO_RATIO']],
    [
      '… and of a scheme that it leaves out',
      { areaCode: '330100', scheme: 'RESIDENT' },
      ['590.00', '590.00', '354.00', '236.00', '0.00', null],
    ],
    ['an area without any', { areaCode: '110000' }, ['590.00', null, null, null, null, 'NO_RATIO']],
    ['an unknown product', { productCode: 'nowhere' }, ['590.00', null, null, null, null, 'PRODUCT_UNKNOWN']],
    ['an unknown area', { areaCode: '999999' }, ['590.00', null, null, null, null, 'AREA_UNKNOWN']],
    ['a day before the standard', { asOf: '2021-01-30' }, ['590.00', null, null, null, null, 'NO_STANDARD']],
    ['a price that is not on record', { productCode: 'HELIOS' }, ['590.00', null, null, null, null, 'NOT_ON_RECORD']],
    ['a price of nothing', { price: '0' }, [null, null, null, null, null, 'MALFORMED_PRICE']],
    ['a price below nothing', { price: '-1' }, [null, null, null, null, null, 'MALFORMED_PRICE']],
    ['a price of five decimals', { price: '590.00001' }, [null, null, null, null, null, 'MALFORMED_PRICE']],
    ['no quantity', { quantity: 0 }, [null, null, null, null, null, 'MALFORMED_QUANTITY']],
  ])('[S1-17] %s', async (_name, more, expected) => {
    expect(parts(await one(more))).toEqual(expected);
    // The record says the same as memory does.
    expect(parts(await one(more, new Date().toISOString()))).toEqual(expected);
  });

  it('[E16] is rounded once for a line, and explained with its steps where that is asked', async () => {
    const explanation = 'explanation { rule sentenceZh inputs { name value unit } steps { value unit } source { document } }';
    const [line] = (await priced(app, [claimLine({ price: '0.62', quantity: 28, areaCode: '330000' })], null, explanation)) as unknown as {
      fundAmount: string;
      explanation: { rule: string; inputs: object[]; steps: { value: string }[]; source: { document: string }[] };
    }[];
    expect(line!.fundAmount).toBe('13.89');
    expect(line!.explanation).toMatchObject({ rule: 'standard.claim-split' });
    expect(line!.explanation.steps.map(({ value }) => value)).toEqual(['17.36', '0.6200', '17.36', '13.89', '3.47', '0.00']);
    expect(line!.explanation.inputs).toContainEqual({ name: 'ratio', value: '80.000', unit: '%' });
    expect(line!.explanation.source.at(-1)).toEqual({ document: '通知' });
    await ratio(app, '440000', { ratioPercent: '70' });
    expect(parts(await one({ areaCode: '440000', price: '0.62', quantity: 28 }))).toEqual([
      '17.36',
      '17.36',
      '12.15',
      '5.21',
      '0.00',
      null,
    ]);
  });

  it('[S1-17] a ratio recorded later for the same day takes its place; what was known before stays', async () => {
    const area = '450000';
    const first = await ratio(app, area, { ratioPercent: '50' });
    expect(await one({ areaCode: area })).toMatchObject({ ratioPercent: '50.000', fundAmount: '295.00' });
    await ratio(app, area, { ratioPercent: '55.125' });
    expect(await one({ areaCode: area })).toMatchObject({ ratioPercent: '55.125', fundAmount: '325.24' });
    expect(await one({ areaCode: area }, String(first['recordedAt']))).toMatchObject({ ratioPercent: '50.000', fundAmount: '295.00' });
    await ratio(app, area, { effectiveFrom: '2022-03-01' });
    expect(await one({ areaCode: area })).toMatchObject({ reason: 'NO_RATIO', fundAmount: null });
    expect(await one({ areaCode: area, asOf: '2022-02-28' })).toMatchObject({ ratioPercent: '55.125' });
  });

  it('refuses what is no ratio with its figures, and records nothing', async () => {
    const before = await app.database.contents();
    for (const ratioPercent of ['0', '-5', '100.001', '70.1234']) {
      const { userErrors } = await record(
        app,
        'prescribeFundRatio',
        { scheme: 'EMPLOYEE', effectiveFrom: '2021-01-01', source: '通知', ratioPercent },
        { caller: agencyOf('330000') },
      );
      expect(userErrors).toMatchObject([
        {
          code: 'RATIO_OUT_OF_RANGE',
          field: 'ratioPercent',
          rule: 'standard.fund-ratio',
          facts: [{ value: ratioPercent, unit: '%' }, { name: 'most' }],
        },
      ]);
    }
    const unknown = { scheme: 'EMPLOYEE', effectiveFrom: '2021-01-01', source: ' ', ratioPercent: '50' };
    const { userErrors } = await record(app, 'prescribeFundRatio', unknown, { caller: agencyOf('999999') });
    expect(userErrors.map(({ code, field }) => [code, field])).toEqual([
      ['MALFORMED_TEXT', 'source'],
      ['UNKNOWN_CODE', null],
    ]);
    expect(await app.database.contents()).toEqual(before);
  });

  it('is nobody’s to prescribe but the agency’s, and everybody’s to know', async () => {
    const input = { scheme: 'EMPLOYEE', effectiveFrom: '2021-01-01', source: '通知', ratioPercent: '50' };
    for (const caller of [settlement, { role: 'EXPERT', subject: 'e' } as const]) {
      expect((await record(app, 'prescribeFundRatio', input, { caller })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    const { data } = await app.ask<{ fundRatios: { nodes: object[] } }>(
      `{ fundRatios(filter: { areaCode: { eq: "330100" } }) { nodes { scheme institutionLevel ratioPercent area { code } } } }`,
    );
    expect(data!.fundRatios.nodes).toEqual([
      { scheme: 'EMPLOYEE', institutionLevel: null, ratioPercent: '75.000', area: { code: '330100' } },
    ]);
  });
});
