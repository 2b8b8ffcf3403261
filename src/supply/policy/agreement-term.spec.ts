import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { agreementTerm } from './agreement-term.ts';

const term = { from: localDate('2021-01-20'), to: localDate('2023-01-20') };
const judged = (agreementYear: number, signedOn: string, from: string, to: string | null, within: typeof term | null) => {
  const answer = agreementTerm({
    agreementYear,
    signedOn: localDate(signedOn),
    from: localDate(from),
    to: to === null ? null : localDate(to),
    term: within,
  });
  return answer.ok ? answer.value.to : answer.refusals.map((each) => each.code);
};

describe('[S0-6] the term of an agreement', () => {
  it.each([
    ['runs for twelve months', 2021, '2021-01-10', '2021-01-20', null, term, '2022-01-20'],
    ['runs to the end of the term', 2022, '2022-06-01', '2022-06-01', null, term, '2023-01-20'],
    ['runs for twelve months where no term is fixed yet', 2021, '2020-12-31', '2021-01-01', null, null, '2022-01-01'],
    ['may be the second year to its last day', 2022, '2022-01-20', '2022-01-20', '2023-01-20', term, '2023-01-20'],
    ['is not longer than a year', 2021, '2021-01-20', '2021-01-20', '2022-01-21', term, ['AGREEMENT_LONGER_THAN_YEAR']],
    ['does not begin before the term', 2021, '2021-01-19', '2021-01-19', null, term, ['AGREEMENT_OUTSIDE_TERM']],
    ['does not pass the term', 2022, '2022-01-20', '2022-02-01', '2023-01-21', term, ['AGREEMENT_OUTSIDE_TERM']],
    ['begins in its year', 2022, '2021-12-31', '2021-12-31', '2022-12-31', term, ['AGREEMENT_YEAR_DIFFERS']],
    ['is signed on its last day at the latest', 2021, '2021-12-31', '2021-02-01', '2022-01-01', term, '2022-01-01'],
    ['is not signed when it is over', 2021, '2022-01-01', '2021-02-01', '2022-01-01', term, ['SIGNED_AFTER_END']],
    [
      'is refused with all that is wrong',
      2021,
      '2023-02-01',
      '2023-01-20',
      '2023-01-20',
      term,
      ['AGREEMENT_YEAR_DIFFERS', 'AGREEMENT_ENDS_BEFORE_START', 'SIGNED_AFTER_END'],
    ],
  ])('%s', (_title, year, signedOn, from, to, within, expected) => {
    expect(judged(year, signedOn, from, to, within)).toEqual(expected);
  });
});
