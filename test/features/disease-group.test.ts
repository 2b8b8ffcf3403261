import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { agencyOf } from '../support/build-prepayment.ts';
import { data } from '../support/build-recorder.ts';
import { byAgency, refusedToAgency } from '../support/build-retention.ts';

const area = '330100';
const source = '统筹区文件';
/** The stents of 2020, which took effect in the area on the last day of January 2021. */
const stents = { groupCode: 'FM19', roundCode: 'GH-HD2020-1', startsOn: '2021-01-31', source };
const standard = (effectiveFrom: string, amount: string, more: object = {}) => ({
  groupCode: 'FM19',
  effectiveFrom,
  amount,
  source,
  ...more,
});
const codes = (refusals: readonly { code: string; field: string | null }[]) => refusals.map(({ code, field }) => `${code} ${field}`);

/** A group of an area that pays by DRG, with the standard before the round, which concerns it. */
async function concerned(app: TestApp, of = area): Promise<void> {
  const act = (name: string, input: object) => byAgency(app, name, input, '', agencyOf(of));
  await act('recordGroupPayment', { method: 'DRG', effectiveFrom: '2020-07-01', source });
  await act('recordDiseaseGroup', { code: 'FM19', name: '经皮冠状动脉支架植入' });
  await act('setGroupStandard', standard('2020-07-01', '40000.00'));
  await act('concernDiseaseGroup', stents);
}

const groupShown = `{ diseaseGroups(filter: { areaCode: { eq: "330100" } }) { nodes { code name
  concerns { category startsOn round { code } } reviews { nodes { dueOn reviewedOn outcome ruleReference } totalCount }
  standards { nodes { effectiveFrom amount ruleReference explanation { rule sentence inputs { name value unit } steps { value unit } } } } } } }`;

describe('the payment standards of disease groups', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await concerned(app);
  });
  afterAll(() => app.stop());

  it('[S1-25] are recorded where the area pays by group, and nowhere else', async () => {
    const elsewhere = agencyOf('330200');
    const notByGroup = [
      { code: 'AREA_NOT_BY_GROUP', rule: 'disease-group.group-payment', facts: [{ value: '330200' }, {}, { value: 'not on record' }] },
    ];
    expect(await refusedToAgency(app, 'recordDiseaseGroup', { code: 'X', name: '病组' }, elsewhere)).toMatchObject(notByGroup);
    expect(
      await refusedToAgency(app, 'setFirstYearReading', { reading: 'NEED_NOT', effectiveFrom: '2021-01-31', source }, elsewhere),
    ).toMatchObject(notByGroup);
    // The day before the flag, and a group of another area.
    expect(codes(await refusedToAgency(app, 'setGroupStandard', standard('2020-06-30', '1')))).toEqual([
      'AREA_NOT_BY_GROUP effectiveFrom',
      'STANDARD_SET_SINCE effectiveFrom',
    ]);
    expect(codes(await refusedToAgency(app, 'setGroupStandard', standard('2022-01-01', '1'), elsewhere))).toEqual([
      'AREA_NOT_BY_GROUP effectiveFrom',
      'UNKNOWN_CODE groupCode',
    ]);
  });

  it('[RG1] [S1-26] are not below those of the day before, for twelve months from the start', async () => {
    for (const from of ['2021-01-31', '2021-06-01', '2022-01-30']) {
      expect(await refusedToAgency(app, 'setGroupStandard', standard(from, '39999.99', { ruleReference: '规则' }))).toMatchObject([
        {
          code: 'LOWERED_IN_FIRST_YEAR',
          field: 'amount',
          rule: 'disease-group.first-year-floor',
          facts: [
            { name: 'standard', value: '39999.99', unit: 'yuan' },
            { name: 'from', value: from },
            { name: 'round', value: 'GH-HD2020-1' },
            { name: 'start', value: '2021-01-31' },
            { name: 'standardBefore', value: '40000.00', unit: 'yuan' },
            { name: 'firstYearEnds', value: '2022-01-31' },
          ],
        },
      ]);
    }
  });

  it('may rise in the first year, and come down to what they were; after it they are lowered by a rule', async () => {
    await byAgency(app, 'setGroupStandard', standard('2021-03-01', '41000'));
    expect(codes(await refusedToAgency(app, 'setGroupStandard', standard('2021-09-01', '40000')))).toEqual([
      'RULE_REFERENCE_MISSING ruleReference',
    ]);
    await byAgency(app, 'setGroupStandard', standard('2021-09-01', '40000', { ruleReference: '调整规则第3条' }));
    // [S1-27]: on the first day after the first year, with a rule.
    expect(codes(await refusedToAgency(app, 'setGroupStandard', standard('2022-01-31', '35000')))).toEqual([
      'RULE_REFERENCE_MISSING ruleReference',
    ]);
    await byAgency(app, 'setGroupStandard', standard('2022-01-31', '35000', { ruleReference: '年度调整' }));
    const { diseaseGroups } = await data<{ diseaseGroups: { nodes: { standards: { nodes: object[] } }[] } }>(app, groupShown);
    expect(diseaseGroups.nodes).toMatchObject([
      { code: 'FM19', concerns: [{ category: 'STENT', startsOn: '2021-01-31', round: { code: 'GH-HD2020-1' } }] },
    ]);
    expect(diseaseGroups.nodes[0]!.standards.nodes).toMatchObject([
      { effectiveFrom: '2020-07-01', amount: '40000.00', explanation: { steps: [] } },
      { effectiveFrom: '2021-03-01', amount: '41000.00', explanation: { steps: [{ value: '2022-01-31' }, { value: '1000.00' }] } },
      { effectiveFrom: '2021-09-01', amount: '40000.00', explanation: { steps: [{}, { value: '0.00' }] } },
      { effectiveFrom: '2022-01-31', amount: '35000.00', ruleReference: '年度调整', explanation: { steps: [{}, { value: '-5000.00' }] } },
    ]);
  });

  it('[S1-27] reviews fall due once the first year is over, and then each year', async () => {
    type Due = { dueGroupReviews: object[] };
    const due = async (asOf: string, caller = agencyOf(area)) =>
      (
        await data<Due>(
          app,
          'query($asOf: Date) { dueGroupReviews(asOf: $asOf) { startsOn dueOn dueCount area { code } group { code } round { code } } }',
          { asOf },
          caller,
        )
      ).dueGroupReviews;
    const one = { startsOn: '2021-01-31', area: { code: area }, group: { code: 'FM19' }, round: { code: 'GH-HD2020-1' } };
    expect(await due('2022-01-30')).toEqual([]);
    expect(await due('2022-01-31')).toEqual([{ ...one, dueOn: '2022-01-31', dueCount: 1 }]);
    expect(await due('2023-01-31')).toEqual([{ ...one, dueOn: '2022-01-31', dueCount: 2 }]);
    const review = { groupCode: 'FM19', roundCode: 'GH-HD2020-1', outcome: 'LOWERED', ruleReference: '年度调整' };
    expect(await byAgency(app, 'recordGroupReview', { ...review, reviewedOn: '2022-02-15' }, 'dueOn outcome group { code }')).toMatchObject(
      {
        dueOn: '2022-01-31',
        outcome: 'LOWERED',
        group: { code: 'FM19' },
      },
    );
    // As it stood on a day: the review was not yet done, and is.
    expect(await due('2022-02-14')).toEqual([{ ...one, dueOn: '2022-01-31', dueCount: 1 }]);
    expect(await due('2022-02-15')).toEqual([]);
    expect(await due('2023-01-31')).toEqual([{ ...one, dueOn: '2023-01-31', dueCount: 1 }]);
    expect(await due('2023-01-31', { role: 'AUDITOR', subject: 'a' })).toHaveLength(1);
    expect(await due('2023-01-31', agencyOf('330200'))).toEqual([]);
  });

  it('[T4] may be lowered in the first year where the area reads the text as a permission, from that day on', async () => {
    const another = '330400';
    await concerned(app, another);
    const act = (name: string, input: object) => byAgency(app, name, input, '', agencyOf(another));
    await act('setFirstYearReading', { reading: 'NEED_NOT', effectiveFrom: '2021-06-01', source });
    await act('setFirstYearReading', { reading: 'MUST_NOT', effectiveFrom: '2021-08-01', source });
    const lowered = (from: string, amount: string) => standard(from, amount, { ruleReference: '规则' });
    const refusedFrom = async (from: string, amount: string) =>
      codes(await refusedToAgency(app, 'setGroupStandard', lowered(from, amount), agencyOf(another)));
    expect(await refusedFrom('2021-05-31', '39000')).toEqual(['LOWERED_IN_FIRST_YEAR amount']);
    await act('setGroupStandard', lowered('2021-06-01', '39000'));
    await act('setGroupStandard', lowered('2021-07-31', '38000'));
    expect(await refusedFrom('2021-08-01', '38000')).toEqual(['LOWERED_IN_FIRST_YEAR amount']);
    await act('setGroupStandard', standard('2021-08-01', '40000'));
  });
});
