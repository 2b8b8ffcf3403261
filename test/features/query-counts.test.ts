import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { data, recorded } from '../support/build-recorder.ts';
import { evaluated, final, holders, institutions, round7, theLot } from '../support/build-round.ts';

const operation = (name: string) => readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

describe('the number of SQL statements does not grow with the rows', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.stop());

  /** The answer, and how many statements it took. */
  async function counted(name: string, variables: object): Promise<{ answer: unknown; statements: number }> {
    app.database.forget();
    const answer = await data<unknown>(app, operation(name), variables);
    return { answer, statements: app.database.statements.length };
  }
  type Rounds = { rounds: { nodes: { selectedProducts: { nodes: { agreedVolumes: { nodes: unknown[] } }[] } }[] } };
  type Round = { round: { selectedProducts: { nodes: unknown[] } } };
  type Bids = { round: { lot: { bids: { nodes: unknown[] } } } };

  async function wholeRound(code: string, enterprises: readonly string[], hospitals: Readonly<Record<string, string>>): Promise<void> {
    await holders(app, 'DRUG', enterprises);
    await institutions(app, hospitals);
    const wishes = [...new Set(Object.values(hospitals).map((area) => `${area.slice(0, 2)}0000`))];
    await evaluated(app, {
      code,
      scheme: 'national-drug',
      days: round7,
      demand: Object.keys(hospitals).map((institution) => ({ institution, quantity: 1000 })),
      bids: enterprises.map((product, index) => ({ product, price: `1.${index}` })),
    });
    const choices = enterprises.map((productCode) => ({ productCode, wishes, backupWishes: [] }));
    await recorded(app, 'proposeSelection', { roundCode: code, agreementYear: 2022, lots: [{ lotCode: theLot, choices }] });
    await final(app, code);
  }

  it('RoundsInDepth, Round and BidEvaluation, on a small round and on a larger one', async () => {
    await wholeRound('small', ['a-1', 'a-2'], { 'i-1': '330100', 'i-2': '320100' });
    const small = {
      depth: await counted('rounds-in-depth', { rounds: 21, volumes: 1 }),
      round: await counted('round', { code: 'small' }),
      bids: await counted('bid-evaluation', { round: 'small', lot: theLot }),
    };
    const enterprises = Array.from({ length: 6 }, (_none, index) => `b-${index}`);
    const areas = ['110000', '120000', '130100', '130200', '320100', '330100', '330200', '440100', '440300', '500000'];
    await wholeRound(
      'large',
      enterprises,
      Object.fromEntries(areas.flatMap((area) => [0, 1, 2].map((index) => [`${area}-${index}`, area]))),
    );
    const large = {
      depth: await counted('rounds-in-depth', { rounds: 21, volumes: 9 }),
      round: await counted('round', { code: 'large' }),
      bids: await counted('bid-evaluation', { round: 'large', lot: theLot }),
    };

    const volumes = (answer: unknown) =>
      (answer as Rounds).rounds.nodes.flatMap((each) => each.selectedProducts.nodes.flatMap((selected) => selected.agreedVolumes.nodes))
        .length;
    const selected = (answer: unknown) => (answer as Round).round.selectedProducts.nodes.length;
    const bids = (answer: unknown) => (answer as Bids).round.lot.bids.nodes.length;
    expect([volumes(small.depth.answer), volumes(large.depth.answer)]).toEqual([2, 32]);
    expect([selected(small.round.answer), selected(large.round.answer)]).toEqual([2, 6]);
    expect([bids(small.bids.answer), bids(large.bids.answer)]).toEqual([2, 6]);
    // Rounds, selected products, products, enterprises, volumes, institutions, areas; the one page of rounds tells their count.
    expect([small.depth.statements, large.depth.statements]).toEqual([7, 7]);
    // The round, the range of its prices, its selected products, products, enterprises.
    expect([small.round.statements, large.round.statements]).toEqual([5, 5]);
    // The round, the lot, the bids, their products and enterprises.
    expect([small.bids.statements, large.bids.statements]).toEqual([5, 5]);
  });

  it('a page of bids with everything about them, of every lot of a round', async () => {
    const document = `query($first: Int!) { round(code: "4+7") { lots(first: $first) { totalCount nodes { code bids { totalCount nodes { price comparableUnitPrice lot { code round { code } } product { code } enterprise { code } } }
      selectedProducts { totalCount nodes { product { code } bid { price } supplyRegions(first: 5) { totalCount nodes { area { name parent { name } } } } } } demandReports { totalCount } } } } }`;
    const statements = async (first: number) => {
      app.database.forget();
      await data(app, document, { first });
      return app.database.statements.length;
    };
    // Lots, and supply regions, that have a next page are counted by a statement of their own.
    expect([await statements(2), await statements(20), await statements(25)]).toEqual([16, 16, 15]);
  });
});
