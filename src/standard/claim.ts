import type { Explanation } from '../kernel/explanation.ts';
import type { Confidence } from '../platform/database/base-columns.ts';
import type { Claim, StandardBasis } from './policy/index.ts';

/** What a payment standard says, whatever its days. */
export interface StandardValue {
  readonly basis: StandardBasis;
  readonly claimId: string;
  /** Yuan per price unit, 4 decimals; null where not on record. */
  readonly amount: string | null;
  readonly priceUnit: string;
  readonly inScope: boolean;
  readonly explanation: Explanation;
  readonly provenance: string;
  readonly confidence: Confidence;
}

/** The products of an area whose standards are looked at. */
export interface Place {
  readonly area: string;
  readonly productId: string;
}

/** One claim on one place. */
export interface OneClaim extends Place {
  readonly claim: Claim<StandardValue>;
  /** Whether the area itself says so, and not the province above it. */
  readonly isOwn: boolean;
}
