import { expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { barredEnterprise } from './barred-enterprise.ts';

const bar = { from: localDate('2021-08-11'), to: localDate('2022-05-11'), source: 'tellerreport.com 2021-08-25' };
const asked = { enterprise: 'ncpc', organiser: 'NATIONAL', bars: [bar] } as const;

it.each([
  ['the day before', '2021-08-10', 0],
  ['the first day', '2021-08-11', 1],
  ['the last day', '2022-05-10', 1],
  ['the day after', '2022-05-11', 0],
])('[RI1] the bar of 2021 holds on its days and no other: %s', (_title, on, refusals) => {
  const answer = barredEnterprise({ ...asked, on: localDate(on) });
  expect(answer.ok ? 0 : answer.refusals.length).toBe(refusals);
});

it('[RI1] says from when to when, and where it stands', () => {
  const answer = barredEnterprise({ ...asked, on: localDate('2021-09-01') });
  expect(answer.ok ? [] : answer.refusals.map(({ code, rule, facts }) => [code, rule, facts.map(({ value }) => value)])).toEqual([
    [
      'ENTERPRISE_BARRED',
      'procurement.barred-enterprise',
      ['ncpc', '2021-09-01', '2021-08-11', '2022-05-10', 'tellerreport.com 2021-08-25'],
    ],
  ]);
});

it('[RI1] is a bar from national rounds only', () => {
  expect(barredEnterprise({ ...asked, organiser: 'PROVINCIAL', on: localDate('2021-09-01') }).ok).toBe(true);
});
