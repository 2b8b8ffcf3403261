import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * A bulletin is told beside the ones before it: their difference must not be a small cell either.
 * @source none: our convention
 */
export const toldBlockRule = defineRule({
  id: 'statistics.told-block',
  title: 'A block is told when neither it nor its change is a small cell',
  titleZh: '数据块及其较上次公布的变动均非小单元格时方予公布',
  statement:
    'A block of a bulletin is told if enough of each kind of contributor stand behind it (procurement.small-cell), and if either nobody or enough of each kind changed it since it was last told: else the difference of two bulletins would tell of the few. A kind of which nobody has a part does not count.',
  statementZh:
    '通报中的数据块，其各类贡献者达到规定数量（procurement.small-cell），且自上次公布以来无变动或变动所涉各类贡献者亦达到规定数量的，方予公布；否则两期通报之差会透露少数贡献者的情况。未涉及的类别不计。',
  source: [source(documents.ourConvention, 'small cells; the difference of two bulletins')],
  traces: [],
});

/**
 * How many stand behind figures, by their kind; 0 for a kind of which nobody has a part.
 * @source none: a shape of this system, not a rule
 */
export type Contributors = Readonly<Record<string, number>>;

/**
 * Why a block is withheld: few stand behind it, few changed it since it was told, or others that are told would tell it.
 * @source none: a shape of this system, not a rule
 */
export const suppressionReasons = ['FEW_CONTRIBUTORS', 'FEW_CHANGED', 'DERIVABLE'] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/**
 * Judges a block: null where it may be told. `changed` is null where it was never told before. `isTold` judges contributors
 * by the rule of small cells; a kind without a part is null to it.
 * @source none: our convention
 */
export function toldBlock(given: {
  contributors: Contributors;
  changed: Contributors | null;
  isTold: (contributors: Readonly<Record<string, number | null>>) => boolean;
}): SuppressionReason | null {
  const tells = (contributors: Contributors) =>
    given.isTold(Object.fromEntries(Object.entries(contributors).map(([kind, count]) => [kind, count === 0 ? null : count])));
  if (!tells(given.contributors)) return 'FEW_CONTRIBUTORS';
  return given.changed === null || tells(given.changed) ? null : 'FEW_CHANGED';
}
