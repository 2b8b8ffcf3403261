import { expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { successorChoice, type Candidate } from './successor-choice.ts';

const from = localDate('2021-08-20');
const to = localDate('2024-08-20');
const backup: Candidate = { product: 'backup', withdrawnOn: null, suspensions: [] };
const other = { product: 'rundu', withdrawnOn: null, suspensions: [], price: null };
type Asked = Partial<Parameters<typeof successorChoice>[0]>;
const choose = (given: Asked) =>
  successorChoice({ failing: 'ncpc', backups: [backup], asked: null, replacementPrice: null, from, ...given });

it.each<[string, Asked, string | string[]]>([
  ['the backup, where nobody is named', {}, 'BACKUP backup'],
  ['the backup, named', { asked: { ...backup, price: '2' } }, 'BACKUP backup'],
  ['the first of two backups', { backups: [{ ...backup, product: 'first' }, backup] }, 'BACKUP first'],
  ['the second of two, named', { backups: [{ ...backup, product: 'first' }, backup], asked: { ...backup, price: '2' } }, 'BACKUP backup'],
  ['not a replacement while there is a backup', { asked: other, replacementPrice: '1' }, ['BACKUP_COMES_FIRST']],
  ['a replacement where there is none', { backups: [], asked: other, replacementPrice: '1' }, 'REPLACEMENT rundu'],
  [
    'a replacement where the backup has withdrawn',
    { backups: [{ ...backup, withdrawnOn: '2021-08-01' }], asked: other, replacementPrice: '1' },
    'REPLACEMENT rundu',
  ],
  ['a selected product at its price, where there is no backup', { backups: [], asked: { ...other, price: '3' } }, 'REPLACEMENT rundu'],
  ['nobody, where there is none and none is named', { backups: [] }, ['NO_BACKUP']],
  ['nobody by itself', { asked: { ...other, product: 'ncpc', price: '1' } }, ['SUCCESSOR_IS_FAILING']],
  ['no replacement without its price', { backups: [], asked: other }, ['REPLACEMENT_PRICE_MISSING']],
  ['no other price than that on record', { replacementPrice: '1' }, ['PRICE_ALREADY_ON_RECORD']],
  ['nobody who has withdrawn', { backups: [], asked: { ...other, price: '3', withdrawnOn: '2021-08-19' } }, ['SUCCESSOR_WITHDRAWN']],
  ['nobody on the first day of a suspension', { backups: [{ ...backup, suspensions: [{ from, to }] }] }, ['SUCCESSOR_SUSPENDED']],
  ['the backup on the day after a suspension', { backups: [{ ...backup, suspensions: [{ from, to }] }], from: to }, 'BACKUP backup'],
])('[RI2] takes over: %s', (_title, given, expected) => {
  const answer = choose(given);
  expect(answer.ok ? `${answer.value.basis} ${answer.value.product}` : answer.refusals.map(({ code }) => code)).toEqual(expected);
});
