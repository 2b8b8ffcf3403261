import type { EntityManager } from '@mikro-orm/postgresql';
import type { Place, StandardValue } from './claim.ts';
import { negotiatedClaims } from './negotiated-claims.ts';
import type { Claim } from './policy/index.ts';
import { scheduleClaims } from './schedule-claims.ts';
import { selectedClaims } from './selected-claims.ts';

/** The claims on one place. */
export interface PlaceClaims extends Place {
  readonly claims: readonly Claim<StandardValue>[];
}

/**
 * Everything on record that says what the fund pays on for these products in these areas. An area below a province that
 * says nothing of a product itself has no claims of its own: it is asked of the province.
 */
export async function claimsOnRecord(
  em: EntityManager,
  areas: readonly string[],
  productIds: readonly string[],
): Promise<readonly PlaceClaims[]> {
  // One after the other: they are asked on one connection.
  const claims = [
    ...(await selectedClaims(em, areas, productIds)),
    ...(await negotiatedClaims(em, areas, productIds)),
    ...(await scheduleClaims(em, areas, productIds)),
  ];
  return [...Map.groupBy(claims, ({ area, productId }) => `${area}/${productId}`).values()]
    .filter((here) => here.some(({ isOwn }) => isOwn))
    .map((here) => ({ area: here[0]!.area, productId: here[0]!.productId, claims: here.map(({ claim }) => claim) }));
}
