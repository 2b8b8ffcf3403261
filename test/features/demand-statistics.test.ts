import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { republishDemand } from '../../src/procurement/publish-demand.ts';
import { seededRandom } from '../../src/procurement/synthetic/seeded-random.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { recorded, type Answer } from '../support/build-recorder.ts';
import { holders, inDemandReporting, round7, stents2020 } from '../support/build-round.ts';
import {
  askDemand,
  demandDocument,
  hospitalsIn,
  importReports,
  madeUpReports,
  type DemandGroup,
  type Report,
} from '../support/reported-demand.ts';

const areas = ['110000', '330100', '330200', '320100', '320200', '440100', '440300', '510100'];
const stents = ['stent-a', 'stent-b', 'stent-c', 'stent-d', 'stent-e'];
const others: Partial<Caller>[] = [
  { role: 'ENTERPRISE', subject: 'e', enterprise: 'stent-a' },
  { role: 'INSTITUTION', subject: 'i', institution: '110000-0' },
  { role: 'AGENCY', subject: 'a', area: '110000' },
  { role: 'SETTLEMENT', subject: 's' },
];

const sum = (reports: readonly Report[]) => reports.reduce((all, { quantity }) => all + quantity, 0);
const by = (reports: readonly Report[], key: (report: Report) => string | null) => [...Map.groupBy(reports, key).values()];
const keyOf = (...parts: readonly (string | null)[]) => parts.join('|');
const blocksOf = (reports: readonly Report[]) => by(reports, ({ round, lot, area }) => keyOf(round, lot, area));
const distinct = (values: readonly unknown[]) => new Set(values).size;

/** Whether three institutions, and three enterprises where products are named, stand behind a block: said anew, as the rule's reader would. */
function isTold(block: readonly Report[]): boolean {
  const products = block.flatMap(({ product }) => product ?? []);
  return distinct(block.map(({ institution }) => institution)) >= 3 && (products.length === 0 || distinct(products) >= 3);
}

describe('reported demand, summed', () => {
  let app: TestApp;
  const branded = madeUpReports('S', ['s-1', 's-2', 's-3'], areas, stents);
  const generic = madeUpReports('D', ['d-1', 'd-2'], areas, [null]);
  const all = [...branded, ...generic];
  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'STENT', stents);
    await hospitalsIn(app, new Map(all.map(({ institution, area }) => [institution, area])));
    const lots = (codes: readonly string[]) => codes.map((code) => ({ code }));
    await inDemandReporting(app, {
      code: 'S',
      category: 'STENT',
      scheme: 'national-stent',
      days: stents2020,
      lots: lots(['s-1', 's-2', 's-3']),
    });
    await inDemandReporting(app, { code: 'D', scheme: 'national-drug', days: round7, lots: lots(['d-1', 'd-2']) });
    await importReports(app, all);
  });
  afterAll(() => app.stop());

  it('[T8] is nobody else’s while it is reported: each report would show by the difference of before and after', async () => {
    expect(await askDemand(app, ['ROUND', 'LOT', 'AREA'])).toEqual([]);
    const [total] = await askDemand(app, [], undefined, expert);
    expect(total).toMatchObject({ reportedQuantity: sum(all), isComplete: true, containsSynthetic: false });
    await recorded(app, 'openBidding', { roundCode: 'S', on: stents2020.bidding });
    expect((await askDemand(app, ['ROUND'])).map(({ round }) => round?.code)).toEqual(['S']);
    await recorded(app, 'openBidding', { roundCode: 'D', on: round7.bidding });
    expect((await askDemand(app, ['ROUND'])).map(({ round }) => round?.code)).toEqual(['D', 'S']);
  });

  it('is told in full to those who see the reports', async () => {
    const groups = await askDemand(app, ['LOT', 'ENTERPRISE', 'AREA'], undefined, expert);
    const expected = by(all, ({ lot, product, area }) => keyOf(lot, product, area));
    expect(groups).toHaveLength(expected.length);
    const told = new Map(groups.map((group) => [keyOf(group.lot!.code, group.enterprise?.code ?? null, group.area!.code), group]));
    for (const reports of expected) {
      const { lot, product, area } = reports[0]!;
      expect(told.get(keyOf(lot, product, area))).toMatchObject({
        reportedQuantity: sum(reports),
        institutionCount: distinct(reports.map(({ institution }) => institution)),
        isComplete: true,
      });
    }
    const [ofProduct] = await askDemand(app, ['PRODUCT'], { enterpriseCode: { eq: 'stent-b' } }, { role: 'AUDITOR', subject: 'a' });
    expect(ofProduct).toMatchObject({
      product: { code: 'stent-b' },
      reportedQuantity: sum(all.filter(({ product }) => product === 'stent-b')),
    });
  });

  it('[T8] is told to everybody else by whole blocks, without those that few stand behind', async () => {
    const groups = await askDemand(app, ['LOT', 'AREA']);
    const blocks = blocksOf(all);
    expect(blocks.filter(isTold).length).toBeGreaterThan(10);
    expect(blocks.filter((block) => !isTold(block)).length).toBeGreaterThan(10);
    const expected = blocks.map((block) => ({
      key: keyOf(block[0]!.lot, block[0]!.area),
      reportedQuantity: isTold(block) ? sum(block) : null,
      institutionCount: isTold(block) ? distinct(block.map(({ institution }) => institution)) : null,
      isComplete: isTold(block),
    }));
    const told = groups.map(({ lot, area, reportedQuantity, institutionCount, isComplete }) => ({
      key: keyOf(lot!.code, area!.code),
      reportedQuantity,
      institutionCount,
      isComplete,
    }));
    expect(told).toEqual(expected.toSorted((a, b) => (a.key < b.key ? -1 : 1)));
    const ofLots = await askDemand(app, ['LOT']);
    for (const { lot, ...group } of ofLots) {
      const ofLot = blocks.filter((block) => block[0]!.lot === lot!.code);
      expect(group).toMatchObject({
        reportedQuantity: sum(ofLot.filter(isTold).flat()),
        isComplete: ofLot.every(isTold),
        containsSynthetic: false,
      });
    }
    for (const caller of others) expect(await askDemand(app, ['LOT', 'AREA'], undefined, caller)).toEqual(groups);
  });

  it('[T8] is not told by product or enterprise, grouped or filtered, but to those who see the reports', async () => {
    const questions = [
      { groupBy: ['PRODUCT'] },
      { groupBy: ['LOT', 'ENTERPRISE'] },
      { groupBy: [], filter: { productCode: { eq: 'stent-a' } } },
      { groupBy: ['AREA'], filter: { enterpriseCode: { in: ['stent-a', 'nobody'] } } },
    ];
    for (const caller of [undefined, ...others]) {
      for (const question of questions) {
        const { data, errors } = (await app.ask(demandDocument, question, caller)) as Answer;
        expect([data ?? null, errors?.map(({ extensions }) => extensions?.['code'])]).toEqual([null, ['FORBIDDEN']]);
      }
    }
  });

  it('[T8] tells of no single institution, report or enterprise by the figures of 200 pairs of filters', async () => {
    const random = seededRandom(7);
    const some = <T>(list: readonly T[]) => list.filter(() => random() < 0.5);
    const question = () => ({
      groupBy: some(['ROUND', 'LOT', 'AREA']),
      filter: {
        ...(random() < 0.3 && { roundCode: { in: some(['S', 'D']) } }),
        ...(random() < 0.6 && { lotCode: { in: some(['s-1', 's-2', 's-3', 'd-1', 'd-2']) } }),
        ...(random() < 0.8 && { areaCode: { in: some(areas) } }),
      },
    });
    const figuresOf = (groups: readonly DemandGroup[]) => groups.flatMap(({ reportedQuantity }) => reportedQuantity ?? []);
    const secrets = new Map<number, string>();
    const keep = (name: string, groups: readonly (readonly Report[])[]) => {
      for (const reports of groups) secrets.set(sum(reports), `${name} ${JSON.stringify(reports[0])}`);
    };
    keep(
      'report',
      all.map((each) => [each]),
    );
    keep(
      'institution in lot',
      by(all, ({ lot, institution }) => keyOf(lot, institution)),
    );
    keep(
      'institution',
      by(all, ({ round, institution }) => keyOf(round, institution)),
    );
    keep(
      'enterprise in lot and area',
      by(branded, ({ lot, area, product }) => keyOf(lot, area, product)),
    );
    keep(
      'enterprise in lot',
      by(branded, ({ lot, product }) => keyOf(lot, product)),
    );
    keep(
      'enterprise in area',
      by(branded, ({ area, product }) => keyOf(area, product)),
    );
    keep(
      'enterprise',
      by(branded, ({ product }) => product),
    );
    keep(
      'block of few',
      blocksOf(all).filter((block) => !isTold(block)),
    );
    expect(secrets.size).toBeGreaterThan(200);

    let compared = 0;
    for (let pair = 0; pair < 200; pair += 1) {
      const [first, second] = [question(), question()];
      const [ours, theirs] = [await askDemand(app, first.groupBy, first.filter), await askDemand(app, second.groupBy, second.filter)];
      // Each figure, and each sum and difference of two: within an answer, and of the one and the other.
      const figures = [...figuresOf(ours), ...figuresOf(theirs)];
      for (const [at, a] of figures.entries()) {
        for (const figure of [a, ...figures.slice(at + 1).flatMap((b) => [a + b, Math.abs(a - b)])]) {
          compared += 1;
          expect(secrets.get(figure), JSON.stringify({ first, second })).toBeUndefined();
        }
      }
    }
    expect(compared).toBeGreaterThan(10_000);
  });

  it('[T8] is published once: what comes later changes no figure that is out, and demonstration data stands apart', async () => {
    const before = await askDemand(app, ['LOT', 'AREA']);
    const [small] = blocksOf(generic).filter((block) => !isTold(block));
    const { lot, area } = small![0]!;
    const later = new Map([1, 2, 3].map((number) => [`later-${number}`, area]));
    await hospitalsIn(app, later);
    const demonstration = [...later.keys()].map((institution, index): Report => ({
      round: 'D',
      lot,
      area,
      institution,
      product: null,
      quantity: 5 + index,
    }));
    await importReports(app, demonstration, 'SYNTHETIC');
    expect(await askDemand(app, ['LOT', 'AREA'], { synthetic: false })).toEqual(before);
    expect(await askDemand(app, ['LOT', 'AREA'], { synthetic: true })).toMatchObject([
      { lot: { code: lot }, area: { code: area }, reportedQuantity: 18, institutionCount: 3, isComplete: true, containsSynthetic: true },
    ]);
    // Together they are what is told of both, and still not complete.
    const together = { lotCode: { eq: lot }, areaCode: { eq: area } };
    expect(await askDemand(app, [], together)).toMatchObject([{ reportedQuantity: 18, isComplete: false, containsSynthetic: true }]);
  });

  it('[T8] holds nothing that it does not tell, and is the same when it is made anew', async () => {
    const rows = async () =>
      (
        await app.database.pool.query<{ told: number; withheld: number }>(
          `select count(quantity)::int as told, count(*) filter (where quantity is null and institutions is null)::int as withheld from published_demand`,
        )
      ).rows[0]!;
    const blocks = blocksOf(all);
    const told = blocks.filter(isTold).length + 1;
    expect(await rows()).toEqual({ told, withheld: blocks.length + 1 - told });
    expect(await republishDemand(app.database)).toBe(blocks.length + 1);
    expect(await rows()).toEqual({ told, withheld: blocks.length + 1 - told });
  });
});
