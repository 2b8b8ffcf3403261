import { describe, expect, it } from 'vitest';
import { stateTable } from './state-table.ts';
import { accepted, refused, valueOf, verdict } from './verdict.ts';

const door = stateTable({
  rule: 'test.door-states',
  subject: { en: 'door', zh: '门' },
  states: { OPEN: { en: 'open', zh: '开' }, SHUT: { en: 'shut', zh: '关' }, GONE: { en: 'gone', zh: '已拆' } },
  actions: {
    shut: { words: { en: 'shut the door', zh: '关门' }, from: ['OPEN'], to: 'SHUT' },
    remove: { words: { en: 'remove the door', zh: '拆门' }, from: ['OPEN', 'SHUT'], to: 'GONE' },
  },
});

describe('stateTable', () => {
  it('derives what may be done', () => {
    expect(door.may('shut', 'OPEN')).toBe(true);
    expect(door.may('shut', 'SHUT')).toBe(false);
    expect(door.possible('SHUT')).toEqual(['remove']);
    expect(door.isFinal('GONE')).toBe(true);
    expect(valueOf(door.after('remove', 'SHUT'))).toBe('GONE');
  });

  it('derives the refusal, in both languages, with the states required', () => {
    expect(door.after('remove', 'GONE')).toEqual({
      ok: false,
      refusals: [
        {
          code: 'ACTION_NOT_ALLOWED_IN_STATE',
          field: null,
          message: 'Cannot remove the door: the door is gone, and must be open or shut.',
          messageZh: '不能拆门：门当前状态为“已拆”，应为“开”或“关”。',
          rule: 'test.door-states',
          facts: [
            { name: 'state', value: 'GONE', unit: null },
            { name: 'requiredStates', value: 'OPEN|SHUT', unit: null },
            { name: 'action', value: 'remove', unit: null },
          ],
        },
      ],
    });
  });
});

describe('verdict', () => {
  const no = { code: 'NO', field: null, message: 'no', messageZh: '否', rule: null, facts: [] };
  it('is a yes without refusals and a no with all of them', () => {
    expect(verdict([], () => 1)).toEqual(accepted(1));
    expect(verdict([no, no], () => 1)).toEqual({ ok: false, refusals: [no, no] });
  });
  it('needs a reason for a no, and a yes for a value', () => {
    expect(() => refused([])).toThrow('reason');
    expect(() => valueOf(refused([no]))).toThrow('NO no');
  });
});
