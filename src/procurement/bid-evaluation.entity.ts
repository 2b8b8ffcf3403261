import { defineEntity, p } from '@mikro-orm/core';
import type { Explanation } from '../kernel/explanation.ts';
import { valueOf } from '../kernel/verdict.ts';
import { Bid, bidOutcomes } from './bid.entity.ts';
import { bidStates, type BidAction, type BidState, type Finding } from './policy/index.ts';

const schema = defineEntity({
  name: 'BidEvaluation',
  tableName: 'bid_evaluation',
  properties: {
    bid: () => p.manyToOne(Bid).fieldName('bid_id').ref().primary(),
    /** Null where a public source has more to say of an opened bid, but no outcome. */
    outcome: p.enum(bidOutcomes).nullable(),
    rank: p.integer().nullable(),
    findings: p.json<Finding[]>().nullable(),
    explanation: p.json<Explanation>().nullable(),
  },
});

/**
 * What the rules make of a bid, or a public source says of it. Beside the bid, because it is seen by others than the bid
 * is: policies of the database have a word for a row, and none for a column.
 */
export class BidEvaluation extends schema.class {}
schema.setClass(BidEvaluation);

/** Where a bid stands. */
export const standing = (bid: Bid, evaluation: BidEvaluation | null | undefined): BidState => evaluation?.outcome ?? bid.status;

/** Where an action leads a bid that was opened: none leads back. */
export const outcomeAfter = (action: BidAction, from: BidState) => valueOf(bidStates.after(action, from)) as (typeof bidOutcomes)[number];
