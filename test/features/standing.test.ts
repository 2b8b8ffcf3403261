import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { data, record, recorded, refusedWith } from '../support/build-recorder.ts';
import { bidInput, holders, inBidding, round7, theLot } from '../support/build-round.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await holders(app, 'DRUG', ['sound', 'barred', 'was-barred', 'to-be-barred']);
  for (const code of ['national', 'later']) await inBidding(app, { code, scheme: 'national-drug', days: round7 });
});
afterAll(() => app.stop());

const source = 'SYNTHETIC: made for this test';
const bar = (enterpriseCode: string, effectiveFrom: string, effectiveTo: string) => ({
  enterpriseCode,
  effectiveFrom,
  effectiveTo,
  reason: '未按约定供应',
  source,
});
const bidOf = (product: string, round = 'national') => bidInput(round, { product, price: '1' });
/** The tests' clock stands at 2026-11-21. */
const day = '2026-11-21';
const next = '2026-11-22';

describe('[RI1] an enterprise on the violation list', () => {
  it('has no bid in a national round on the days of its bar, and the refusal says from when to when and where it stands', async () => {
    await recorded(app, 'recordEnterpriseBar', bar('barred', day, next));
    const [refusal, ...more] = await refusedWith(app, 'submitBid', bidOf('barred'));
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({ code: 'ENTERPRISE_BARRED', field: 'productCode', rule: 'procurement.barred-enterprise' });
    expect(Object.fromEntries(refusal!.facts.map(({ name, value }) => [name, value]))).toEqual({
      enterprise: 'barred',
      on: day,
      barredFrom: day,
      lastDay: day,
      source,
    });
  });

  it('bids before and after', async () => {
    await recorded(app, 'recordEnterpriseBar', bar('was-barred', '2026-02-21', day));
    await recorded(app, 'recordEnterpriseBar', bar('to-be-barred', next, '2027-08-22'));
    await recorded(app, 'submitBid', bidOf('was-barred'));
    await recorded(app, 'submitBid', bidOf('to-be-barred'));
    await recorded(app, 'submitBid', bidOf('sound'));
  });

  it('keeps the bids that it made before, and bids in a round that is not national', async () => {
    await recorded(app, 'submitBid', bidOf('sound', 'later'));
    await recorded(app, 'recordEnterpriseBar', bar('sound', day, next));
    await recorded(app, 'openBids', { roundCode: 'later', on: round7.opening });
    const { round } = await data<{ round: object }>(
      app,
      '{ round(code: "later") { lots { nodes { bids { nodes { status enterprise { code } } } } } } }',
    );
    expect(round).toEqual({ lots: { nodes: [{ bids: { nodes: [{ status: 'OPENED', enterprise: { code: 'sound' } }] } }] } });
    await app.database.pool.query(`update round set organiser = 'PROVINCIAL' where code = 'national'`);
    await recorded(app, 'submitBid', bidOf('barred'));
  });
});

describe('[RI1] [RI4] the case of 2021 as it is on record', () => {
  it('is read by anyone: the bar, the level with its place in its scheme, the suspended listing', async () => {
    const document = `{
      enterpriseBars(filter: { enterpriseCode: { eq: "north-china-pharmaceutical" } }) {
        nodes { effectiveFrom effectiveTo listedOn enterprise { name } confidence } }
      creditRatings(filter: { enterpriseCode: { eq: "north-china-pharmaceutical" } }) {
        nodes { level rank effectiveFrom effectiveTo area { code } consequence } }
      listingSuspensions(filter: { areaCode: { eq: "370000" } }) { nodes { effectiveFrom effectiveTo product { code } } }
    }`;
    expect(await data(app, document)).toEqual({
      enterpriseBars: {
        nodes: [
          {
            effectiveFrom: '2021-08-11',
            effectiveTo: '2022-05-11',
            listedOn: '2021-08-20',
            enterprise: { name: '华北制药' },
            confidence: 'HIGH',
          },
        ],
      },
      creditRatings: {
        nodes: [
          {
            level: 'SERIOUS',
            rank: 3,
            effectiveFrom: '2021-09-17',
            effectiveTo: null,
            area: { code: '370000' },
            consequence: 'the listing of the product concerned is suspended for 3 years from 2021-08-20',
          },
        ],
      },
      listingSuspensions: {
        nodes: [{ effectiveFrom: '2021-08-20', effectiveTo: '2024-08-20', product: { code: 'ibuprofen-sr-north-china-pharmaceutical' } }],
      },
    });
  });
});

describe('what experts record of the standing of an enterprise', () => {
  const rating = (more: object = {}) => ({
    enterpriseCode: 'sound',
    areaCode: '370000',
    level: 'DISHONEST',
    effectiveFrom: '2025-07-01',
    source,
    ...more,
  });
  const suspension = (more: object = {}) => ({
    productCode: 'sound',
    areaCode: '370000',
    effectiveFrom: '2026-01-01',
    effectiveTo: '2027-01-01',
    reason: '未供应',
    source,
    ...more,
  });

  it('[RI4] a level of the scheme of the day, and a suspension, are recorded', async () => {
    expect(await recorded(app, 'recordCreditRating', rating(), 'level rank effectiveTo')).toMatchObject({
      level: 'DISHONEST',
      rank: 1,
      effectiveTo: null,
    });
    expect(await recorded(app, 'suspendListing', suspension(), 'effectiveTo area { code }')).toMatchObject({
      effectiveTo: '2027-01-01',
      area: { code: '370000' },
    });
  });

  it('nobody else records it', async () => {
    const others = [
      { role: 'APPROVER', subject: 'a' },
      { role: 'ENTERPRISE', enterprise: 'sound', subject: 'e' },
      { role: 'AGENCY', area: '370000', subject: 'g' },
    ] as const;
    for (const caller of others) {
      const { errors } = await record(app, 'recordEnterpriseBar', bar('sound', '2020-01-01', '2020-01-02'), { caller });
      expect(errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    }
  });

  it.each<[string, object, ...string[]]>([
    ['recordEnterpriseBar', bar('none', day, day), 'SPAN_ENDS_BEFORE_START effectiveTo', 'UNKNOWN_CODE enterpriseCode'],
    [
      'recordEnterpriseBar',
      { ...bar('barred', day, next), source: ' ' },
      'MALFORMED_TEXT source',
      'STANDING_ALREADY_RECORDED effectiveFrom',
    ],
    ['recordCreditRating', rating({ level: 'SERIOUS' }), 'CREDIT_LEVEL_OF_OTHER_SCHEME level', 'STANDING_ALREADY_RECORDED effectiveFrom'],
    [
      'recordCreditRating',
      rating({ effectiveFrom: '2019-01-01', areaCode: '370100', enterpriseCode: 'none' }),
      'NO_CREDIT_SCHEME effectiveFrom',
      'UNKNOWN_CODE areaCode',
      'UNKNOWN_CODE enterpriseCode',
    ],
    [
      'suspendListing',
      suspension({ effectiveTo: '2026-01-01' }),
      'SPAN_ENDS_BEFORE_START effectiveTo',
      'STANDING_ALREADY_RECORDED effectiveFrom',
    ],
    ['suspendListing', suspension({ productCode: 'none', areaCode: '000000' }), 'UNKNOWN_CODE areaCode', 'UNKNOWN_CODE productCode'],
    [
      'withdrawWinner',
      { roundCode: 'national', lotCode: theLot, productCode: 'sound', withdrawnOn: next, reason: '产能' },
      'ACTION_NOT_ALLOWED_IN_STATE roundCode',
      'DATE_IN_FUTURE withdrawnOn',
      'NOT_SELECTED productCode',
    ],
  ])('%s is refused with everything that is wrong, and changes nothing', async (name, input, ...codes) => {
    const refusals = await refusedWith(app, name, input);
    expect(refusals.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });
});
