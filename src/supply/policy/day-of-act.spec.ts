import { expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { dayOfAct } from './day-of-act.ts';

it.each([
  ['2021-03-01', null, []],
  ['2021-03-02', null, ['DATE_IN_FUTURE']],
  ['2021-02-01', '2021-02-01', []],
  ['2021-01-31', '2021-02-01', ['DATE_BEFORE_PREVIOUS_ACT']],
  ['2021-03-02', '2021-03-03', ['DATE_IN_FUTURE', 'DATE_BEFORE_PREVIOUS_ACT']],
])('on 2021-03-01 an act of %s after one of %s: %j', (on, after, codes) => {
  const refusals = dayOfAct({
    field: 'on',
    on: localDate(on),
    today: localDate('2021-03-01'),
    after: after === null ? null : localDate(after),
  });
  expect(refusals.map((each) => each.code)).toEqual(codes);
});
