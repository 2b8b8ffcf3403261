import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { StatisticsDocument } from '../../schema/client/graphql.ts';
import type { Caller } from '../../src/platform/access/caller.ts';
import { statisticsDimensions, type StatisticsDimension } from '../../src/statistics/statistics-dimensions.ts';
import { importVolumes, procured, proposed, type VolumeGiven } from '../support/agreed-volume-sums.ts';
import { expert, testApp, testNow, type TestApp } from '../support/app.ts';
import { askStatistics, codesOf, lastDay, mistakeOf, type StatisticsQuestion } from '../support/ask-statistics.ts';
import { recorded } from '../support/build-recorder.ts';
import { institutions } from '../support/build-round.ts';

let app: TestApp;

const statistics = (...question: StatisticsQuestion) => askStatistics(app, ...question);
const mistake = (...question: StatisticsQuestion) => mistakeOf(app, ...question);

const cents = (amount: string | null) => BigInt(amount!.replace('.', ''));
const total = <Each>(each: readonly Each[], of: (one: Each) => bigint) => each.reduce((sum, one) => sum + of(one), 0n);

describe('procurementStatistics', () => {
  beforeAll(async () => {
    app = await testApp();
    await procured(app, 'N');
    // The 2020 stent round as it is on record: EXCROSSAL at 469 yuan, HELIOS without a price, none with a price before.
    await institutions(app, { 'bj-1': '110000', 'sz-1': '440300' });
  });
  afterAll(() => app.stop());

  it('sums quantities and amounts to the cent, each volume rounded once', async () => {
    const given: [product: string, institution: string, quantity: number][] = [
      ['N-a', 'N-1', 33],
      ['N-a', 'N-2', 34],
      ['N-b', 'N-2', 36],
    ];
    for (const [productCode, institutionCode, quantity] of given) {
      const volumes = [{ institutionCode, quantity }];
      await recorded(app, 'recordAgreedVolumes', { roundCode: 'N', productCode, agreementYear: 2023, volumes });
    }
    const { rows, dataThrough } = await statistics(['PRODUCT', 'AREA'], { agreementYear: { eq: 2023 } });
    expect(dataThrough).toBe(testNow.toISOString());
    expect(rows.map((row) => [codesOf(row).PRODUCT, codesOf(row).AREA, row.volumeCount, row.agreedQuantity])).toEqual([
      ['N-a', '330100', 2, 67],
      ['N-b', '330100', 1, 36],
    ]);
    // 33 × 0.9375 = 30.9375 → 30.94, 34 × 0.9375 = 31.875 → 31.88; 36 ÷ 7 × 10.00 = 51.428… → 51.43
    expect(rows.map((row) => [row.agreedAmount, row.volumesWithoutPrice])).toEqual([
      ['62.82', 0],
      ['51.43', 0],
    ]);
    // (10 − 0.9375) × 33 = 299.0625 → 299.06, × 34 = 308.125 → 308.13; the price before is for a tablet, not for a box.
    expect(rows.map((row) => [row.savings, row.volumesWithoutSavings])).toEqual([
      ['607.19', 0],
      [null, 1],
    ]);
    expect(rows.map(codesOf)).toEqual(
      rows.map((row) => ({ ...codesOf(row), ROUND: undefined, LOT: undefined, ENTERPRISE: undefined, INSTITUTION: undefined })),
    );
  });

  it('gives null and how many lack a price, never the sum of the others', async () => {
    const stents = (product: string, institution: string, quantity: number) =>
      ({ round: 'GH-HD2020-1', product, institution, year: 2021, quantity }) satisfies VolumeGiven;
    await importVolumes(app.database, [stents('EXCROSSAL', 'sz-1', 120), stents('HELIOS', 'sz-1', 7), stents('EXCROSSAL', 'bj-1', 10)]);
    const { rows } = await statistics(['AREA'], { roundCode: { eq: 'GH-HD2020-1' } });
    expect(rows.map((row) => [codesOf(row).AREA, row.agreedQuantity, row.agreedAmount, row.volumesWithoutPrice])).toEqual([
      ['110000', 10, '4690.00', 0],
      ['440300', 127, null, 1],
    ]);
    expect(rows.map((row) => [row.savings, row.volumesWithoutSavings])).toEqual([
      [null, 1],
      [null, 2],
    ]);
  });

  it('puts the pooling areas of a province together; one that is under none is its own', async () => {
    await institutions(app, { 'gz-1': '440100' });
    await importVolumes(app.database, [{ round: 'GH-HD2020-1', product: 'FIREBIRD2', institution: 'gz-1', year: 2021, quantity: 4 }]);
    const filter = { roundCode: { eq: 'GH-HD2020-1' } };
    const { rows } = await statistics(['PROVINCE'], filter);
    expect(rows.map((row) => [row.province?.code, row.area, row.agreedQuantity, row.volumeCount])).toEqual([
      ['110000', null, 10, 1],
      ['440000', null, 131, 3],
    ]);
    const both = await statistics(['PROVINCE', 'AREA'], filter);
    expect(both.rows.map((row) => [row.province?.code, row.area?.code, row.agreedQuantity])).toEqual([
      ['110000', '110000', 10],
      ['440000', '440100', 4],
      ['440000', '440300', 127],
    ]);
  });

  it('marks the groups that hold demonstration data, and can leave it out', async () => {
    const synthetic = { round: 'GH-HD2020-1', product: 'EXCROSSAL', institution: 'bj-1', year: 2022, quantity: 5, synthetic: true };
    await importVolumes(app.database, [synthetic]);
    const beijing = async (filter: object) =>
      (await statistics(['AREA'], { areaCode: { eq: '110000' }, ...filter })).rows.map((row) => [
        row.agreedQuantity,
        row.containsSynthetic,
      ]);
    expect(await beijing({})).toEqual([[15, true]]);
    expect(await beijing({ synthetic: false })).toEqual([[10, false]]);
    expect(await beijing({ synthetic: true })).toEqual([[5, true]]);
  });

  it('counts the agreement years that have begun by the day', async () => {
    const years = async (asOf: string) => (await statistics(['AGREEMENT_YEAR'], undefined, asOf)).rows.map((row) => row.agreementYear);
    expect(await years('2020-12-31')).toEqual([]);
    expect(await years('2021-01-01')).toEqual([2021]);
    expect(await years('2022-12-31')).toEqual([2021, 2022]);
    expect(await years('2023-01-01')).toEqual([2021, 2022, 2023]);
  });

  it('answers nothing with no rows and no time', async () => {
    expect(await statistics([], { productCode: { eq: 'no-such' } })).toEqual({ dataThrough: null, rows: [] });
    expect(await statistics(['ROUND'], { roundCode: { in: [] } })).toEqual({ dataThrough: null, rows: [] });
  });

  it('shows nobody but those who prepare a round what is only proposed', async () => {
    await proposed(app, 'P');
    const quantity = async (caller?: Partial<Caller>) => (await statistics([], { roundCode: { eq: 'P' } }, lastDay, caller)).rows;
    const all = (await statistics([])).rows[0]!.agreedQuantity;
    expect(await quantity()).toEqual([]);
    expect(await quantity({ role: 'ENTERPRISE', enterprise: 'P-a' })).toEqual([]);
    const [seen] = await quantity(expert);
    expect(seen!.volumeCount).toBeGreaterThan(0);
    expect((await statistics([], undefined, lastDay, expert)).rows[0]!.agreedQuantity).toBe(all + seen!.agreedQuantity);
    await recorded(app, 'publiciseSelection', { roundCode: 'P' });
    expect(await quantity()).toEqual([seen]);
    expect((await statistics([])).rows[0]!.agreedQuantity).toBe(all + seen!.agreedQuantity);
  });

  // Agreed volumes have no month.
  const subsets = statisticsDimensions
    .filter((each) => each !== 'MONTH')
    .reduce<StatisticsDimension[][]>((all, each) => [...all, ...all.map((some) => [...some, each])], [[]]);

  it('has totals that are the sums of their parts, by every grouping', async () => {
    const places = ['N-1', 'N-2', 'N-3', 'N-4', 'bj-1', 'sz-1'];
    // A year of its own for each round of the property, so that no volume is agreed twice.
    let year = 2030;
    const volume = fc.record({
      product: fc.constantFrom('N-a', 'N-b'),
      institution: fc.constantFrom(...places),
      quantity: fc.integer({ min: 1, max: 1_000_000 }),
      synthetic: fc.boolean(),
    });
    const volumes = fc.uniqueArray(volume, { selector: (each) => `${each.product} ${each.institution}`, minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(volumes, async (given) => {
        year += 1;
        const filter = { roundCode: { eq: 'N' }, agreementYear: { eq: year } };
        const file = given.map((each) => ({ ...each, round: 'N', year }));
        const [first, ...rest] = file;
        if (rest.length > 0) expect(await importVolumes(app.database, rest)).toMatchObject({ errorCount: 0 });
        await recorded(app, 'recordAgreedVolumes', {
          roundCode: 'N',
          productCode: first!.product,
          agreementYear: year,
          volumes: [{ institutionCode: first!.institution, quantity: first!.quantity }],
        });
        const [whole] = (await statistics([], filter)).rows;
        expect(whole!.agreedQuantity).toBe(file.reduce((sum, { quantity }) => sum + quantity, 0));
        expect(whole!.containsSynthetic).toBe(rest.some(({ synthetic }) => synthetic));
        for (const groupBy of subsets) {
          const { rows } = await statistics(groupBy, filter);
          const keys = rows.map((row) => groupBy.map((each) => codesOf(row)[each]));
          expect(keys.every((key) => key.every((code) => code !== undefined))).toBe(true);
          expect(keys).toEqual(keys.toSorted((a, b) => (a.join('|') < b.join('|') ? -1 : 1)));
          expect(new Set(keys.map((key) => key.join('|'))).size).toBe(rows.length);
          expect(total(rows, (row) => BigInt(row.agreedQuantity))).toBe(BigInt(whole!.agreedQuantity));
          expect(total(rows, (row) => BigInt(row.volumeCount))).toBe(BigInt(given.length));
          expect(total(rows, (row) => cents(row.agreedAmount))).toBe(cents(whole!.agreedAmount));
          expect(total(rows, (row) => BigInt(row.volumesWithoutSavings))).toBe(BigInt(whole!.volumesWithoutSavings));
        }
      }),
      { numRuns: 3 },
    );
  }, 60_000);

  it('asks a number of statements that the rows do not change', async () => {
    const all: StatisticsDimension[] = ['ROUND', 'LOT', 'PRODUCT', 'ENTERPRISE', 'AREA', 'INSTITUTION', 'AGREEMENT_YEAR'];
    const counted = async (filter: object) => {
      app.database.forget();
      const { rows } = await statistics(all, filter);
      return { rows: rows.length, statements: app.database.statements.length };
    };
    const few = await counted({ roundCode: { eq: 'N' }, agreementYear: { eq: 2023 } });
    const many = await counted({ roundCode: { in: ['N', 'P', 'GH-HD2020-1'] } });
    expect(few.rows).toBe(3);
    expect(many.rows).toBeGreaterThan(10);
    // The groups; then rounds, lots, products, enterprises, areas, institutions.
    expect([few.statements, many.statements]).toEqual([7, 7]);
    app.database.forget();
    await statistics(['AREA']);
    expect(app.database.statements.filter((text) => /\bagreed_volume\b/.test(text))).toEqual([]);
  });

  it('reads institutions only of named rounds or areas', async () => {
    const needed = 'groupBy: INSTITUTION needs a filter by roundCode or areaCode (eq or in)';
    for (const filter of [undefined, {}, { roundCode: {} }, { roundCode: { eq: null } }, { productCode: { eq: 'N-a' } }]) {
      expect(await mistake(['INSTITUTION'], filter)).toEqual(['BAD_USER_INPUT', needed]);
    }
    const { rows } = await statistics(['INSTITUTION'], { areaCode: { in: ['110000'] }, agreementYear: { lte: 2022 } });
    expect(rows.map((row) => [codesOf(row).INSTITUTION, row.agreedQuantity])).toEqual([['bj-1', 15]]);
  });

  it('sums beyond the integers of GraphQL, and says where a number ends', async () => {
    const huge = (institution: string, quantity: number): VolumeGiven => ({
      round: 'GH-HD2020-1',
      product: 'TIVOLI',
      institution,
      year: 2029,
      quantity,
    });
    await importVolumes(app.database, [huge('bj-1', Number.MAX_SAFE_INTEGER), huge('sz-1', 3_000_000_000)]);
    const filter = { agreementYear: { eq: 2029 } };
    const { rows } = await statistics(['AREA'], filter);
    // 549 yuan each.
    expect(rows.map((row) => [row.agreedQuantity, row.agreedAmount])).toEqual([
      [9007199254740991, '4944952390852804059.00'],
      [3_000_000_000, '1647000000000.00'],
    ]);
    const [code, message] = await mistake(['ROUND'], filter);
    expect([code, message]).toEqual(['BAD_USER_INPUT', expect.stringContaining('a sum passes 9007199254740991')]);
  });

  it('says when there are more groups than an answer holds', async () => {
    await app.database.pool.query(`
      insert into institution (id, code, area_code, level, name, provenance, confidence)
        select gen_random_uuid(), 'many-' || n, '310000', 'PRIMARY', '院 ' || n, 'test', 'SYNTHETIC' from generate_series(1, 5001) n`);
    const file = Array.from({ length: 5001 }, (_none, index) => ({
      round: 'GH-HD2020-1',
      product: 'FIREBIRD2',
      institution: `many-${index + 1}`,
      year: 2028,
      quantity: 1,
      synthetic: true,
    }));
    await importVolumes(app.database, file.slice(0, 5000));
    const filter = { areaCode: { eq: '310000' } };
    const { rows } = await statistics(['INSTITUTION'], filter);
    expect(rows).toHaveLength(5000);
    await importVolumes(app.database, file);
    expect(await mistake(['INSTITUTION'], filter)).toEqual([
      'BAD_USER_INPUT',
      'groupBy: more than 5000 groups; filter, or group by fewer dimensions',
    ]);
    expect((await statistics([], filter)).rows.map((row) => row.volumeCount)).toEqual([5001]);
  });
});

describe.each(inject('servers'))('the contract on $name', ({ url }) => {
  let served: TestApp;
  beforeAll(async () => {
    served = await testApp({ server: url });
  });
  afterAll(() => served.stop());

  it('Statistics tells what was agreed by round and area', async () => {
    const asked = () => served.ask(StatisticsDocument, { asOf: '2026-11-21' });
    expect(await asked()).toEqual({ data: { procurementStatistics: { dataThrough: null, scope: 'NONE', rows: [] } } });
    await institutions(served, { 'sz-1': '440300' });
    await importVolumes(served.database, [
      { round: 'GH-HD2020-1', product: 'EXCROSSAL', institution: 'sz-1', year: 2021, quantity: 120, synthetic: true },
    ]);
    const { data: answer } = await asked();
    expect(answer!.procurementStatistics.dataThrough).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(answer!.procurementStatistics.rows).toEqual([
      {
        round: { code: 'GH-HD2020-1' },
        area: { code: '440300' },
        agreedQuantity: 120,
        agreedAmount: '56280.00',
        // What became of it is not everybody's.
        acceptedQuantity: null,
        completionRatio: null,
        acceptedAmount: null,
        paidAmount: null,
        overdueAmount: null,
        savings: null,
        containsSynthetic: true,
        volumesWithoutPrice: 0,
        volumesWithoutSavings: 1,
      },
    ]);
  });
});
