import { expect, it } from 'vitest';
import { complaintStates, type ComplaintAction, type ComplaintState } from './complaint-states.ts';

const reached: Partial<Record<`${ComplaintAction} ${ComplaintState}`, ComplaintState>> = {
  'verify RECORDED': 'VERIFIED',
  'dismiss RECORDED': 'DISMISSED',
  'succeed VERIFIED': 'SUCCEEDED',
};
const states: readonly ComplaintState[] = ['RECORDED', 'VERIFIED', 'DISMISSED', 'SUCCEEDED'];
const actions: readonly ComplaintAction[] = ['verify', 'dismiss', 'succeed'];

it.each(actions.flatMap((action) => states.map((state) => [action, state] as const)))('[RI2] %s when %s', (action, state) => {
  const after = complaintStates.after(action, state);
  expect(after.ok ? after.value : after.refusals.map(({ code }) => code)).toEqual(
    reached[`${action} ${state}`] ?? ['ACTION_NOT_ALLOWED_IN_STATE'],
  );
});
