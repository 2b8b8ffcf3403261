import type { EntityManager } from '@mikro-orm/postgresql';
import { NegotiatedOutcome } from '../negotiation/index.ts';
import type { Follower } from '../platform/journal/followers.ts';
import { SelectedProduct } from '../procurement/index.ts';
import { restateProduct, restateRound } from './restate-standards.ts';

/** What was decided about one selected product changes the standards that its round gives, wherever it is in effect. */
const restateItsRound: Follower = async (em: EntityManager, object: object) => {
  if (!(object instanceof SelectedProduct)) throw new Error('the act is about no selected product');
  await restateRound(em, object.round.id);
};

/** What was published of a talk is the standard of its product everywhere. */
const restateItsProduct: Follower = async (em: EntityManager, object: object) => {
  if (!(object instanceof NegotiatedOutcome)) throw new Error('the act is about no negotiated outcome');
  await restateProduct(em, object.product.id);
};

/** A published outcome; a corrected price, a winner that withdrew, and a replacement, which is selected in the round as well. */
export const followedByStandards: Readonly<Record<string, Follower>> = {
  correctWinningPrice: restateItsRound,
  withdrawWinner: restateItsRound,
  transferSupply: restateItsRound,
  publishNegotiatedOutcome: restateItsProduct,
};
