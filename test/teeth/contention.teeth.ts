import type { Tooth } from './tooth.ts';

const contention = ['test/features/contention.test.ts'];

export const teeth: readonly Tooth[] = [
  {
    row: 'D6',
    breaks: 'the room left is read, and the volume recorded afterwards',
    file: 'src/procurement/roll-up-agreed-volumes.ts',
    find: 'from into_agreed_volume_rollup_by_product w join',
    replace: 'from agreed_volume_rollup_by_product w join',
    tests: contention,
    named: 'D6',
  },
  {
    row: 'D7',
    breaks: 'a list is written in the order in which it came',
    file: 'src/procurement/record-agreed-volumes.ts',
    find: 'input.volumes.toSorted((a, b) => (a.institutionCode < b.institutionCode ? -1 : 1))',
    replace: '[...input.volumes]',
    tests: contention,
    named: 'backwards',
  },
];
