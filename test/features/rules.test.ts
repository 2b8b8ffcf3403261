import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { data } from '../support/build-recorder.ts';

interface Rule {
  readonly id: string;
  readonly statement: string;
  readonly statementZh: string;
  readonly source: readonly { readonly document: string }[];
  readonly clauses: readonly { readonly from: string; readonly to: string | null; readonly value: string | null }[];
}

describe('the register of rules', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.stop());
  const selection =
    '{ id statement statementZh source { document clause } clauses { from to value source { document clause } confidence note } }';

  it('is told whole to everybody, as schema/rules.md has it', async () => {
    const { rules } = await data<{ rules: Rule[] }>(app, `{ rules ${selection} }`);
    const written = readFileSync(new URL('../../schema/rules.md', import.meta.url), 'utf8');
    expect(rules.map(({ id }) => id)).toEqual([...written.matchAll(/^## (.+)$/gm)].map(([, id]) => id));
    for (const { statement, statementZh, source } of rules) {
      expect(written).toContain(`\n${statement}\n\n${statementZh}\n\nSources: ${source[0]!.document}`);
    }
  });

  it('[S1-14] has the dated values of a rule, and the rule that an explanation names', async () => {
    const { rule } = await data<{ rule: Rule }>(app, `{ rule(id: "payment.settlement-deadline") ${selection} }`);
    expect(rule.clauses.length).toBeGreaterThan(0);
    for (const { from, to, value } of rule.clauses) {
      expect(from).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(to === null || to > from).toBe(true);
      expect(value === null ? null : JSON.parse(value)).not.toBeUndefined();
    }
    expect(await data(app, '{ rule(id: "no.such-rule") { id } }')).toEqual({ rule: null });
  });
});
