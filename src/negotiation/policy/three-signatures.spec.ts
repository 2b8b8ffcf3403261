import { expect, it } from 'vitest';
import { threeSignatures, type Capacity } from './three-signatures.ts';

const participants = [
  { person: 'leader', side: 'AUTHORITY', isLeader: true },
  { person: 'member', side: 'AUTHORITY', isLeader: false },
  { person: 'delegate', side: 'ENTERPRISE', isLeader: false },
];

it.each<[Capacity, string, Capacity[], string | boolean]>([
  ['GROUP_LEADER', 'leader', [], false],
  ['GROUP_LEADER', 'member', [], 'NOT_THE_GROUP_LEADER'],
  ['GROUP_LEADER', 'delegate', [], 'NOT_THE_GROUP_LEADER'],
  ['GROUP_LEADER', 'leader', ['GROUP_LEADER'], 'ALREADY_SIGNED'],
  ['ENTERPRISE', 'delegate', ['GROUP_LEADER'], false],
  ['ENTERPRISE', 'leader', [], 'NOT_A_DELEGATE'],
  ['ENTERPRISE', 'nobody', [], 'NOT_A_DELEGATE'],
  ['SUPERVISOR', 'supervisor', ['GROUP_LEADER', 'ENTERPRISE'], true],
  ['SUPERVISOR', 'member', [], 'SUPERVISOR_AT_THE_TABLE'],
  ['GROUP_LEADER', 'leader', ['ENTERPRISE', 'SUPERVISOR'], true],
])('[RH1] %s by %s after %j: %s', (capacity, person, signed, expected) => {
  const answer = threeSignatures({ capacity, person, participants, signed });
  expect(answer.ok ? answer.value.isComplete : answer.refusals[0]!.code).toBe(expected);
});
