import { fact } from '../../kernel/fact.ts';
import { count, type Count } from '../../kernel/quantity.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { assertSum } from '../../kernel/split.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import type { ComparablePrice } from './comparable-price.ts';
import { documents } from './documents.ts';

/**
 * Winners choose supply regions in order of price, one per turn; then backup regions, never their own.
 * @source flcube.com/?p=30512 (rules of the seventh round)
 */
export const supplyRegionChoiceRule = defineRule({
  id: 'procurement.supply-region-choice',
  title: 'Choice of supply regions',
  titleZh: '供应地区选择',
  statement:
    'Winners choose one region per turn, lowest price first, until none is left; then backup regions, which differ from their own primary regions. A region’s whole agreed volume goes to its primary supplier.',
  statementZh: '中选企业按价格由低到高每轮选一个供应地区，直至选完；再选备供地区，不得与本企业主供地区相同。地区全部约定采购量归主供企业。',
  source: [
    source(documents.round7Rules, 'supply regions'),
    source(documents.ourConvention, 'a winner who can take no backup region passes'),
  ],
  traces: ['RA4'],
});

/**
 * A winner who chooses: code, comparable unit price, and its wishes in order for primary and for backup regions.
 * `turn` orders winners of equal price (smaller first); needed only then.
 * @source none: a shape of this system, not a rule
 */
export interface ChoosingWinner {
  code: string;
  price: ComparablePrice;
  turn?: number;
  wishes: readonly string[];
  backupWishes: readonly string[];
}

/**
 * Who supplies which region with how much (whole units), who backs it up, and which regions nobody can back up.
 * @source none: a shape of this system, not a rule
 */
export interface SupplyRegions {
  order: string[];
  primary: { areaCode: string; winner: string; quantity: Count }[];
  backup: { areaCode: string; winner: string }[];
  withoutBackup: string[];
}

const refusal = (code: string, field: string, message: string, messageZh: string, winner: string, rest: string): Refusal => ({
  code,
  field,
  message,
  messageZh,
  rule: supplyRegionChoiceRule.id,
  facts: [fact('winner', winner), fact('regions', rest)],
});

/**
 * Runs the choice of regions. Every winner's wishes must be long enough: a region is never assigned to somebody
 * who did not wish for it. The regions' volumes sum exactly to what was given.
 *
 * Refuses with `REGION_ORDER_TIED` (equal prices and turns), `REGION_WISHES_EXHAUSTED`; throws on codes listed twice
 * and on no winner.
 * @source flcube.com/?p=30512 (rules of the seventh round)
 */
export function supplyRegionChoice(
  winners: readonly ChoosingWinner[],
  areas: readonly { areaCode: string; quantity: number }[],
): Verdict<SupplyRegions> {
  if (new Set(winners.map((each) => each.code)).size !== winners.length) throw new RangeError('a winner is listed twice');
  if (new Set(areas.map((each) => each.areaCode)).size !== areas.length) throw new RangeError('a region is listed twice');
  if (winners.length === 0) throw new RangeError('nobody to choose');
  const queue = winners.toSorted((a, b) => a.price.compare(b.price) || (a.turn ?? 0) - (b.turn ?? 0));
  const tie = queue.find((each, index) => {
    const next = queue[index + 1];
    return next !== undefined && next.price.equals(each.price) && (next.turn ?? 0) === (each.turn ?? 0);
  });
  if (tie)
    return refused([
      refusal(
        'REGION_ORDER_TIED',
        'winners',
        `${tie.code} has the price of another winner; say whose turn is first.`,
        `${tie.code}与其他中选企业价格相同，请指定先后顺序。`,
        tie.code,
        '',
      ),
    ]);

  const free = new Map(areas.map((each) => [each.areaCode, count(each.quantity)]));
  const primary: SupplyRegions['primary'] = [];
  for (let turn = 0; free.size > 0; turn += 1) {
    const winner = queue[turn % queue.length] as ChoosingWinner;
    const areaCode = winner.wishes.find((each) => free.has(each));
    if (areaCode === undefined) {
      const rest = [...free.keys()].toSorted().join('|');
      return refused([
        refusal(
          'REGION_WISHES_EXHAUSTED',
          'wishes',
          `${winner.code} names none of the regions left: ${rest}.`,
          `${winner.code}未选择剩余地区：${rest}。`,
          winner.code,
          rest,
        ),
      ]);
    }
    primary.push({ areaCode, winner: winner.code, quantity: free.get(areaCode) as Count });
    free.delete(areaCode);
  }
  assertSum(
    areas.reduce((sum, each) => sum + each.quantity, 0),
    primary.map((each) => ({ key: each.areaCode, amount: each.quantity })),
  );
  return accepted({ order: queue.map((each) => each.code), primary, ...chooseBackups(queue, primary) });
}

/** One region per turn as before; who has no wish left passes, and the choice ends when all pass. */
function chooseBackups(
  queue: readonly ChoosingWinner[],
  primary: SupplyRegions['primary'],
): Pick<SupplyRegions, 'backup' | 'withoutBackup'> {
  const supplier = new Map(primary.map((each) => [each.areaCode, each.winner]));
  const open = new Set(supplier.keys());
  const backup: SupplyRegions['backup'] = [];
  for (let turn = 0, passes = 0; open.size > 0 && passes < queue.length; turn += 1) {
    const winner = queue[turn % queue.length] as ChoosingWinner;
    const areaCode = winner.backupWishes.find((each) => open.has(each) && supplier.get(each) !== winner.code);
    passes = areaCode === undefined ? passes + 1 : 0;
    if (areaCode === undefined) continue;
    backup.push({ areaCode, winner: winner.code });
    open.delete(areaCode);
  }
  return { backup, withoutBackup: [...open].toSorted() };
}
