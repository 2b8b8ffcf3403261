import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { agencyOf } from '../support/build-prepayment.ts';
import { approver, data, record } from '../support/build-recorder.ts';
import { byAgency, refusedToAgency } from '../support/build-retention.ts';

const source = '文件';
const stents = (more: object = {}) => ({ groupCode: 'FM19', roundCode: 'GH-HD2020-1', startsOn: '2021-01-31', source, ...more });
const standard = (more: object = {}) => ({ groupCode: 'FM19', effectiveFrom: '2023-01-01', amount: '40000', source, ...more });
const review = (more: object = {}) => ({
  groupCode: 'FM19',
  roundCode: 'GH-HD2020-1',
  reviewedOn: '2022-03-01',
  outcome: 'KEPT',
  ruleReference: '规则',
  ...more,
});

/** Mutation, input, and all the codes with which it is refused, each with its field. */
const cases: [string, object, ...string[]][] = [
  ['recordGroupPayment', { method: 'DIP', effectiveFrom: '2020-07-01', source: ' ' }, 'MALFORMED_TEXT source', 'ALREADY_SET effectiveFrom'],
  ['setFirstYearReading', { reading: 'NEED_NOT', effectiveFrom: '2020-06-30', source }, 'AREA_NOT_BY_GROUP effectiveFrom'],
  [
    'setFirstYearReading',
    { reading: 'MUST_NOT', effectiveFrom: '2026-01-01', source: '' },
    'MALFORMED_TEXT source',
    'ALREADY_SET effectiveFrom',
  ],
  ['recordDiseaseGroup', { code: 'FM19', name: ' ' }, 'MALFORMED_TEXT name', 'CODE_TAKEN code'],
  ['concernDiseaseGroup', stents(), 'ALREADY_CONCERNED roundCode'],
  [
    'concernDiseaseGroup',
    stents({ groupCode: 'none', roundCode: 'none', source: '' }),
    'MALFORMED_TEXT source',
    'UNKNOWN_CODE roundCode',
    'UNKNOWN_CODE groupCode',
  ],
  ['concernDiseaseGroup', stents({ groupCode: 'FM20', startsOn: '2020-12-31' }), 'START_BEFORE_RULE startsOn', 'START_DIFFERS startsOn'],
  ['concernDiseaseGroup', stents({ groupCode: 'FM20', startsOn: '2021-02-01' }), 'START_DIFFERS startsOn'],
  ['concernDiseaseGroup', stents({ groupCode: 'FM20', roundCode: 'draft' }), 'UNKNOWN_CODE roundCode'],
  ['concernDiseaseGroup', stents({ groupCode: 'FM20', roundCode: 'bidding' }), 'ACTION_NOT_ALLOWED_IN_STATE roundCode'],
  // 30,000 from July 2021 lies below what group FM21 had before the stents.
  ['concernDiseaseGroup', stents({ groupCode: 'FM21' }), 'LOWERED_IN_FIRST_YEAR startsOn'],
  [
    'setGroupStandard',
    standard({ groupCode: 'none', amount: '0', source: ' ' }),
    'MALFORMED_TEXT source',
    'MALFORMED_AMOUNT amount',
    'UNKNOWN_CODE groupCode',
  ],
  ['setGroupStandard', standard({ amount: '0.001' }), 'MALFORMED_AMOUNT amount'],
  ['setGroupStandard', standard({ amount: '10000000000000000' }), 'MALFORMED_AMOUNT amount'],
  ['setGroupStandard', standard({ effectiveFrom: '2020-07-01' }), 'STANDARD_SET_SINCE effectiveFrom'],
  ['setGroupStandard', standard({ amount: '39999.99' }), 'RULE_REFERENCE_MISSING ruleReference'],
  ['setGroupStandard', standard({ amount: '39999.99', ruleReference: ' ' }), 'MALFORMED_TEXT ruleReference'],
  [
    'setGroupStandard',
    standard({ amount: '39999.99', effectiveFrom: '2022-01-30' }),
    'LOWERED_IN_FIRST_YEAR amount',
    'RULE_REFERENCE_MISSING ruleReference',
  ],
  [
    'recordGroupReview',
    review({ groupCode: 'none', roundCode: 'none', ruleReference: '' }),
    'MALFORMED_TEXT ruleReference',
    'UNKNOWN_CODE roundCode',
    'UNKNOWN_CODE groupCode',
  ],
  ['recordGroupReview', review({ groupCode: 'FM20' }), 'NOT_CONCERNED roundCode'],
  ['recordGroupReview', review({ reviewedOn: '2022-01-30' }), 'REVIEW_NOT_DUE reviewedOn'],
  ['recordGroupReview', review({ reviewedOn: '2026-11-22' }), 'DATE_IN_FUTURE reviewedOn'],
];

describe('a refusal of disease groups changes nothing', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await byAgency(app, 'recordGroupPayment', { method: 'DRG', effectiveFrom: '2020-07-01', source });
    await byAgency(app, 'setFirstYearReading', { reading: 'MUST_NOT', effectiveFrom: '2026-01-01', source });
    for (const code of ['FM19', 'FM20', 'FM21']) await byAgency(app, 'recordDiseaseGroup', { code, name: '病组' });
    await byAgency(app, 'setGroupStandard', standard({ effectiveFrom: '2020-07-01' }));
    for (const [effectiveFrom, amount] of [
      ['2020-07-01', '40000'],
      ['2021-07-01', '30000'],
    ])
      await byAgency(app, 'setGroupStandard', standard({ groupCode: 'FM21', effectiveFrom, amount }));
    await byAgency(app, 'concernDiseaseGroup', stents());
    await app.database.pool.query(
      `insert into round (id, code, name, category, organiser, scheme, status, origin, provenance, confidence)
       select gen_random_uuid(), lower(s), '批次', 'STENT', 'NATIONAL', 'stents-2020', s, 'RECORDED', 'test', 'HIGH' from unnest('{DRAFT,BIDDING}'::text[]) s`,
    );
  });
  afterAll(() => app.stop());

  it.each(cases)('%s %j', async (act, input, ...expected) => {
    const refusals = await refusedToAgency(app, act, input);
    expect(refusals.map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
    for (const { message, messageZh, facts } of refusals) {
      expect(message).toMatch(/^\P{Script=Han}+\.$/u);
      expect(messageZh).toMatch(/\p{Script=Han}.*。$/u);
      expect(facts).not.toEqual([]);
    }
  });

  it('an agency of an area that is none', async () => {
    const nowhere = agencyOf('999999');
    for (const [act, input] of [
      ['recordGroupPayment', { method: 'DRG', effectiveFrom: '2020-07-01', source }],
      ['setFirstYearReading', { reading: 'NEED_NOT', effectiveFrom: '2020-07-01', source }],
      ['recordDiseaseGroup', { code: 'X', name: '病组' }],
      ['concernDiseaseGroup', stents()],
      ['setGroupStandard', standard()],
      ['recordGroupReview', review()],
    ] as const)
      expect((await refusedToAgency(app, act, input, nowhere)).map(({ code }) => code)).toEqual(['UNKNOWN_CODE']);
  });

  it('one who may not', async () => {
    const before = await app.database.contents();
    for (const caller of [undefined, approver, { role: 'EXPERT', subject: 'e' }, { role: 'SETTLEMENT', subject: 's' }] as const) {
      for (const [act, input] of [
        ['setGroupStandard', standard()],
        ['recordGroupReview', review()],
        ['recordDiseaseGroup', { code: 'X', name: '病组' }],
      ] as const)
        expect((await record(app, act, input, { caller })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    expect(await app.database.contents()).toEqual(before);
    expect(await data(app, '{ groupPayments { totalCount } }')).toEqual({ groupPayments: { totalCount: 1 } });
  });
});
