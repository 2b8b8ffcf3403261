import type { Tooth } from './tooth.ts';

const verify = 'test/journal/verify.test.ts';
const told = 'test/journal/told.test.ts';

export const teeth: readonly Tooth[] = [
  {
    row: 'D13',
    breaks: 'the hash is made over the content serialised anew',
    file: 'src/platform/journal/chain.ts',
    find: 'return sha256(Buffer.concat([previousHash, content]));',
    replace: 'return sha256(Buffer.concat([previousHash, Buffer.from(JSON.stringify(JSON.parse(content.toString())))]));',
    tests: [verify],
    named: 'another form',
  },
  {
    row: 'D13',
    breaks: 'a record is not compared with the one before it',
    file: 'src/platform/journal/verify-journal.ts',
    find: 'seq <= head.seq || !previousHash.equals(head.hash)',
    replace: 'seq <= head.seq',
    tests: [verify],
    named: 'found changed',
  },
  {
    row: 'D13',
    breaks: 'the end of a chain is not compared with the checkpoint',
    file: 'src/platform/journal/verify-journal.ts',
    find: 'if (last < seq)',
    replace: 'if (last > seq)',
    tests: [verify],
    named: 'cut tail',
  },
  {
    row: 'D13',
    breaks: 'a change of a row on record is not told',
    file: 'src/platform/journal/row-changes.ts',
    find: 'for (const changeSet of uow.getChangeSets()) this.#changes.push(changeOf(changeSet));',
    replace: "for (const changeSet of uow.getChangeSets()) if (changeSet.type === 'create') this.#changes.push(changeOf(changeSet));",
    tests: [told],
  },
  {
    row: 'D13',
    breaks: 'figures are told as they were written, not as the database holds them',
    file: 'src/platform/journal/row-changes.ts',
    find: "if (scale !== null && typeof value === 'string')",
    replace: "if (scale === 99 && typeof value === 'string')",
    tests: [told],
  },
  {
    row: 'D13',
    breaks: 'chains are locked in the order in which they were written',
    file: 'src/platform/journal/write-journal.ts',
    find: 'order by chain collate "C"\n',
    replace: '\n',
    tests: [verify],
    named: 'opposite orders',
  },
  {
    row: 'D5',
    breaks: 'the hash of the input is not compared',
    file: 'src/platform/journal/under-key.ts',
    find: 'if (first!.hash !== hash) throw',
    replace: "if (first!.hash === '') throw",
    tests: ['test/features/double-submit.test.ts', 'test/features/idempotency.test.ts'],
  },
  {
    row: 'D5',
    breaks: 'a deadlock is told to whoever recorded',
    file: 'src/platform/journal/once-more.ts',
    find: "new Set(['40001', '40P01'])",
    replace: "new Set(['40001'])",
    tests: ['test/features/double-submit.test.ts'],
    named: 'a deadlock',
  },
  {
    row: 'D5',
    breaks: 'keys are removed too early',
    file: 'src/platform/journal/forget-old-keys.ts',
    find: 'const daysKept = 400;',
    replace: 'const daysKept = 399;',
    tests: ['test/features/double-submit.test.ts'],
  },
];
