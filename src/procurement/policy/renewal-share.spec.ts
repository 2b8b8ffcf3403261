import { expect, it } from 'vitest';
import { RuleGap } from '../../kernel/clause.ts';
import { localDate } from '../../kernel/local-date.ts';
import { renewalShare } from './renewal-share.ts';

it.each([
  // CSJ-YD2022-1
  ['ORDINARY', true, '60'],
  ['ORDINARY', false, '50'],
  ['ANTIBACTERIAL', true, '50'],
  ['ANTIBACTERIAL', false, '50'],
] as const)('[RA3] Yangtze-delta renewal: %s, incumbent %s: %s %%', (category, isIncumbent, percent) => {
  for (const day of ['2022-01-01', '2022-12-31']) {
    expect(renewalShare({ scheme: 'yangtze-delta-renewal', on: localDate(day), category, isIncumbent }).percent).toBe(percent);
  }
  expect(() => renewalShare({ scheme: 'yangtze-delta-renewal', on: localDate('2023-01-01'), category, isIncumbent })).toThrow(RuleGap);
});
