import { seededRandom } from './seeded-random.ts';

/** A made-up medical institution; `weight` says how much it buys, in no unit. */
export interface SyntheticInstitution {
  readonly code: string;
  readonly areaCode: string;
  readonly level: 'TERTIARY' | 'SECONDARY' | 'PRIMARY';
  readonly name: string;
  readonly weight: number;
}

/** An area that institutions can be in, as the catalogue has it. */
export interface PlaceableArea {
  readonly code: string;
  readonly kind: string;
}

const levelWords = { TERTIARY: '三级', SECONDARY: '二级', PRIMARY: '一级' } as const;

/**
 * Makes up institutions spread over the pooling areas: prefectures, and municipalities, which have none. Municipalities
 * and provincial capitals get more of them. A third are large, as in the 2020 stent round (851 of 2,408 institutions
 * used more than 500 stents a year). Codes carry seed and count, so that two sets never meet.
 * @source none: demonstration data, every row of it SYNTHETIC
 */
export function syntheticInstitutions(count: number, seed: number, areas: readonly PlaceableArea[]): SyntheticInstitution[] {
  const random = seededRandom(seed);
  const places = areas
    .filter(({ kind }) => kind !== 'PROVINCE' && kind !== 'AUTONOMOUS_REGION')
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  if (places.length === 0) throw new RangeError('there is no area to put an institution in');
  const ends: number[] = [];
  for (const place of places) ends.push((ends.at(-1) ?? 0) + areaWeight(place, random()));
  return Array.from({ length: count }, (_, index) => {
    const areaCode = places[placeOf(ends, random())]!.code;
    const weight = 30 + Math.floor(1600 * random() ** 3);
    const level = weight > 200 ? 'TERTIARY' : weight > 40 ? 'SECONDARY' : 'PRIMARY';
    const number = String(index + 1).padStart(6, '0');
    return { code: `SYN-${seed}-${count}-${number}`, areaCode, level, name: `模拟医疗机构 ${number}(${levelWords[level]})`, weight };
  });
}

/** In no unit: 1 to 3 for a prefecture, 6 for a capital, 20 for a municipality. */
function areaWeight({ code, kind }: PlaceableArea, chance: number): number {
  if (kind === 'MUNICIPALITY') return 20;
  return code.endsWith('0100') ? 6 : 1 + Math.floor(chance * 3);
}

/** The first place whose running total is above the share of the whole. */
function placeOf(ends: readonly number[], share: number): number {
  const at = share * ends.at(-1)!;
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
