import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { entities } from '../../src/features.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { rebuildAgreedVolumeRollup } from '../../src/procurement/roll-up-agreed-volumes.ts';
import { expectTrueSums, finest, importVolumes, procured, proposed, sums } from '../support/agreed-volume-sums.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { record, recorded, refusedWith } from '../support/build-recorder.ts';
import { institutions } from '../support/build-round.ts';

// A figure that a dashboard shows is a sum that was kept; here each writer keeps it true.
describe.each(inject('servers'))('the sums of agreed volumes on $name', ({ url }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server: url });
    await procured(app, 'N');
  });
  afterAll(() => app.stop());

  const volumes = (product: string, institution: string, quantity: number, year = 2023) => ({
    roundCode: 'N',
    productCode: product,
    agreementYear: year,
    volumes: [{ institutionCode: institution, quantity }],
  });

  it('are made by a proposed selection', async () => {
    // Zhejiang goes to the cheaper product: two areas; Jiangsu to the other.
    expect(await expectTrueSums(app.database)).toBe(3);
    const { kept } = await sums(app.database);
    expect(finest(kept)).toEqual(expect.arrayContaining([expect.objectContaining({ area_code: '330100', synthetic: false, volumes: 2 })]));
  });

  it('grow by recorded volumes, and not by refused ones', async () => {
    await recorded(app, 'recordAgreedVolumes', volumes('N-a', 'N-1', 33));
    await recorded(app, 'recordAgreedVolumes', volumes('N-a', 'N-2', 34));
    await recorded(app, 'recordAgreedVolumes', volumes('N-b', 'N-2', 35));
    expect(await expectTrueSums(app.database)).toBe(5);
    expect((await refusedWith(app, 'recordAgreedVolumes', volumes('N-a', 'N-1', 40))).map(({ code }) => code)).toEqual([
      'VOLUME_ALREADY_AGREED',
    ]);
    expect((await refusedWith(app, 'recordAgreedVolumes', volumes('N-a', 'nobody', 40))).map(({ code }) => code)).toEqual(['UNKNOWN_CODE']);
    expect(await expectTrueSums(app.database)).toBe(5);
  });

  it('count a recording once, however often it is sent', async () => {
    const before = await sums(app.database);
    const input = { ...volumes('N-a', 'N-3', 1), idempotencyKey: 'sent-often' };
    const answers = await Promise.all([1, 2, 3].map(() => record(app, 'recordAgreedVolumes', input)));
    expect(answers.filter(({ object }) => object !== null)).toHaveLength(3);
    const rivals = await Promise.all([1, 2, 3].map(() => record(app, 'recordAgreedVolumes', volumes('N-a', 'N-4', 2))));
    expect(rivals.filter(({ object }) => object !== null)).toHaveLength(1);
    expect(await expectTrueSums(app.database)).toBe(finest(before.kept).length + 2);
  });

  it('move by the difference of an amendment, up and down', async () => {
    const amend = (quantity: number, reason = 'counted again') => ({
      roundCode: 'N',
      productCode: 'N-b',
      agreementYear: 2023,
      institutionCode: 'N-2',
      quantity,
      reason,
    });
    for (const quantity of [1_000_003, 1, 36]) {
      await recorded(app, 'amendAgreedVolume', amend(quantity));
      await expectTrueSums(app.database);
    }
    await refusedWith(app, 'amendAgreedVolume', amend(36));
    await refusedWith(app, 'amendAgreedVolume', amend(37, ' '));
    await expectTrueSums(app.database);
  });

  it('grow by a file, demonstration rows apart, and not by one that is refused, tried or repeated', async () => {
    const file = ['N-1', 'N-2', 'N-3', 'N-4'].flatMap((institution, index) => [
      { round: 'N', product: 'N-a', institution, year: 2024, quantity: 11 + index, synthetic: index % 2 === 0 },
      { round: 'N', product: 'N-b', institution, year: 2024, quantity: 101 + index },
    ]);
    const before = await app.database.contents();
    expect(await importVolumes(app.database, file, true)).toMatchObject({ errorCount: 0, rowsAdded: 8 });
    expect((await importVolumes(app.database, [...file, { ...file[0]!, institution: 'nobody' }])).errorCount).toBe(1);
    expect(await app.database.contents()).toEqual(before);
    const sumsBefore = await expectTrueSums(app.database);
    expect(await importVolumes(app.database, file)).toMatchObject({ errorCount: 0, rowsAdded: 8, rowsUnchanged: 0 });
    // N-a: Hangzhou twice (one row is synthetic), Ningbo, Nanjing; N-b: three areas.
    expect(await expectTrueSums(app.database)).toBe(sumsBefore + 7);
    expect(await importVolumes(app.database, file)).toMatchObject({ rowsAdded: 0, rowsUnchanged: 8 });
    expect(await expectTrueSums(app.database)).toBe(sumsBefore + 7);
  });

  it('of one area stay true when twenty record, four amend and a file comes in at once', async () => {
    const codes = Array.from({ length: 20 }, (_none, index) => `hz-${index}`);
    await institutions(app, Object.fromEntries(codes.map((code) => [code, '330100'])));
    const answers = await Promise.all([
      ...codes.map((code, index) => record(app, 'recordAgreedVolumes', volumes(index % 2 === 0 ? 'N-a' : 'N-b', code, 7 + index, 2025))),
      ...[51, 52, 53, 54].map((quantity) =>
        record(app, 'amendAgreedVolume', {
          roundCode: 'N',
          productCode: 'N-a',
          agreementYear: 2023,
          institutionCode: 'N-1',
          quantity,
          reason: 'at once',
        }),
      ),
    ]);
    const file = codes.map((institution) => ({ round: 'N', product: 'N-a', institution, year: 2026, quantity: 5 }));
    const [report, ...more] = await Promise.all([
      importVolumes(app.database, file),
      ...codes.map((code) => record(app, 'recordAgreedVolumes', volumes('N-b', code, 9, 2026))),
      rebuildAgreedVolumeRollup(app.database),
    ] as const);
    expect(report).toMatchObject({ errorCount: 0, rowsAdded: 20 });
    const recordings = [...answers, ...more.filter((each) => typeof each === 'object')];
    expect(recordings.flatMap(({ errors, userErrors }) => [...errors, ...userErrors])).toEqual([]);
    await expectTrueSums(app.database);
    const { kept } = await sums(app.database);
    const of = (year: number) =>
      (finest(kept) as { agreement_year: number; volumes: number }[]).filter((each) => each.agreement_year === year);
    expect([of(2025).map((each) => each.volumes), of(2026).map((each) => each.volumes)]).toEqual([
      [10, 10],
      [20, 20],
    ]);
  });

  it('of the country stay true when files in opposite orders and recordings of every area come in at once', async () => {
    const places = ['N-1', 'N-2', 'N-3', 'N-4'];
    const rows = places.flatMap((institution) => ['N-a', 'N-b'].map((product) => ({ round: 'N', product, institution, quantity: 3 })));
    const file = (year: number) => [2028, year].flatMap((each) => rows.map((row) => ({ ...row, year: each })));
    // Of 2028 each file has two areas of its own: they meet in the sums without an area.
    const [there, back, ...recordings] = await Promise.all([
      importVolumes(
        app.database,
        file(2029).filter(({ institution, year }) => institution < 'N-3' || year > 2028),
      ),
      importVolumes(
        app.database,
        file(2030)
          .filter(({ institution, year }) => institution > 'N-2' || year > 2028)
          .toReversed(),
      ),
      ...places.map((place) => record(app, 'recordAgreedVolumes', volumes('N-a', place, 9, 2031))),
      ...places.map((place) => record(app, 'recordAgreedVolumes', volumes('N-b', place, 9, 2031))),
    ] as const);
    expect([there, back].map(({ errorCount, rowsAdded }) => [errorCount, rowsAdded])).toEqual([
      [0, 12],
      [0, 12],
    ]);
    expect(recordings.flatMap(({ errors, userErrors }) => [...errors, ...userErrors])).toEqual([]);
    await expectTrueSums(app.database);
  });

  it('are the same when they are made anew, whatever stood there', async () => {
    const before = await sums(app.database);
    await app.database.pool.query(`update agreed_volume_rollup set quantity = quantity + 1 where area_code = '330100';
      delete from agreed_volume_rollup where area_code = '320100'; delete from agreed_volume_rollup_by_area where area_code = '330100';
      update agreed_volume_rollup_by_product set volumes = volumes + 1`);
    expect(await rebuildAgreedVolumeRollup(app.database)).toBe(finest(before.kept).length);
    expect(await sums(app.database)).toEqual(before);
  });

  it('of what was recorded before there were sums are made by the migrations', async () => {
    await proposed(app, 'M');
    const before = await sums(app.database);
    await app.database.pool.query(`drop table ${Object.keys(before.kept).join(', ')};
      delete from migration where name in ('m0004-agreed-volume-rollup', 'm0006-coarser-rollups')`);
    const database = await openDatabase(app.database.url, { entities });
    try {
      await database.migrate();
    } finally {
      await database.close();
    }
    expect(await sums(app.database)).toEqual(before);
  });
});
