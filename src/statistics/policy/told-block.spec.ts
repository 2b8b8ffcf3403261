import { expect, it } from 'vitest';
import { toldBlock, type Contributors } from './told-block.ts';

/** As the rule of small cells judges: three of each kind that has a part. */
const isTold = (contributors: Readonly<Record<string, number | null>>) =>
  Object.values(contributors).every((count) => count === null || count >= 3);

it.each<[contributors: Contributors, changed: Contributors | null, suppressed: string | null]>([
  [{ owing: 3, owed: 3 }, null, null],
  [{ owing: 2, owed: 3 }, null, 'FEW_CONTRIBUTORS'],
  [{ owing: 3, owed: 2 }, null, 'FEW_CONTRIBUTORS'],
  // Nobody has paid: everybody may know that.
  [{ owing: 3, paying: 0 }, null, null],
  [{ owing: 9, paying: 2 }, null, 'FEW_CONTRIBUTORS'],
  // What changed since is judged like the whole.
  [{ owing: 9 }, { owing: 0 }, null],
  [{ owing: 9 }, { owing: 1 }, 'FEW_CHANGED'],
  [{ owing: 9 }, { owing: 2 }, 'FEW_CHANGED'],
  [{ owing: 9 }, { owing: 3 }, null],
  [{ owing: 9, paying: 9 }, { owing: 3, paying: 1 }, 'FEW_CHANGED'],
  [{ owing: 2 }, { owing: 0 }, 'FEW_CONTRIBUTORS'],
])('[T8] of %j, of whom %j changed it: %s', (contributors, changed, suppressed) => {
  expect(toldBlock({ contributors, changed, isTold })).toBe(suppressed);
});
