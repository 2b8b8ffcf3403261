import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { procurementTerm, type TermAsked } from './procurement-term.ts';

const last = (scheme: string, on: string, rest: Partial<TermAsked> = {}) => {
  const term = procurementTerm({ scheme, on: localDate(on), category: 'ORDINARY', startsOn: localDate('2022-11-01'), winners: 4, ...rest });
  return term.ok ? term.value.to : term.refusals[0]?.code;
};

describe('[RA2] [RA3] term', () => {
  it.each([
    ['national-drug', '2022-07-12', { winners: 1 }, '2023-11-01'],
    ['national-drug', '2022-07-12', { winners: 3 }, '2024-11-01'],
    ['national-drug', '2023-03-28', { winners: 4 }, '2025-11-01'],
    ['national-drug', '2022-07-12', { winners: 3, category: 'ANTIBACTERIAL' }, '2024-11-01'],
    ['national-drug', '2024-12-12', {}, '2028-01-01'], // to 2027-12-31: flcube.com/?p=14910
    ['national-drug', '2025-10-27', {}, '2029-01-01'], // to 2028-12-31: flcube.com/?p=41082
    ['national-drug', '2022-07-11', {}, 'TERM_NOT_ON_RECORD'],
    ['national-drug', '2023-03-29', {}, 'TERM_NOT_ON_RECORD'],
    ['national-stent', '2020-11-05', {}, '2024-11-01'], // 2 years: nbd
    ['national-stent', '2022-11-28', {}, '2024-11-01'],
    ['national-stent', '2022-11-29', {}, '2025-11-01'], // 3 years: sznews
    ['national-insulin', '2021-11-26', {}, '2024-11-01'],
    // CSJ-YD2022-1: 3 years with more than 5 bidders and long-term use
    ['yangtze-delta-renewal', '2022-01-01', { bidders: 5, isLongTermUse: true }, '2024-11-01'],
    ['yangtze-delta-renewal', '2022-01-01', { bidders: 6, isLongTermUse: true }, '2025-11-01'],
    ['yangtze-delta-renewal', '2022-01-01', { bidders: 6, isLongTermUse: false }, '2024-11-01'],
    ['yangtze-delta-renewal', '2022-01-01', {}, 'TERM_NOT_ON_RECORD'],
    ['pilot-4plus7', '2018-12-06', { winners: 1 }, 'SHARE_TO_BE_CHOSEN'],
    ['pilot-4plus7', '2018-12-06', { winners: 1, chosenPercent: '70' }, '2023-11-01'],
  ] as [string, string, Partial<TermAsked>, string][])('%s opened %s %j: ends before %s', (scheme, on, rest, expected) => {
    expect(last(scheme, on, rest)).toBe(expected);
  });
});
