import { describe, expect, it } from 'vitest';
import { type BidAction, type BidState, bidStates } from './bid-states.ts';

const table: [BidState, BidAction[]][] = [
  ['SEALED', ['open']],
  ['OPENED', ['findValid', 'findInvalid']],
  ['VALID', ['shortlist', 'select', 'passOver']],
  ['INVALID', []],
  ['SHORTLISTED', ['select', 'passOver']],
  ['SELECTED', ['withdraw']],
  ['NOT_SELECTED', ['substitute', 'withdraw']],
  ['WITHDRAWN', []],
];

describe('[RB1] states of a bid', () => {
  it.each(table)('%s allows %j', (state, actions) => expect(bidStates.possible(state)).toEqual(actions));
  it('covers every state', () => expect(table.map(([state]) => state)).toEqual(Object.keys(bidStates.states)));
  it('never judges a sealed bid', () => {
    const answer = bidStates.after('select', 'SEALED');
    expect(answer.ok ? null : answer.refusals[0]?.message).toBe(
      'Cannot select the bid: the bid is sealed, and must be valid or shortlisted.',
    );
  });
});
