import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { testApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  // Two institutions of Shenzhen and one of Beijing commit to stents of JW Medical and of Lepu.
  await app.database.pool.query(`
    insert into institution (id, code, area_code, level, name, provenance, confidence) values
      ('00000000-0000-7000-8000-000000000001', 'h-sz-1', '440300', 'TERTIARY', '甲', 'test', 'SYNTHETIC'),
      ('00000000-0000-7000-8000-000000000002', 'h-sz-2', '440300', 'TERTIARY', '乙', 'test', 'SYNTHETIC'),
      ('00000000-0000-7000-8000-000000000003', 'h-bj-1', '110000', 'TERTIARY', '丙', 'test', 'SYNTHETIC');
    insert into agreed_volume (area_code, id, selected_product_id, institution_id, agreement_year, quantity, provenance, confidence)
      select i.area_code, gen_random_uuid(), s.id, i.id, y, case when p.code = 'EXCROSSAL' then q else 5 end, 'test', 'SYNTHETIC'
      from selected_product s join product p on p.id = s.product_id
        cross join (values ('h-sz-1', 2021, 70), ('h-sz-2', 2021, 50), ('h-bj-1', 2021, 300), ('h-bj-1', 2022, 9)) v (code, y, q)
        join institution i on i.code = v.code
      where p.code in ('EXCROSSAL', 'GUREATER');
    update selected_product set price_before = 13000, agreed_quantity = 1000 where product_id = (select id from product where code = 'EXCROSSAL');
  `);
});
afterAll(() => app.stop());

const jw: Partial<Caller> = { role: 'ENTERPRISE', enterprise: 'jw-medical' };
const committed = (product: string, year: number, caller?: Partial<Caller>) =>
  app.ask<{ committedQuantities: { quantity: number; institutions: number; area: { code: string } }[] }>(
    `{ committedQuantities(productCode: "${product}", agreementYear: ${year}) { quantity institutions agreementYear area { code } } }`,
    {},
    caller,
  );

describe('[S0-7] committed quantities', () => {
  it('tell an enterprise what is promised of its own product, by area and year', async () => {
    const { data } = await committed('EXCROSSAL', 2021, jw);
    expect(data!.committedQuantities).toEqual([
      { quantity: 300, institutions: 1, agreementYear: 2021, area: { code: '110000' } },
      { quantity: 120, institutions: 2, agreementYear: 2021, area: { code: '440300' } },
    ]);
    expect((await committed('EXCROSSAL', 2022, jw)).data!.committedQuantities.map((each) => each.quantity)).toEqual([9]);
    expect((await committed('EXCROSSAL', 2020, jw)).data!.committedQuantities).toEqual([]);
  });

  it.each([
    ['a competitor', 'GUREATER', jw],
    ['nobody in particular', 'EXCROSSAL', undefined],
    ['an institution', 'EXCROSSAL', { role: 'INSTITUTION', institution: 'h-sz-1' } as const],
  ])('tell %s nothing', async (_who, product, caller) => {
    const { data, errors } = await committed(product, 2021, caller);
    expect(data).toBeNull();
    expect(errors!.map((error) => error.extensions?.['code'])).toEqual(['FORBIDDEN']);
  });

  it('answer an unknown product and a foreign one alike', async () => {
    const texts = await Promise.all(
      ['GUREATER', 'no-such'].map(async (product) => (await committed(product, 2021, jw)).errors![0]!.message),
    );
    expect(texts[0]).toBe(texts[1]);
  });
});

describe('cut and savings', () => {
  const stent = async (field: string) => {
    const { data, errors } = await app.ask<{ round: { selectedProducts: { nodes: Record<string, unknown>[] } } }>(
      `{ round(code: "GH-HD2020-1") { selectedProducts(first: 2) { nodes { ${field} } } } }`,
    );
    return { nodes: data?.round.selectedProducts.nodes, errors };
  };

  it('[S0-5] [E42] show the cut of a product and of a lot with their derivation', async () => {
    // (13000 - 469) / 13000 = 96.3923…
    const { nodes } = await stent('cut { percent explanation { rule steps { value unit } } }');
    expect(nodes).toEqual([
      { cut: { percent: '96.39', explanation: { rule: 'procurement.price-cut', steps: [{ value: '96.39', unit: '%' }] } } },
      { cut: null },
    ]);
    const { data } = await app.ask<{ round: { lot: { averageCut: { percent: string } } } }>(
      '{ round(code: "GH-HD2020-1") { lot(code: "coronary-stent") { averageCut { percent } } } }',
    );
    expect(data!.round.lot.averageCut.percent).toBe('94.62');
  });

  it('[S0-3] tell what patients save: the total less what the fund saves', async () => {
    // (13000 - 469) × 1000 = 12531000; the fund's 70.5 % = 8834355.00
    const { nodes } = await stent('savings(fundRatio: "0.705") { total fund patients }');
    expect(nodes![0]).toEqual({ savings: { total: '12531000.00', fund: '8834355.00', patients: '3696645.00' } });
    expect((await stent('savings { total fund patients }')).nodes![0]).toEqual({
      savings: { total: '12531000.00', fund: null, patients: null },
    });
  });

  it.each(['1.01', '-0.1', '0.1234567'])('refuse the share %s', async (share) => {
    const { errors } = await stent(`savings(fundRatio: "${share}") { total }`);
    expect(errors!.every((error) => error.extensions?.['code'] === 'BAD_USER_INPUT')).toBe(true);
  });
});

describe('[S0-12] the margin simulation', () => {
  const simulate = (before: string, after: string) =>
    app.ask<{ marginSimulation: object }>(
      `{ marginSimulation(before: ${before}, after: ${after}) { before after change isCovered breakEvenVolume } }`,
    );

  it('weighs new margin × new volume against old margin × old volume', async () => {
    // 3.00 × 1000 = 3000; 0.50 × 7000 = 3500; 3000 / 0.50 = 6000
    const { data } = await simulate('{ price: "5.00", cost: "2.00", volume: 1000 }', '{ price: "2.00", cost: "1.50", volume: 7000 }');
    expect(data!.marginSimulation).toEqual({
      before: '3000.00',
      after: '3500.00',
      change: '500.00',
      isCovered: true,
      breakEvenVolume: 6000,
    });
  });

  it('refuses figures that lead beyond exact ones', async () => {
    for (const side of [
      '{ price: "99999999999999", cost: "0", volume: 9007199254740991 }',
      '{ price: "100", cost: "0", volume: 9007199254740991 }',
    ]) {
      const { errors } = await simulate(side, '{ price: "1.0001", cost: "1", volume: 1 }');
      expect(errors!.map((error) => error.extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
    }
  });

  it.each(['{ price: "-1", cost: "2", volume: 1 }', '{ price: "1.00001", cost: "2", volume: 1 }', '{ price: "1", cost: "2", volume: -1 }'])(
    'refuses %s',
    async (side) => {
      const { errors } = await simulate(side, '{ price: "1", cost: "1", volume: 1 }');
      expect(errors!.map((error) => error.extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
    },
  );
});
