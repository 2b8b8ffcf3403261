import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { valueOf } from '../../kernel/verdict.ts';
import { retentionRatioClauses } from './retention-ratio.clauses.ts';
import { areaRetentionRatio, highestRetentionRatio, retentionRatio, type RatioLimits } from './retention-ratio.ts';

// This file and retention-ratio.clauses.ts are the only places that know the limit and its days.
const limits = (more: Partial<RatioLimits> = {}): RatioLimits => ({
  category: 'STENT',
  highest: '50.00',
  grade: '50.00',
  drugRatio: '50.00',
  ...more,
});
const codes = (judged: ReturnType<typeof retentionRatio>) => (judged.ok ? [] : judged.refusals.map(({ code }) => code));

describe('the retention ratio', () => {
  it.each(['2020-06-01', '2999-12-31'])('is at most 50 %% on %s', (on) => {
    expect(retentionRatioClauses.inForce(localDate(on)).value.percent).toBe('50.00');
    expect(valueOf(highestRetentionRatio('on', localDate(on)))).toBe('50.00');
  });

  it('there is none before the first document', () => {
    expect(highestRetentionRatio('on', localDate('2020-05-31'))).toMatchObject({
      ok: false,
      refusals: [{ code: 'NO_RETENTION_IN_FORCE', field: 'on', facts: [{ value: '2020-05-31' }, { value: '2020-06-01' }] }],
    });
  });

  it.each([
    ['49.99', true],
    ['50', true],
    ['50.01', false],
  ])('[RF1] an area may let %s %% be retained of drugs: %s', (percent, may) => {
    const judged = areaRetentionRatio(localDate('2023-01-01'), percent);
    expect(judged.ok).toBe(may);
    if (!judged.ok)
      expect(judged.refusals).toMatchObject([{ code: 'RATIO_ABOVE_NATIONAL', facts: [{ value: percent }, { value: '50.00' }] }]);
  });

  it.each([
    ['55', ['RATIO_ABOVE_NATIONAL', 'RATIO_ABOVE_GRADE', 'RATIO_ABOVE_DRUG_RATIO']],
    ['50', []],
    ['35', []],
  ])('[RF4] [S1-23] [E28] of stents %s %% beside 50 %% of drugs', (proposed, expected) => {
    const judged = retentionRatio(limits(), proposed);
    expect(codes(judged)).toEqual(expected);
    if (!judged.ok) {
      expect(judged.refusals.at(-1)).toMatchObject({
        facts: [
          { name: 'ratio', value: '55', unit: '%' },
          { name: 'drugRatio', value: '50.00', unit: '%' },
        ],
      });
    }
  });

  it.each([
    ['39.99', []],
    ['40', []],
    ['40.01', ['RATIO_ABOVE_DRUG_RATIO']],
  ])('[T11] of stents is not above that of drugs: %s %% beside 40 %%', (proposed, expected) => {
    expect(codes(retentionRatio(limits({ drugRatio: '40.00' }), proposed))).toEqual(expected);
  });

  it.each(['STENT', 'CONSUMABLE'] as const)('[S1-23] of %s needs that of drugs on file', (category) => {
    expect(codes(retentionRatio(limits({ category, drugRatio: null }), '35'))).toEqual(['DRUG_RATIO_NOT_ON_FILE']);
    expect(codes(retentionRatio(limits({ category, drugRatio: null }), null))).toEqual(['DRUG_RATIO_NOT_ON_FILE']);
    expect(codes(retentionRatio(limits({ category: 'DRUG', drugRatio: null }), '35'))).toEqual([]);
  });

  it.each([
    ['30.00', []],
    ['30.01', ['RATIO_ABOVE_GRADE']],
  ])('[RF3] is at most what the grade allows: %s %% with grade C', (proposed, expected) => {
    expect(codes(retentionRatio(limits({ grade: '30.00' }), proposed))).toEqual(expected);
  });

  it.each([
    [limits(), '50.00'],
    [limits({ grade: '40.00' }), '40.00'],
    [limits({ drugRatio: '35.00' }), '35.00'],
    [limits({ category: 'DRUG', drugRatio: '35.00' }), '35.00'],
    [limits({ category: 'DRUG', drugRatio: null, highest: '20.00' }), '20.00'],
  ])('is the largest allowed where none is proposed', (given, percent) => {
    expect(valueOf(retentionRatio(given, null))).toBe(percent);
  });
});
