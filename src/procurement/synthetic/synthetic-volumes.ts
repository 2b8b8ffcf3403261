import { splitExactly } from '../../kernel/split.ts';
import { seededRandom } from './seeded-random.ts';
import type { SyntheticInstitution } from './synthetic-institutions.ts';

/** What the 2020 stent round reports: institutions, and stents intended for the first year. */
const reported = { institutions: 2408, quantity: 1_070_000 };

/** A made-up line of one institution and product, in pieces: what it reported, and what it then agreed to buy. */
export interface SyntheticVolume {
  readonly institutionCode: string;
  readonly productCode: string;
  readonly demand: number;
  readonly agreed: number;
}

/**
 * The first-year quantity of so many synthetic institutions: 1,070,000 at 2,408, in proportion else, rounded half up.
 * @source none: demonstration data in the size of the published round
 */
export function firstYearQuantity(institutions: number): number {
  return Math.floor((2 * reported.quantity * institutions + reported.institutions) / (2 * reported.institutions));
}

/**
 * Splits the first-year quantity among institutions and products: whole pieces, each at least 1, and exactly the whole
 * in sum. Demand is what was reported before, at least what was agreed.
 * @source none: demonstration data, every row of it SYNTHETIC
 */
export function* syntheticVolumes(
  institutions: readonly SyntheticInstitution[],
  productCodes: readonly string[],
  seed: number,
): Generator<SyntheticVolume> {
  // Another stream than the institutions', so that a change there leaves the volumes alone.
  const random = seededRandom(seed ^ 0x5f3759df);
  const products = productCodes.toSorted().map((code) => ({ key: code, weight: 60 + Math.floor(random() * 80) }));
  const free = firstYearQuantity(institutions.length) - institutions.length * products.length;
  if (free < 0) throw new RangeError('more products than each institution has pieces for');
  const parts = splitExactly(
    free,
    institutions.map(({ code, weight }) => ({ key: code, weight })),
    'SMALLER_KEY',
  );
  for (const { key, amount } of parts) {
    // An institution has its habits: the same ten products in a proportion of its own.
    const habits = products.map((product) => ({ key: product.key, weight: Math.ceil(product.weight * (0.2 + random())) }));
    for (const share of splitExactly(amount, habits, 'SMALLER_KEY')) {
      const agreed = share.amount + 1;
      yield { institutionCode: key, productCode: share.key, agreed, demand: agreed + Math.floor(agreed * random() * 0.4) };
    }
  }
}
