import type { LocalDate } from '../../kernel/local-date.ts';
import { count, type Count, countFrom } from '../../kernel/quantity.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { assertSum, type Part } from '../../kernel/split.ts';
import { documents } from './documents.ts';
import { shareAmongWinnersClauses } from './share-among-winners.clauses.ts';

/**
 * Where winners divide a volume by share, each next one takes a part of what the cheaper ones left.
 * @source www.rdbxg.com/archive/haocaidailiang (intraocular lenses "3+6", 2020)
 */
export const shareAmongWinnersRule = defineRule({
  id: 'procurement.share-among-winners',
  title: 'Division by share',
  titleZh: '中选企业间按比例分量',
  statement:
    'One winner takes all; of two the lowest takes 60 %; of three each next takes 60 % of the remainder; of four or more 50 % of the remainder; the last takes the rest.',
  statementZh: '1家中选，全部；2家，最低价得60%；3家，依次得剩余量的60%；4家及以上，依次得剩余量的50%；最后一家得余量。',
  source: [source(documents.lens2020)],
  clauses: shareAmongWinnersClauses,
  traces: ['RA4', 'E20a', 'E20c'],
});

/**
 * Divides a volume (whole units) among winners listed from the lowest price up; each part is a minimum and so
 * rounded up, the last winner takes what is left. Parts are whole, not negative, and sum to the volume exactly.
 * Throws on a code listed twice and on no winner with a volume to divide.
 * @source www.rdbxg.com/archive/haocaidailiang (intraocular lenses "3+6", 2020)
 */
export function shareAmongWinners(given: { scheme: string; on: LocalDate; volume: number; winnersByPrice: readonly string[] }): Part[] {
  const { two, three, fourOrMore } = shareAmongWinnersClauses.inForce(given.on, { scheme: given.scheme }).value;
  const winners = given.winnersByPrice;
  if (new Set(winners).size !== winners.length) throw new RangeError('a winner is listed twice');
  const percent = Ratio.percent(winners.length === 2 ? two : winners.length === 3 ? three : fourOrMore);
  let left: Count = count(given.volume);
  const parts = winners.map((key, index) => {
    const amount = index === winners.length - 1 ? left : countFrom(Ratio.of(left).times(percent).toInteger('MINIMUM_UP'));
    left = count(left - amount);
    return { key, amount };
  });
  assertSum(given.volume, parts);
  return parts;
}
