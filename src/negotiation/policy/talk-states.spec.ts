import { describe, expect, it } from 'vitest';
import { talkStates, type TalkAction, type TalkState } from './talk-states.ts';

const reached: Partial<Record<`${TalkAction} ${TalkState}`, TalkState>> = {
  'sealExpectedPrice PREPARED': 'ENVELOPE_SEALED',
  'quoteFirst ENVELOPE_SEALED': 'FIRST_QUOTE',
  'openExpectedPrice FIRST_QUOTE': 'FIRST_QUOTE',
  'quoteSecond FIRST_QUOTE': 'SECOND_QUOTE',
  'beginBargaining SECOND_QUOTE': 'BARGAINING',
  'failByCorridor SECOND_QUOTE': 'FAILED',
  'bargain BARGAINING': 'BARGAINING',
  'succeed BARGAINING': 'SUCCESS',
  'sign SUCCESS': 'SUCCESS',
  'fail PREPARED': 'FAILED',
  'fail ENVELOPE_SEALED': 'FAILED',
  'fail FIRST_QUOTE': 'FAILED',
  'fail BARGAINING': 'FAILED',
};
const states = Object.keys(talkStates.states) as TalkState[];
const actions = Object.keys(talkStates.actions) as TalkAction[];

it.each(actions.flatMap((action) => states.map((state) => [action, state] as const)))('[RH1] %s when %s', (action, state) => {
  const after = talkStates.after(action, state);
  expect(after.ok ? after.value : after.refusals.map(({ code }) => code)).toEqual(
    reached[`${action} ${state}`] ?? ['ACTION_NOT_ALLOWED_IN_STATE'],
  );
});

describe('[RH2] the expected price', () => {
  it('is sealed in one state only, before any quote, and no act leads back to it', () => {
    expect(talkStates.actions.sealExpectedPrice.from).toEqual(['PREPARED']);
    expect(actions.filter((action) => talkStates.actions[action].to === 'PREPARED')).toEqual([]);
  });

  it('nothing is quoted or offered after the end', () => {
    expect(talkStates.possible('FAILED')).toEqual([]);
    expect(talkStates.possible('SUCCESS')).toEqual(['sign']);
  });
});
