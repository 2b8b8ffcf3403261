import { expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { paysByGroup, type PaymentMethod } from './group-payment.ts';

const on = localDate('2021-02-01');

it.each([
  ['DRG', true],
  ['DIP', true],
  ['NONE', false],
  [null, false],
] as [PaymentMethod | null, boolean][])('[S1-25] an area that pays by %s has groups: %s', (method, has) => {
  const refusals = paysByGroup({ area: '330100', field: 'effectiveFrom', on, method });
  if (has) expect(refusals).toEqual([]);
  else {
    expect(refusals).toMatchObject([
      {
        code: 'AREA_NOT_BY_GROUP',
        field: 'effectiveFrom',
        rule: 'disease-group.group-payment',
        facts: [{ value: '330100' }, { value: '2021-02-01' }, { value: method ?? 'not on record' }],
      },
    ]);
  }
});
