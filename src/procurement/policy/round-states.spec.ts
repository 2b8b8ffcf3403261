import { describe, expect, it } from 'vitest';
import { valueOf } from '../../kernel/verdict.ts';
import { type RoundAction, type RoundState, roundStates } from './round-states.ts';

const path: [RoundState, RoundAction, RoundState][] = [
  ['DRAFT', 'openDemandReporting', 'DEMAND_REPORTING'],
  ['DEMAND_REPORTING', 'openBidding', 'BIDDING'],
  ['BIDDING', 'openBids', 'OPENED'],
  ['OPENED', 'proposeSelection', 'PROPOSED'],
  ['PROPOSED', 'publicise', 'PUBLICISED'],
  ['PUBLICISED', 'finalise', 'FINAL'],
  ['FINAL', 'putInForce', 'IN_FORCE'],
  ['IN_FORCE', 'expire', 'EXPIRED'],
  ['IN_FORCE', 'renew', 'RENEWED'],
  ['EXPIRED', 'renew', 'RENEWED'],
];

describe('[RB8] states of a round', () => {
  it.each(path)('%s: %s leads to %s', (from, action, to) => expect(valueOf(roundStates.after(action, from))).toBe(to));

  it('allows nothing else', () => {
    const states = Object.keys(roundStates.states) as RoundState[];
    const allowed = states.flatMap((state) => roundStates.possible(state).map((action) => `${state} ${action}`));
    expect(allowed.toSorted()).toEqual(path.map(([from, action]) => `${from} ${action}`).toSorted());
    expect(states.filter((state) => roundStates.isFinal(state))).toEqual(['RENEWED']);
  });

  it('says what is missing: no result without publicity', () => {
    const answer = roundStates.after('finalise', 'PROPOSED');
    expect(answer.ok ? null : [answer.refusals[0]?.message, answer.refusals[0]?.messageZh]).toEqual([
      'Cannot finalise the result: the round is proposed, and must be publicised.',
      '不能公布中选结果：批次当前状态为“拟中选”，应为“公示”。',
    ]);
  });
});
