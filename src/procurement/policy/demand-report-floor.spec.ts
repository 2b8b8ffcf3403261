import { expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { demandReportFloor } from './demand-report-floor.ts';

it.each([
  // qwxb.com.cn 2025-08-07: at least 80 % of the average annual use, exceptions explained
  ['2025-08-01', 79, 100, null, 'DEMAND_BELOW_FLOOR'],
  ['2025-08-01', 80, 100, null, 80],
  ['2025-08-01', 81, 101, null, 81], // 80.8 is rounded up: 80 would be below 80 %
  ['2025-08-01', 80, 101, null, 'DEMAND_BELOW_FLOOR'],
  ['2025-08-01', 0, 100, 'ward closed', 80],
  ['2025-08-01', 0, 100, '  ', 'DEMAND_BELOW_FLOOR'],
  ['2025-08-01', 0, null, null, null],
  ['2025-07-31', 0, 100, null, null],
])('[RA1] on %s reporting %s of a yearly %s (%s): %s', (day, reported, averageAnnualUse, explanation, expected) => {
  const answer = demandReportFloor({ scheme: 'national-drug', on: localDate(day), reported, averageAnnualUse, explanation });
  expect(answer.ok ? answer.value.floor : answer.refusals[0]?.code).toBe(expected);
});
