import type { LocalDate } from '../../kernel/local-date.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * Which of several standards holds on a day: a winning price before a negotiated price, that before what a locality sets.
 * @source flcube.com/?p=10739: a winning price of a national round takes precedence over a negotiated one
 */
export const standardPrecedenceRule = defineRule({
  id: 'standard.precedence',
  title: 'Which standard holds',
  titleZh: '支付标准的适用顺序',
  statement:
    'On any day one standard holds for a product in a pooling area: the winning price of a round that is in effect there; without one the negotiated price of an agreement in force; without that what the locality set. Of two of the same kind the one that began later takes over on its first day, and the earlier one does not come back.',
  statementZh:
    '同一统筹区同一产品任一日只适用一个支付标准：当地正在执行的中选价优先；无中选价的适用协议期内的谈判价；均无的适用当地制定的标准。同类标准以开始日期在后者接替，自其首日起生效，前者不再恢复。',
  source: [source(documents.negotiatedDrugs), source(documents.ourConvention, 'the later of the same kind takes over')],
  traces: ['RE5'],
});

/** @source none: names; the order is that of precedence, the first wins */
export const standardBases = ['WINNING_PRICE', 'NEGOTIATED_PRICE', 'LOCAL_CAP', 'NON_SELECTED_DRUG'] as const;
/** @source none: a shape of this system, not a rule */
export type StandardBasis = (typeof standardBases)[number];

const precedence: Readonly<Record<StandardBasis, number>> = { WINNING_PRICE: 0, NEGOTIATED_PRICE: 1, LOCAL_CAP: 2, NON_SELECTED_DRUG: 2 };

/**
 * A stretch of days, from its first to the day before `to` (null: open), on which a claim says the same.
 * @source none: a shape of this system, not a rule
 */
export interface Stretch<T> {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly value: T;
}

/**
 * What one source says of a product in an area: one stretch for a winning price, one for each step of a schedule, in the
 * order of their days and without overlap.
 * @source none: a shape of this system, not a rule
 */
export interface Claim<T> {
  readonly basis: StandardBasis;
  /** Which of two claims that begin on the same day was recorded later. */
  readonly recordedAt: Date;
  readonly stretches: readonly Stretch<T>[];
}

/**
 * The standards of one product in one area, in the order of their days, without overlap; days that no claim covers are
 * left out.
 * @source flcube.com/?p=10739; the later of the same kind takes over (convention of this system)
 */
export function standardTimeline<T>(claims: readonly Claim<T>[]): Stretch<T>[] {
  const rank = (claim: Claim<T>) => precedence[claim.basis];
  const begun = claims.filter(({ stretches }) => stretches.length > 0);
  const ordered = begun.toSorted(
    (a, b) => rank(a) - rank(b) || compare(startOf(a), startOf(b)) || a.recordedAt.getTime() - b.recordedAt.getTime(),
  );
  const timeline: Stretch<T>[] = [];
  ordered.forEach((claim, index) => {
    const next = ordered[index + 1];
    const end = next && rank(next) === rank(claim) ? startOf(next) : null;
    for (const stretch of claim.stretches) timeline.push(...outside(cut(stretch, end), timeline));
    timeline.sort((a, b) => compare(a.from, b.from));
  });
  return timeline;
}

const startOf = <T>(claim: Claim<T>) => claim.stretches[0]!.from;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The stretch up to the day before `end`; none where nothing of it is left. */
function cut<T>(stretch: Stretch<T>, end: LocalDate | null): Stretch<T>[] {
  if (end === null || (stretch.to !== null && stretch.to <= end)) return [stretch];
  return stretch.from < end ? [{ ...stretch, to: end }] : [];
}

/** What of the stretches no day of `taken` covers. */
function outside<T>(stretches: readonly Stretch<T>[], taken: readonly Stretch<T>[]): Stretch<T>[] {
  return taken.reduce<Stretch<T>[]>(
    (left, hole) => left.flatMap((each) => [...cut(each, hole.from), ...after(each, hole.to)]),
    [...stretches],
  );
}

/** The stretch from `day` on; none where nothing of it is left, and where the hole never ends. */
function after<T>(stretch: Stretch<T>, day: LocalDate | null): Stretch<T>[] {
  if (day === null || (stretch.to !== null && stretch.to <= day)) return [];
  return [{ ...stretch, from: stretch.from > day ? stretch.from : day }];
}
