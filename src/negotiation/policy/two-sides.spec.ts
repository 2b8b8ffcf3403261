import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { twoSides } from './two-sides.ts';

const on = localDate('2019-11-11');
const experts = (count: number, leaders = 1) => Array.from({ length: count }, (_, at) => ({ person: `e${at}`, isLeader: at < leaders }));
const delegates = (count: number) => Array.from({ length: count }, (_, at) => ({ person: `d${at}` }));
const codes = (given: Partial<Parameters<typeof twoSides>[0]>) => {
  const answer = twoSides({ enterpriseCodes: ['a'], experts: experts(5), delegates: delegates(1), elsewhere: [], on, ...given });
  return answer.ok ? [] : answer.refusals.map(({ code }) => code);
};

describe('[S0-1] a talk names both sides', () => {
  it.each([
    ['five experts and one enterprise', {}, []],
    ['no expert', { experts: [] }, ['EXPERT_MISSING']],
    ['no enterprise', { enterpriseCodes: [] }, ['ENTERPRISE_MISSING']],
    ['a blank enterprise', { enterpriseCodes: [' '] }, ['ENTERPRISE_MISSING']],
    ['neither', { experts: [], enterpriseCodes: [] }, ['EXPERT_MISSING', 'ENTERPRISE_MISSING']],
    ['one enterprise, twice', { enterpriseCodes: ['a', 'a'] }, []],
    ['two enterprises', { enterpriseCodes: ['a', 'b'] }, ['MORE_THAN_ONE_ENTERPRISE']],
  ])('%s: %j', (_name, given, expected) => expect(codes(given)).toEqual(expected));
});

describe('[RH1] who sits at the table', () => {
  it.each([
    ['four experts', { experts: experts(4) }, ['GROUP_TOO_SMALL']],
    ['six experts', { experts: experts(6) }, []],
    ['no leader', { experts: experts(5, 0) }, ['LEADER_NOT_CLEAR']],
    ['two leaders', { experts: experts(5, 2) }, ['LEADER_NOT_CLEAR']],
    ['nobody of the enterprise', { delegates: [] }, ['DELEGATE_MISSING']],
    ['three of the enterprise', { delegates: delegates(3) }, []],
    ['four of the enterprise', { delegates: delegates(4) }, ['TOO_MANY_DELEGATES']],
    ['one on both sides', { delegates: [{ person: 'e1' }] }, ['PERSON_NAMED_TWICE']],
    ['one of another group', { elsewhere: ['e2'] }, ['EXPERT_IN_OTHER_GROUP']],
    ['the last day without rules', { on: localDate('2016-12-31') }, ['PROTOCOL_NOT_IN_FORCE']],
    ['the first day with rules', { on: localDate('2017-01-01') }, []],
  ])('%s: %j', (_name, given, expected) => expect(codes(given)).toEqual(expected));
});
