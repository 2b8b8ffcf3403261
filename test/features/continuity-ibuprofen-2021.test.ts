import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { barredEnterprise } from '../../src/procurement/policy/index.ts';
import { expectTrueSums } from '../support/agreed-volume-sums.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { agreementsOf, agreementsSigned, delivered } from '../support/build-continuity.ts';
import { approved, data, record, recorded, refusedWith } from '../support/build-recorder.ts';
import { institutions } from '../support/build-round.ts';

// The case of 2021: 华北制药 withdrew from supplying ibuprofen SR capsules of the third round in Shandong. Days, names, the
// bar, the level, the suspension and the substitute are on record (seeds/); quantities, prices and deliveries are SYNTHETIC.
const round = 'R3';
const lotCode = 'ibuprofen-sr';
const failing = 'ibuprofen-sr-north-china-pharmaceutical';
const substitute = 'ibuprofen-sr-zhuhai-rundu';
const shandong = '370000';
const agencyOf = (area: string): Partial<Caller> => ({ role: 'AGENCY', area, subject: `agency-${area}` });

let app: TestApp;
let complaintId: string;

beforeAll(async () => {
  app = await testApp();
  await institutions(app, { 'SD-jinan': '370100', 'SD-qingdao': '370200' });
  await recorded(app, 'recordAgreedVolumes', {
    roundCode: round,
    lotCode,
    productCode: failing,
    agreementYear: 2020,
    volumes: [
      { institutionCode: 'SD-jinan', quantity: 240_000 },
      { institutionCode: 'SD-qingdao', quantity: 160_000 },
    ],
  });
  await agreementsSigned(app, { product: failing, from: '2020-11-01', to: '2021-11-01', price: '8.0000' });
  await delivered(app, { agreement: 'SD-jinan', quantity: 90_000, deliveredOn: '2021-03-01', acceptedOn: '2021-03-02', paid: '700000.00' });
  await recorded(app, 'recordEnterprise', { code: 'zhuhai-rundu', kind: 'HOLDER', name: '珠海润都制药' });
  await recorded(app, 'recordProduct', {
    code: substitute,
    category: 'DRUG',
    genericName: '布洛芬缓释胶囊',
    name: '布洛芬缓释胶囊',
    countingUnit: '粒',
    holderCode: 'zhuhai-rundu',
  });
}, 120_000);
afterAll(() => app.stop());

describe('[RI1] [RI2] [RI4] the ibuprofen of 2021, from the failure to the substitute', () => {
  it('is on record as withdrawn on 2021-08-11, the bid with it', async () => {
    const document = `query($lot: String!) { round(code: "R3") { lot(code: $lot) { selectedProducts { nodes { withdrawnOn bid { outcome }
      supplyRegions { nodes { role area { code } } } } } } } }`;
    expect(await data(app, document, { lot: lotCode })).toEqual({
      round: {
        lot: {
          selectedProducts: {
            nodes: [
              {
                withdrawnOn: '2021-08-11',
                bid: { outcome: 'WITHDRAWN' },
                supplyRegions: { nodes: [{ role: 'PRIMARY', area: { code: shandong } }] },
              },
            ],
          },
        },
      },
    });
    const again = { roundCode: round, lotCode, productCode: failing, withdrawnOn: '2021-08-11', reason: '产能不足' };
    expect((await refusedWith(app, 'withdrawWinner', again)).map(({ code }) => code)).toEqual(['ALREADY_WITHDRAWN']);
  });

  it('an agency complains of the product in its area, and an expert finds it true', async () => {
    const input = {
      areaCode: '370100',
      roundCode: round,
      lotCode,
      productCode: failing,
      missingQuantity: 150_000,
      notSuppliedSince: '2021-08-11',
      evidence: 'SYNTHETIC: 企业来函退出山东供应',
    };
    complaintId = (await record(app, 'recordSupplyComplaint', input, { caller: agencyOf('370100') })).object!.id;
    expect(
      await recorded(
        app,
        'decideSupplyComplaint',
        { complaintId, decision: 'VERIFY', reason: '企业已书面确认' },
        'status institution { code }',
      ),
    ).toMatchObject({ status: 'VERIFIED', institution: null });
  });

  const transfer = (more: object = {}) => ({
    complaintId,
    regionCode: shandong,
    effectiveFrom: '2021-08-20',
    figuresOn: '2021-08-20',
    reason: '中选企业退出,由替补企业供应',
    ...more,
  });

  it('the region had no backup in the third round, so that a substitute must be named with its price', async () => {
    expect((await refusedWith(app, 'transferSupply', transfer())).map(({ code }) => code)).toEqual(['NO_BACKUP']);
    const named = transfer({ successorProductCode: substitute });
    expect((await refusedWith(app, 'transferSupply', named)).map(({ code }) => code)).toEqual(['REPLACEMENT_PRICE_MISSING']);
  });

  it('the rest of Shandong moves to 珠海润都 on 2021-08-20, which is selected in its place at its own price', async () => {
    await approved(app, 'transferSupply', transfer({ successorProductCode: substitute, replacementPrice: '0.45' }));
    expect(await agreementsOf(app, failing)).toMatchObject([
      { number: 'SD-jinan', quantity: 90_000 },
      { number: 'SD-qingdao', quantity: 0 },
    ]);
    expect(await agreementsOf(app, substitute)).toEqual([
      { number: 'SD-jinan/2', quantity: 150_000, price: '0.4500', from: '2021-08-20', to: '2021-11-01' },
      { number: 'SD-qingdao/2', quantity: 160_000, price: '0.4500', from: '2021-08-20', to: '2021-11-01' },
    ]);
    const document = `{ successions { nodes { basis quantityMoved failing { product { code } }
      successor { basis winningPrice agreedQuantity origin product { code enterprise { name } } } } } }`;
    expect(await data(app, document)).toEqual({
      successions: {
        nodes: [
          {
            basis: 'REPLACEMENT',
            quantityMoved: 310_000,
            failing: { product: { code: failing } },
            successor: {
              basis: 'REPLACEMENT',
              winningPrice: '0.4500',
              agreedQuantity: 310_000,
              origin: 'RECORDED',
              product: { code: substitute, enterprise: { name: '珠海润都制药' } },
            },
          },
        ],
      },
    });
    await expectTrueSums(app.database);
    // 90,000 at 8.00, of which 700,000.00 is paid: the rest stays owed to the first enterprise.
    const { rows } = await app.database.pool.query(
      `select e.code, p.open_amount::text as open from payable p join enterprise e on e.id = p.enterprise_id`,
    );
    expect(rows).toEqual([{ code: 'north-china-pharmaceutical', open: '20000.00' }]);
  });

  it('the enterprise was listed on 2021-08-20 and barred from 2021-08-11 to 2022-05-10, both days included', async () => {
    const { enterpriseBars } = await data<{ enterpriseBars: { nodes: { effectiveFrom: string; effectiveTo: string; source: string }[] } }>(
      app,
      '{ enterpriseBars(filter: { enterpriseCode: { eq: "north-china-pharmaceutical" } }) { nodes { effectiveFrom effectiveTo listedOn source } } }',
    );
    expect(enterpriseBars.nodes).toMatchObject([{ listedOn: '2021-08-20' }]);
    const bars = enterpriseBars.nodes.map(({ effectiveFrom, effectiveTo, source }) => ({
      from: localDate(effectiveFrom),
      to: localDate(effectiveTo),
      source,
    }));
    const mayBid = (on: string) =>
      barredEnterprise({ enterprise: 'north-china-pharmaceutical', organiser: 'NATIONAL', on: localDate(on), bars }).ok;
    expect(['2021-08-10', '2021-08-11', '2022-05-10', '2022-05-11'].map(mayBid)).toEqual([true, false, false, true]);
  });

  it('its level is serious from 2021-09-17, and its listing there is suspended for 3 years from 2021-08-20: nobody hands supply back to it', async () => {
    const document = `{ creditRatings(filter: { areaCode: { eq: "${shandong}" } }) { nodes { level rank effectiveFrom } } }`;
    expect(await data(app, document)).toEqual({ creditRatings: { nodes: [{ level: 'SERIOUS', rank: 3, effectiveFrom: '2021-09-17' }] } });
    const input = {
      areaCode: '370200',
      roundCode: round,
      lotCode,
      productCode: substitute,
      missingQuantity: 1,
      notSuppliedSince: '2021-09-01',
      evidence: 'SYNTHETIC: 假设替补亦断供',
    };
    const { object } = await record(app, 'recordSupplyComplaint', input, { caller: agencyOf('370200') });
    await recorded(app, 'decideSupplyComplaint', { complaintId: object!.id, decision: 'VERIFY', reason: 'SYNTHETIC' });
    const back = transfer({ complaintId: object!.id, successorProductCode: failing, replacementPrice: '8' });
    const codes = async (effectiveFrom: string) =>
      (await refusedWith(app, 'transferSupply', { ...back, effectiveFrom })).map(({ code }) => code);
    expect(await codes('2021-09-01')).toEqual(['SUCCESSOR_WITHDRAWN', 'SUCCESSOR_SUSPENDED']);
  });
});
