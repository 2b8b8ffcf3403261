import { describe, expect, it } from 'vitest';
import { RuleGap } from '../../kernel/clause.ts';
import { localDate } from '../../kernel/local-date.ts';
import { type ShareCategory, volumeShare } from './volume-share.ts';

const share = (scheme: string, day: string, category: ShareCategory, winners: number, chosenPercent?: string) => {
  const answer = volumeShare({ scheme, on: localDate(day), category, winners, chosenPercent });
  return answer.ok ? [answer.value.percent, answer.value.termYears] : answer.refusals[0]?.code;
};

describe('[RA2] share by number of winners, seventh round', () => {
  it.each([
    // baipharm.chemlinked.com: most chemical drugs
    ['ORDINARY', 1, ['50', 1]],
    ['ORDINARY', 2, ['60', 1]],
    ['ORDINARY', 3, ['70', 2]],
    ['ORDINARY', 4, ['80', 3]],
    ['ORDINARY', 10, ['80', 3]],
    // baipharm.chemlinked.com: antibacterials and antifungals
    ['ANTIBACTERIAL', 1, ['30', 1]],
    ['ANTIBACTERIAL', 2, ['40', 1]],
    ['ANTIBACTERIAL', 3, ['50', 2]],
    ['ANTIBACTERIAL', 7, ['50', 2]],
    ['ORDINARY', 0, 'VOLUME_SHARE_NOT_ON_RECORD'],
  ] as const)('%s, %d winner(s): %j', (category, winners, expected) => {
    for (const day of ['2022-07-12', '2023-03-28']) expect(share('national-drug', day, category, winners)).toEqual(expected);
  });
});

describe('[RA3] other rounds and schemes', () => {
  it.each([
    ['national-drug', '2020-08-20', 'ORDINARY', 1, ['50', null]], // reuters.com idUSKCN24V0JG
    ['national-drug', '2021-02-02', 'ORDINARY', 4, ['80', null]],
    ['national-drug', '2020-08-20', 'ORDINARY', 2, 'VOLUME_SHARE_NOT_ON_RECORD'],
    ['national-drug', '2022-07-11', 'ORDINARY', 1, 'VOLUME_SHARE_NOT_ON_RECORD'],
    ['national-drug', '2023-03-29', 'ORDINARY', 4, 'VOLUME_SHARE_NOT_ON_RECORD'],
    ['national-drug', '2025-10-27', 'ORDINARY', 4, ['80', null]], // itiger.com/news/1158722969
    ['national-drug', '2025-10-27', 'ORDINARY', 3, 'VOLUME_SHARE_NOT_ON_RECORD'],
    ['alliance-expansion-2019', '2019-09-24', 'ORDINARY', 3, ['70', 2]],
    ['alliance-expansion-2019', '2020-01-16', 'ORDINARY', 4, 'VOLUME_SHARE_NOT_ON_RECORD'],
  ] as const)('%s on %s, %s, %d winner(s): %j', (scheme, day, category, winners, expected) => {
    expect(share(scheme, day, category, winners)).toEqual(expected);
  });

  it.each([
    // 国办发〔2019〕2号: 60 to 70 % of annual use
    [undefined, 'SHARE_TO_BE_CHOSEN'],
    ['59.99', 'SHARE_OUT_OF_RANGE'],
    ['60', ['60', 1]],
    ['70', ['70', 1]],
    ['70.01', 'SHARE_OUT_OF_RANGE'],
  ])('4+7 with %s chosen: %j', (chosen, expected) => expect(share('pilot-4plus7', '2018-12-06', 'ORDINARY', 1, chosen)).toEqual(expected));

  it('has a rule gap outside every round', () => expect(() => share('national-drug', '2020-01-16', 'ORDINARY', 1)).toThrow(RuleGap));
});
