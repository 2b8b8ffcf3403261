import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/procurement/synthetic/seeded-random.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { priceOfEach, purchased, type Purchase } from '../support/build-performance.ts';
import { data, recorded } from '../support/build-recorder.ts';

const products = ['FIREBIRD2', 'EXCROSSAL', 'TIVOLI'] as const;
/** How many institutions there are in each area, of which the last may not be told. */
const areas = { 110000: 3, 120000: 4, 310000: 2 } as const;

const random = seededRandom(20_261_129);
/** Everybody bought everything, and all of it fell due; no two quantities, and no two sums of them, are equal by chance. */
const given: readonly Purchase[] = Object.entries(areas).flatMap(([area, institutions]) =>
  Array.from({ length: institutions }, (_none, index) =>
    products.map((product) => ({
      area,
      institution: `${area}-${index}`,
      product,
      quantity: 1 + Math.floor(random() * 100_000_000),
      acceptedOn: '2021-02-10',
      dueOn: '2021-03-15',
      paidOn: '2021-03-15',
    })),
  ).flat(),
);

interface Answer {
  readonly performanceBulletins: {
    readonly nodes: readonly {
      readonly areaPayments: { readonly nodes: readonly { area: { code: string }; suppressed: string | null; dueAmount: string | null }[] };
      readonly completions: {
        readonly nodes: readonly {
          selectedProduct: { product: { code: string } };
          suppressed: string | null;
          acceptedQuantity: number | null;
        }[];
      };
    }[];
  };
}

const document = `{ performanceBulletins(first: 1) { nodes { areaPayments { nodes { area { code } suppressed dueAmount } }
  completions { nodes { selectedProduct { product { code } } suppressed acceptedQuantity } } } } }`;

describe('[T8] the difference of all products and all areas that a bulletin tells', () => {
  let app: TestApp;
  let told: { readonly area?: string; readonly product?: string; readonly yuan: number }[];
  let suppressed: (string | null)[];
  beforeAll(async () => {
    app = await testApp();
    await purchased(app, given);
    await recorded(app, 'publishPerformance', { asOf: '2021-03-31', reason: '月度通报' });
    const [bulletin] = (await data<Answer>(app, document)).performanceBulletins.nodes;
    const [payments, completions] = [bulletin!.areaPayments.nodes, bulletin!.completions.nodes];
    suppressed = [...payments, ...completions].map((row) => row.suppressed);
    told = [
      ...payments.flatMap(({ area, dueAmount }) => (dueAmount === null ? [] : [{ area: area.code, yuan: Number(dueAmount) }])),
      ...completions.flatMap(({ selectedProduct, acceptedQuantity }) =>
        acceptedQuantity === null ? [] : [{ product: selectedProduct.product.code, yuan: acceptedQuantity * Number(priceOfEach) }],
      ),
    ];
  });
  afterAll(() => app.stop());

  it('would be the area that is withheld, so that one more block is', () => {
    expect(suppressed.filter((reason) => reason === 'FEW_CONTRIBUTORS')).toHaveLength(1);
    expect(suppressed.filter((reason) => reason === 'DERIVABLE')).toHaveLength(1);
    expect(told).toHaveLength(4);
  });

  it('is of no one or two institutions, whichever are added and taken off', () => {
    const secrets = new Map<number, string>();
    const names = [...new Set(given.map(({ institution }) => institution))];
    const spent = (of: readonly string[], what: readonly string[]) =>
      given
        .filter(({ institution, product }) => of.includes(institution) && what.includes(product))
        .reduce((sum, { quantity }) => sum + quantity * Number(priceOfEach), 0);
    for (const one of names)
      for (const other of names)
        for (const what of [...products.map((each) => [each]), [...products]])
          secrets.set(spent([one, other], what), `${one} ${other} ${what.join(' ')}`);
    for (let chosen = 1; chosen < 3 ** told.length; chosen += 1) {
      const sum = told.reduce((all, { yuan }, at) => all + yuan * ((Math.floor(chosen / 3 ** at) % 3) - 1), 0);
      expect(secrets.get(Math.abs(sum))).toBeUndefined();
    }
  });
});
