import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { valueOf } from '../../kernel/verdict.ts';
import { assessmentGradeClauses } from './assessment-grade.clauses.ts';
import { assessmentGrade, assessmentPassed, assessmentScore, explainAssessment } from './assessment-grade.ts';

// This file and assessment-grade.clauses.ts are the only places that know the grades and their days.
const day = localDate('2023-03-01');
const of = { institution: 'saver', agreementYear: 2022 };
const indicator = (name: string, points: string, maximumPoints: string) => ({ name, points, maximumPoints });

describe('the grade of an assessment', () => {
  it.each(['2020-06-01', '2999-12-31'])('is by the draft on %s, held for no more than a draft', (on) => {
    expect(assessmentGradeClauses.inForce(localDate(on))).toMatchObject({ from: '2020-06-01', confidence: 'LOW' });
    expect(assessmentGrade(localDate(on), '81').ok).toBe(true);
  });

  it('there is none before the first guidance, and that is said', () => {
    expect(assessmentGrade(localDate('2020-05-31'), '81')).toMatchObject({
      ok: false,
      refusals: [{ code: 'NO_GRADES_IN_FORCE', facts: [{ value: '2020-05-31' }, { value: '2020-06-01' }] }],
    });
  });

  it.each([
    ['0', 'D', '0.00'],
    ['59.99', 'D', '0.00'],
    ['60', 'C', '30.00'],
    ['60.01', 'C', '30.00'],
    ['69.99', 'C', '30.00'],
    ['70', 'B', '40.00'],
    ['70.01', 'B', '40.00'],
    ['79.99', 'B', '40.00'],
    ['80', 'B', '40.00'],
    ['80.01', 'A', '50.00'],
    ['100', 'A', '50.00'],
  ])('[RF3] of %s points is %s, with which %s %% is retained', (score, grade, percent) => {
    expect(valueOf(assessmentGrade(day, score))).toMatchObject({ grade, percent });
  });

  it('[S1-24] nothing is retained without a passed assessment', () => {
    expect(assessmentPassed(of, null)).toMatchObject({
      ok: false,
      refusals: [{ code: 'ASSESSMENT_MISSING', rule: 'retention.assessment-grade', facts: [{ value: 'saver' }, { value: '2022' }] }],
    });
    expect(assessmentPassed(of, valueOf(assessmentGrade(day, '59.99')))).toMatchObject({
      ok: false,
      refusals: [{ code: 'ASSESSMENT_NOT_PASSED', facts: [{}, {}, { value: '59.99', unit: 'points' }, { value: 'D' }, { value: '0.00' }] }],
    });
    expect(assessmentPassed(of, valueOf(assessmentGrade(day, '60'))).ok).toBe(true);
  });
});

describe('the score of an assessment', () => {
  it('is the sum of the points, exactly', () => {
    const three = [indicator('a', '33.33', '33.33'), indicator('b', '33.33', '33.33'), indicator('c', '0.01', '33.34')];
    expect(valueOf(assessmentScore(three))).toBe('66.67');
  });

  it.each([
    ['99.99', '99.99'],
    ['100', null],
    ['100.00', null],
  ])('needs maxima that make 100: %s', (maximum, refusedWith) => {
    const judged = assessmentScore([indicator('a', '1', maximum)]);
    if (refusedWith === null) expect(judged.ok).toBe(true);
    else
      expect(judged).toMatchObject({
        ok: false,
        refusals: [{ code: 'INDICATORS_NOT_HUNDRED', facts: [{ value: refusedWith }, { value: '100.00' }] }],
      });
  });

  it('has no points above their maximum', () => {
    expect(assessmentScore([indicator('a', '60', '60'), indicator('b', '40.01', '40')])).toMatchObject({
      ok: false,
      refusals: [{ code: 'POINTS_ABOVE_MAXIMUM', facts: [{ value: 'b' }, { value: '40.01' }, { value: '40' }] }],
    });
    expect(assessmentScore([]).ok).toBe(false);
  });

  it('is explained with its figures', () => {
    const indicators = [indicator('完成率', '45.00', '60.00'), indicator('回款', '36.00', '40.00')];
    const { inputs, steps, source } = explainAssessment(indicators, valueOf(assessmentGrade(day, '81')));
    expect(inputs.map(({ name, value, unit }) => [name, value, unit])).toEqual([
      ['完成率', '45.00', 'points'],
      ['回款', '36.00', 'points'],
    ]);
    expect(steps.map(({ value }) => value)).toEqual(['81.00', 'A', '50.00']);
    expect(source[0]!.document).toContain('Shenzhen');
  });
});
