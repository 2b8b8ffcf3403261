import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import { newKey, record } from './build-recorder.ts';

export const enterprise = (code: string) => ({ code, kind: 'HOLDER', name: `企业 ${code}` });

export async function count(app: TestApp, from: string, values: unknown[] = []): Promise<number> {
  return (await app.database.pool.query<{ count: number }>(`select count(*)::int as count from ${from}`, values)).rows[0]!.count;
}

/** The same recording under one key, 200 times at once: one row, one answer to all, one record of the journal and one event. */
export async function expectOneOf200(app: TestApp, code: string): Promise<void> {
  const input = { ...enterprise(code), idempotencyKey: newKey() };
  const [records, events] = [await count(app, 'journal_record'), await count(app, 'outbox_event')];
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => record(app, 'recordEnterprise', input, { selection: 'code name recordedAt' })),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ object: { code }, userErrors: [], errors: [] });
  expect(await count(app, 'enterprise where code = $1', [code])).toBe(1);
  expect([await count(app, 'journal_record'), await count(app, 'outbox_event')]).toEqual([records + 1, events + 1]);
}
