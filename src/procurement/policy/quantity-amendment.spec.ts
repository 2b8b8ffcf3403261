import { expect, it } from 'vitest';
import { quantityAmendment } from './quantity-amendment.ts';

const amendment = { author: 'expert-1', reason: 'ward opened', recordedAt: '2021-05-01T09:00:00+08:00' };
const blank = { author: ' ', reason: '', recordedAt: '' };

it.each([
  ['before signing a quantity may be set', false, null, 1, null, []],
  ['before signing it is positive', false, null, 0, null, ['QUANTITY_NOT_POSITIVE']],
  ['before signing it is whole', false, 5, 2.5, null, ['QUANTITY_NOT_POSITIVE']],
  ['after signing it is not edited', true, 100, 120, null, ['AMENDMENT_NEEDED']],
  ['after signing an amendment changes it', true, 100, 120, amendment, []],
  [
    'an amendment has author, reason and time',
    true,
    100,
    120,
    blank,
    ['AMENDMENT_AUTHOR_MISSING', 'AMENDMENT_REASON_MISSING', 'AMENDMENT_TIME_MISSING'],
  ],
  ['an amendment changes something', true, 100, 100, amendment, ['QUANTITY_UNCHANGED']],
  ['all refusals at once', true, 100, -1, null, ['QUANTITY_NOT_POSITIVE', 'AMENDMENT_NEEDED']],
])('[S0-6] %s', (_title, isSigned, current, next, given, codes) => {
  const answer = quantityAmendment({ isSigned, current, next, amendment: given });
  expect(answer.ok ? [] : answer.refusals.map((each) => each.code)).toEqual(codes);
});
