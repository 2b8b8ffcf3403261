import { DriverException } from '@mikro-orm/core';
import { describe, expect, it } from 'vitest';
import { onceMore } from './once-more.ts';

const said = (code: string) => new DriverException(Object.assign(new Error('said by the database'), { code }));

/** A transaction that fails so often; how often it was tried. */
async function tried(failures: number, code: string): Promise<{ times: number; failed: boolean }> {
  let times = 0;
  const failed = await onceMore(async () => {
    times += 1;
    if (times <= failures) throw said(code);
  }).then(
    () => false,
    () => true,
  );
  return { times, failed };
}

describe('a transaction is done once more', () => {
  it.each(['40001', '40P01'])('where the database says %s, up to eight times', async (code) => {
    expect(await tried(1, code)).toEqual({ times: 2, failed: false });
    expect(await tried(7, code)).toEqual({ times: 8, failed: false });
    expect(await tried(8, code)).toEqual({ times: 8, failed: true });
  });

  it('for no other reason', async () => {
    expect(await tried(1, '23505')).toEqual({ times: 1, failed: true });
  });
});
