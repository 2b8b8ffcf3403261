import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { agencyOf } from '../support/build-prepayment.ts';
import { approver, record } from '../support/build-recorder.ts';
import {
  assessed,
  byAgency,
  decided,
  indicators,
  refusedToAgency,
  savings,
  tablets,
  termsOf,
  theArea,
  theHospital,
  toRetain,
} from '../support/build-retention.ts';

const source = '文件';
const ratio = (more: object) => ({ effectiveFrom: '2023-01-01', ratioPercent: '40', source, ...more });
const assessment = (more: object = {}) => ({
  institutionCode: theHospital,
  agreementYear: 2023,
  assessedOn: '2024-03-01',
  indicators: indicators('70'),
  source,
  ...more,
});
const points = (name: string, given: string, maximumPoints: string) => ({ name, points: given, maximumPoints });
const line = (more: object = {}) => ({ lines: [termsOf(tablets.genericName, more)] });
const retain = (more: object = {}) => toRetain('round', more);

/** Mutation, input, and all the codes with which it is refused, each with its field. */
const cases: [string, object, ...string[]][] = [
  ['setDrugRetentionRatio', ratio({ effectiveFrom: '2020-05-31' }), 'NO_RETENTION_IN_FORCE effectiveFrom'],
  ['setDrugRetentionRatio', ratio({ ratioPercent: '50.01' }), 'RATIO_ABOVE_NATIONAL ratioPercent'],
  ['setDrugRetentionRatio', ratio({ ratioPercent: '0' }), 'MALFORMED_PERCENT ratioPercent'],
  ['setDrugRetentionRatio', ratio({ ratioPercent: '100.01', source: ' ' }), 'MALFORMED_TEXT source', 'MALFORMED_PERCENT ratioPercent'],
  ['setDrugRetentionRatio', ratio({ ratioPercent: '40.001' }), 'MALFORMED_PERCENT ratioPercent'],
  ['setDrugRetentionRatio', ratio({ effectiveFrom: '2022-01-01' }), 'RATIO_ALREADY_SET effectiveFrom'],
  [
    'assessInstitution',
    assessment({ institutionCode: 'none', agreementYear: 2017 }),
    'MALFORMED_YEAR agreementYear',
    'UNKNOWN_CODE institutionCode',
  ],
  ['assessInstitution', assessment({ institutionCode: 'far' }), 'INSTITUTION_OF_OTHER_AREA institutionCode'],
  ['assessInstitution', assessment({ assessedOn: '2026-11-22', source: '' }), 'MALFORMED_TEXT source', 'DATE_IN_FUTURE assessedOn'],
  ['assessInstitution', assessment({ assessedOn: '2020-05-31' }), 'NO_GRADES_IN_FORCE assessedOn'],
  ['assessInstitution', assessment({ indicators: [] }), 'INDICATORS_NOT_HUNDRED indicators'],
  ['assessInstitution', assessment({ indicators: [points('a', '1', '99.99')] }), 'INDICATORS_NOT_HUNDRED indicators'],
  [
    'assessInstitution',
    assessment({ indicators: [points('a', '50', '50'), points('a', '51', '50')] }),
    'INDICATOR_TWICE indicators',
    'POINTS_ABOVE_MAXIMUM indicators',
  ],
  [
    'assessInstitution',
    assessment({ indicators: [points(' ', '-1', '0')] }),
    'MALFORMED_TEXT indicators',
    'MALFORMED_POINTS indicators',
    'MALFORMED_POINTS indicators',
  ],
  [
    'assessInstitution',
    assessment({ indicators: [points('a', '0.001', '100.01')] }),
    'MALFORMED_POINTS indicators',
    'MALFORMED_POINTS indicators',
  ],
  ['assessInstitution', assessment({ agreementYear: 2022 }), 'ALREADY_ASSESSED agreementYear'],
  ['correctAssessment', { ...assessment(), reason: '复核' }, 'NOTHING_TO_CORRECT agreementYear'],
  [
    'correctAssessment',
    { ...assessment({ agreementYear: 2022, indicators: [] }), reason: '' },
    'MALFORMED_TEXT reason',
    'INDICATORS_NOT_HUNDRED indicators',
  ],
  ['retainSurplus', retain({ institutionCode: 'none', roundCode: 'none' }), 'UNKNOWN_CODE institutionCode', 'UNKNOWN_CODE roundCode'],
  ['retainSurplus', retain({ institutionCode: 'far' }), 'INSTITUTION_OF_OTHER_AREA institutionCode'],
  ['retainSurplus', retain({ on: '2026-11-22' }), 'DATE_IN_FUTURE on'],
  ['retainSurplus', retain({ on: '2022-12-31' }), 'AGREEMENT_YEAR_NOT_OVER on'],
  ['retainSurplus', retain({ on: '2020-05-31' }), 'NO_RETENTION_IN_FORCE on', 'AGREEMENT_YEAR_NOT_OVER on'],
  ['retainSurplus', retain({ agreementYear: 2021 }), 'ASSESSMENT_NOT_PASSED agreementYear', 'NO_AGREEMENT_OF_YEAR institutionCode'],
  ['retainSurplus', retain({ agreementYear: 2024 }), 'ASSESSMENT_MISSING agreementYear', 'NO_AGREEMENT_OF_YEAR institutionCode'],
  ['retainSurplus', retain({ ratioPercent: '35.01' }), 'RATIO_ABOVE_DRUG_RATIO ratioPercent'],
  ['retainSurplus', retain({ ratioPercent: '40.01' }), 'RATIO_ABOVE_GRADE ratioPercent', 'RATIO_ABOVE_DRUG_RATIO ratioPercent'],
  [
    'retainSurplus',
    retain({ ratioPercent: '50.01' }),
    'RATIO_ABOVE_NATIONAL ratioPercent',
    'RATIO_ABOVE_GRADE ratioPercent',
    'RATIO_ABOVE_DRUG_RATIO ratioPercent',
  ],
  ['retainSurplus', retain({ ratioPercent: '0', reason: ' ' }), 'MALFORMED_TEXT reason', 'MALFORMED_PERCENT ratioPercent'],
  ['retainSurplus', retain({ lines: [] }), 'GENERIC_NAME_MISSING lines'],
  ['retainSurplus', retain({ lines: [termsOf(tablets.genericName), termsOf(tablets.genericName)] }), 'GENERIC_NAME_TWICE lines'],
  ['retainSurplus', retain({ lines: [termsOf(tablets.genericName), termsOf('别的')] }), 'NOTHING_AGREED lines'],
  ['retainSurplus', retain(line({ baseVolume: 100_000 })), 'BASE_VOLUME_ON_RECORD lines'],
  ['retainSurplus', toRetain('unreported', { lines: [termsOf('通用名乙')] }), 'BASE_VOLUME_MISSING lines'],
  [
    'retainSurplus',
    retain(
      line({
        baseVolume: 0,
        averagePriceBefore: '0',
        fundRatioPercent: '100.01',
        insuredSharePercent: '-1',
        nonSelectedAmount: '-0.01',
        source: '',
      }),
    ),
    'MALFORMED_TEXT source',
    'QUANTITY_NOT_POSITIVE baseVolume',
    'MALFORMED_PRICE averagePriceBefore',
    'MALFORMED_PERCENT fundRatioPercent',
    'MALFORMED_PERCENT insuredSharePercent',
    'MALFORMED_AMOUNT nonSelectedAmount',
  ],
  [
    'retainSurplus',
    retain(line({ averagePriceBefore: '1.00001', nonSelectedAmount: '0.001' })),
    'MALFORMED_PRICE averagePriceBefore',
    'MALFORMED_AMOUNT nonSelectedAmount',
  ],
  ['retainSurplus', retain(line({ averagePriceBefore: '99999999999999' })), 'AMOUNT_OUT_OF_RANGE lines'],
];

describe('a refusal of retention changes nothing', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await savings(app, { round: 'round' });
    await savings(app, { round: 'unreported', lines: [{ genericName: '通用名乙', agreed: 10, purchased: 1, unitPrice: '1' }] });
    await savings(app, { round: 'elsewhere', institution: 'far', area: '330200' });
    await byAgency(app, 'setDrugRetentionRatio', { effectiveFrom: '2022-01-01', ratioPercent: '35', source });
    await assessed(app, '75');
    await assessed(app, '59.99', { agreementYear: 2021 });
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

  it('an approval of what no longer is as it was proposed', async () => {
    const { id } = await byAgency(app, 'retainSurplus', retain());
    await byAgency(app, 'correctAssessment', { ...assessment({ agreementYear: 2022, indicators: indicators('60') }), reason: '复核' });
    const before = await app.database.contents();
    expect((await decided(app, id)).userErrors.map(({ code }) => code)).toEqual(['PROPOSAL_STALE']);
    expect(await app.database.contents()).toEqual(before);
  });

  it('an agency of an area that is none', async () => {
    const nowhere = agencyOf('999999');
    expect((await refusedToAgency(app, 'setDrugRetentionRatio', ratio({}), nowhere)).map(({ code }) => code)).toEqual(['UNKNOWN_CODE']);
  });

  it('one who may not', async () => {
    const before = await app.database.contents();
    for (const caller of [
      undefined,
      approver,
      { role: 'EXPERT', subject: 'e' },
      { role: 'INSTITUTION', subject: 'i', institution: theHospital },
    ] as const) {
      for (const [act, input] of [
        ['retainSurplus', retain()],
        ['assessInstitution', assessment()],
        ['setDrugRetentionRatio', ratio({})],
      ] as const)
        expect((await record(app, act, input, { caller })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    expect(await app.database.contents()).toEqual(before);
    expect(agencyOf(theArea).area).toBe(theArea);
  });
});
