import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { procured } from '../support/agreed-volume-sums.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { data, recorded } from '../support/build-recorder.ts';
import { ratio } from '../support/build-standards.ts';

interface Group {
  readonly area: { readonly code: string } | null;
  readonly savings: string | null;
  readonly fundSavings: string | null;
  readonly patientSavings: string | null;
}

describe.each(inject('servers'))('what lower prices save whom on $name', ({ url }) => {
  let app: TestApp;
  const prescribed = (area: string, ratioPercent: string | null, effectiveFrom = '2021-01-01', more: object = {}) =>
    ratio(app, area, { effectiveFrom, ratioPercent, ...more });
  const saved = async (groupBy: readonly string[], scheme: string | null = 'EMPLOYEE', asOf = '2023-06-30', filter: object = {}) => {
    const { procurementStatistics } = await data<{ procurementStatistics: { rows: Group[] } }>(
      app,
      `query($groupBy: [StatisticsDimension!]!, $filter: StatisticsFilter, $asOf: Date!, $scheme: InsuranceScheme) {
        procurementStatistics(groupBy: $groupBy, filter: $filter, asOf: $asOf, scheme: $scheme) {
          rows { area { code } savings fundSavings patientSavings } } }`,
      { groupBy, scheme, asOf, filter: { productCode: { eq: 'N-a' }, agreementYear: { eq: 2023 }, ...filter } },
    );
    return procurementStatistics.rows.map(({ area, savings, fundSavings, patientSavings }) => [
      area?.code ?? null,
      savings,
      fundSavings,
      patientSavings,
    ]);
  };

  beforeAll(async () => {
    app = await testApp({ server: url });
    await procured(app, 'N');
    // Price before 10, winning price 0.9375: 33 × 9.0625 = 299.06, 34 × 9.0625 = 308.13 in one pooling area, 100 × 9.0625 = 906.25 in another.
    for (const [institutionCode, quantity] of [
      ['N-1', 33],
      ['N-2', 34],
      ['N-3', 100],
    ] as const)
      await recorded(app, 'recordAgreedVolumes', {
        roundCode: 'N',
        productCode: 'N-a',
        agreementYear: 2023,
        volumes: [{ institutionCode, quantity }],
      });
  });
  afterAll(() => app.stop());

  it('[S1-28] [S0-3] splits savings by the ratio of each pooling area, and says nothing where one has none', async () => {
    const areas = (await saved(['AREA'], null)).map(([area]) => area as string);
    expect(areas).toHaveLength(2);
    expect(await saved(['AREA'], null)).toEqual([
      ['330100', '607.19', null, null],
      [areas[1], '906.25', null, null],
    ]);
    await prescribed('330100', '70.5');
    expect(await saved(['AREA'])).toEqual([
      // 607.19 × 70.5 % = 428.06895
      ['330100', '607.19', '428.07', '179.12'],
      [areas[1], '906.25', null, null],
    ]);
    // The whole would be a wrong figure.
    expect(await saved(['ROUND'])).toEqual([[null, '1513.44', null, null]]);
    await prescribed(areas[1]!, '80');
    // 428.06895 + 725.00 = 1153.06895, whatever the sums that are read.
    for (const groupBy of [['ROUND'], ['PRODUCT'], ['LOT', 'AGREEMENT_YEAR'], []])
      expect([groupBy, await saved(groupBy)]).toEqual([groupBy, [[null, '1513.44', '1153.07', '360.37']]]);
    expect(await saved(['ROUND', 'PRODUCT'], 'RESIDENT')).toEqual([[null, '1513.44', null, null]]);
  });

  it('[S1-17] takes the ratio of the day, of the area before that of its province, and none of one level alone', async () => {
    expect(await saved(['AREA'], 'EMPLOYEE', '2023-06-30', { areaCode: { eq: '330100' } })).toMatchObject([
      ['330100', '607.19', '428.07', '179.12'],
    ]);
    await prescribed('330100', '50', '2023-03-01');
    await prescribed('330100', '90', '2023-01-01', { institutionLevel: 'TERTIARY' });
    const on = async (day: string) => (await saved(['AREA'], 'EMPLOYEE', day, { areaCode: { eq: '330100' } }))[0]![2];
    expect([await on('2023-02-28'), await on('2023-03-01')]).toEqual(['428.07', '303.60']);
    await prescribed('330000', '60', '2021-01-01', { scheme: 'RESIDENT' });
    expect(await saved(['AREA'], 'RESIDENT', '2023-06-30', { areaCode: { eq: '330100' } })).toEqual([
      ['330100', '607.19', '364.31', '242.88'],
    ]);
    await prescribed('330100', null, '2023-05-01');
    expect([await on('2023-04-30'), await on('2023-05-01')]).toEqual(['303.60', null]);
  });
});
