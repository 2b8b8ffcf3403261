import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectTrueSums } from '../support/agreed-volume-sums.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { contendedVolumes, expectNoDeadlock, expectOnlyAHundred, expectOnlyFiftyMore } from '../support/contended-volumes.ts';
import { count, expectOneOf200 } from '../support/double-submit.ts';
import { expectOneWinner, racingSessions } from '../support/racing-standards.ts';

/** What `npm test` shows a few times, as often as is asked of it: each time is a race of its own. */
describe('many at the same moment', () => {
  let app: TestApp;
  afterEach(() => app.stop());

  it('[D5] one key 200 times at once, 50 times', async () => {
    app = await testApp();
    const began = performance.now();
    for (let round = 1; round <= 50; round += 1) await expectOneOf200(app, `round-${round}`);
    expect(await count(app, `enterprise where code like 'round-%'`)).toBe(50);
    process.stdout.write(`D5: 50 keys, 200 at once each, in ${seconds(began)}\n`);
  });

  it('[D11] the same standard from 20 sessions, 200 times, every other time beside one that it overlaps', async () => {
    app = await testApp();
    const pool = await racingSessions(app);
    const began = performance.now();
    try {
      await expectOneWinner(pool, 200);
    } finally {
      await pool.end();
    }
    process.stdout.write(`D11: 200 times 20 sessions, never more than one, in ${seconds(began)}\n`);
  });

  describe('in the same rows', () => {
    beforeEach(async () => {
      app = await contendedVolumes();
    });

    it('[D6] 400 at once take ten of 1,000, 20 times, with and without amendments', async () => {
      const began = performance.now();
      for (let year = 2030; year < 2050; year += 1) await (year % 2 === 0 ? expectOnlyAHundred(app, year) : expectOnlyFiftyMore(app, year));
      await expectTrueSums(app.database);
      process.stdout.write(`D6: 20 times 400 attempts, never more than 1,000, in ${seconds(began)}\n`);
    });

    it('[D7] 1,000 lists of the same 50 institutions in any order, from 16 sessions', async () => {
      process.stdout.write(`D7: ${await expectNoDeadlock(app, 1000, 1000)}\n`);
    });
  });
});

const seconds = (began: number) => `${((performance.now() - began) / 1000).toFixed(1)} s`;
