import { describe, expect, it } from 'vitest';
import type { BidOutcome } from './bid-evaluation.ts';
import { actionOfOutcome, type BidAction, type BidState, bidStates } from './bid-states.ts';

const evaluation: BidAction[] = ['findInvalid', 'leaveOffShortlist', 'passOver', 'negotiate', 'leaveUndecided', 'propose'];

const table: [BidState, BidAction[]][] = [
  ['SEALED', ['open']],
  ['OPENED', evaluation],
  ['INVALID', evaluation],
  ['NOT_SHORTLISTED', evaluation],
  ['NOT_SELECTED', evaluation],
  ['NEGOTIATE', [...evaluation, 'select']],
  ['UNDECIDED', [...evaluation, 'select']],
  ['PROPOSED', [...evaluation, 'select']],
  ['SELECTED', ['withdraw']],
  ['WITHDRAWN', []],
];

describe('[RB1] states of a bid', () => {
  it.each(table)('%s allows %j', (state, actions) => expect(bidStates.possible(state)).toEqual(actions));
  it('covers every state', () => expect(table.map(([state]) => state)).toEqual(Object.keys(bidStates.states)));
  it.each(Object.entries(actionOfOutcome))('the outcome %s is where %s leads', (outcome, action) =>
    expect(bidStates.actions[action].to).toBe(outcome as BidOutcome),
  );
  it('never judges a sealed bid', () => {
    const answer = bidStates.after('select', 'SEALED');
    expect(answer.ok ? null : answer.refusals[0]?.message).toBe(
      'Cannot select the bid: the bid is sealed, and must be proposed or to be negotiated or undecided.',
    );
  });
});
