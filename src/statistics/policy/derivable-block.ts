import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * The same goods are in two partitions, and in one bulletin after the other: what an area owes for is what products were
 * accepted there. Sums of some blocks less sums of others tell of what lies between.
 * @source Gusfield 1988: two-way tables as networks; that it guards a bulletin is our convention
 */
export const derivableBlockRule = defineRule({
  id: 'statistics.derivable-block',
  title: 'Blocks that would tell a small cell by their difference are withheld',
  titleZh: '可由差额推算出小单元格的数据块不予公布',
  statement:
    'Told blocks of pooling areas and of selected products, of this bulletin and of those before, are sums of the same goods. Goods of few institutions must lie between blocks that goods of enough institutions connect: then no sum and no difference of told blocks is of those few alone. Where they do not, blocks are withheld.',
  statementZh:
    '本期及往期通报中统筹区与中选产品两类数据块均由同一批货物汇总而成。涉及机构过少的货物，其所属的数据块之间须由涉及足够机构的货物相连，使已公布数据的任何和、差均不会仅涉及这些机构；否则相关数据块不予公布。',
  source: [source(documents.networks), source(documents.ourConvention, 'both partitions of a bulletin')],
  traces: [],
});

/**
 * Goods that count in a block of either partition, by where they were bought and by how many institutions; null where they
 * count in none that is told. A block of each bulletin is one of its own. An institution is in one place.
 * @source none: a shape of this system, not a rule
 */
export interface SharedPart {
  readonly place: string;
  readonly area: string | null;
  readonly product: string | null;
  readonly institutions: number;
}

/**
 * The blocks, of those that would be told now, that must be withheld; the others that parts name are out already. A sum of
 * told blocks with signs is a potential over blocks, the untold ones at zero: goods are in it if the potential differs
 * between their two blocks. So blocks between which goods of many lie are joined; all that lies between two groups of joined
 * blocks is in a sum together or not at all, and joins them if many took part in it. What then still lies between two groups
 * is of few: the least block of either that may be withheld is, which joins it to the untold ones.
 * @source Gusfield 1988; which block is given up is our convention
 */
export function derivableBlocks(given: { parts: readonly SharedPart[]; told: ReadonlySet<string>; minimum: number }): ReadonlySet<string> {
  const { parts, told, minimum } = given;
  const groups = new Groups();
  const withheld = new Set<string>();
  const fromLeast = leastFirst(parts, told);
  for (;;) {
    const pairs = Map.groupBy(parts, ({ area, product }) =>
      [area, product]
        .map((block) => groups.of(block ?? untold))
        .toSorted()
        .join('\n'),
    );
    const between = [...pairs]
      .map(([pair, shared]) => ({ pair: pair.split('\n') as [string, string], shared }))
      .filter(({ pair: [one, other] }) => one !== other);
    const ofMany = between.filter(({ shared }) => leastInstitutions(shared) >= minimum);
    for (const { pair } of ofMany) groups.join(...pair);
    if (ofMany.length > 0) continue;
    const [ofFew] = between;
    if (!ofFew) return withheld;
    for (const group of ofFew.pair) {
      const least = groups.of(untold) === group ? undefined : fromLeast.find((block) => groups.of(block) === group);
      if (least === undefined) continue;
      withheld.add(least);
      groups.join(least, untold);
    }
    // What is out between two groups that are out is not to be helped.
    groups.join(...ofFew.pair);
  }
}

/** How many institutions took part in goods at least: one may be in several parts of its place. */
function leastInstitutions(parts: readonly SharedPart[]): number {
  const most = new Map<string, number>();
  for (const { place, institutions } of parts) most.set(place, Math.max(most.get(place) ?? 0, institutions));
  return most.values().reduce((sum, count) => sum + count, 0);
}

/** Told blocks by how many took part in their goods, then by their names. */
function leastFirst(parts: readonly SharedPart[], told: ReadonlySet<string>): readonly string[] {
  const sizes = new Map([...told].map((block) => [block, 0]));
  for (const { area, product, institutions } of parts)
    for (const block of [area, product]) if (block !== null && told.has(block)) sizes.set(block, sizes.get(block)! + institutions);
  return [...told].toSorted((a, b) => sizes.get(a)! - sizes.get(b)! || (a < b ? -1 : 1));
}

const untold = '';

/** Blocks in groups that only grow. */
class Groups {
  readonly #leader = new Map<string, string>();

  of(block: string): string {
    let leader = block;
    for (let next = this.#leader.get(leader); next !== undefined; next = this.#leader.get(leader)) leader = next;
    if (leader !== block) this.#leader.set(block, leader);
    return leader;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.#leader.set(a, b);
  }
}
