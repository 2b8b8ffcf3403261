import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { anonymous } from '../../src/platform/access/caller.ts';
import { columnFilter } from '../../src/platform/read/filter.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { data } from '../support/build-recorder.ts';

const institutions = {
  bracket: '北京大学深圳医院（南院区）',
  wide: 'ＡＢＣ　国际医院',
  spaced: 'Raffles  Hospital   (Beijing)',
  union: '协和医院',
  square: '㈱平安Ⅲ期门诊部',
  signs: String.raw`50%_a\b诊所`,
  rare: '𠮷林医院',
  accent: 'Clinique Saint-Élie',
};
const all = Object.keys(institutions);

describe.each(inject('servers'))('a text is found on $name', ({ url: server }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server });
    await app.database.pool.query(
      `insert into institution (id, code, area_code, level, name, provenance, confidence)
       select gen_random_uuid(), code, '440300', 'TERTIARY', name, 'test', 'SYNTHETIC' from json_each_text($1) each(code, name)`,
      [JSON.stringify(institutions)],
    );
    // Enough for the planner to want an index.
    await app.database.pool.query(
      `insert into institution (id, code, area_code, level, name, provenance, confidence)
       select gen_random_uuid(), 'many-' || number, '330100', 'PRIMARY', '社区卫生服务中心第' || number || '站', 'test', 'SYNTHETIC'
       from generate_series(1, 20000) number`,
    );
    await app.database.pool.query('analyze institution');
  });
  afterAll(() => app.stop());

  async function found(contains: string): Promise<string[]> {
    const query = `query($contains: String) {
      institutions(first: 200, filter: { areaCode: { eq: "440300" }, name: { contains: $contains } }) { totalCount nodes { code } }
    }`;
    const answer = await data<{ institutions: { totalCount: number; nodes: { code: string }[] } }>(app, query, { contains });
    expect(answer.institutions.totalCount).toBe(answer.institutions.nodes.length);
    return answer.institutions.nodes.map(({ code }) => code);
  }

  it.each<[string, string, string[]]>([
    ['with brackets of either width', '医院(南', ['bracket']],
    ['with brackets of either width', '医院（南院区）', ['bracket']],
    ['in half width', 'ABC', ['wide']],
    ['in full width', 'ａｂｃ', ['wide']],
    ['in small letters', 'abc 国际', ['wide']],
    ['with an ideographic space', 'Ａbc　国', ['wide']],
    ['with several spaces', 'raffles    hospital (BEIJING)', ['spaced']],
    ['with full-width brackets among Latin letters', 'hospital （beijing）', ['spaced']],
    ['with a space around it', '  协和 ', ['union']],
    ['of two characters', '协和', ['union']],
    ['of one character', '协', ['union']],
    ['of one character beyond the first plane', '𠮷', ['rare']],
    ['of two characters, one beyond the first plane', '𠮷林', ['rare']],
    ['with a compatibility character', '(株)平安', ['square']],
    ['with a Roman numeral', 'iii期', ['square']],
    ['with a letter made of two', 'SAINT-E\u0301LIE', ['accent']],
    ['that is the whole name', '北京大学深圳医院（南院区）', ['bracket']],
    ['that is longer than any', `协和医院${'协和医院'.repeat(100)}`, []],
    ['whose characters stand there in another order', '和协', []],
    ['whose pairs stand there, but not in a row', '医院南院', []],
    ['a percent sign', '%', ['signs']],
    ['a full-width percent sign', '％', ['signs']],
    ['an underscore', '_', ['signs']],
    ['a full-width underscore', '＿', ['signs']],
    ['a backslash', '\\', ['signs']],
    ['a full-width backslash', '＼', ['signs']],
    ['signs of a pattern in a row', String.raw`50%_a\B`, ['signs']],
    ['signs of a pattern that would match', '5%b', []],
    ['signs of a pattern that would match', '协_医', []],
    ['a pattern that would match anything', '%%', []],
    ['an escape at the end', '协和\\', []],
    ['an apostrophe', "'", []],
    ['what nobody is called', '不存在', []],
    ['nothing', '', all],
    ['a space', '　', all],
  ])('%s: %j', async (_, contains, codes) => {
    expect((await found(contains)).toSorted()).toEqual(codes.toSorted());
  });

  it('eq and in ask for the name as it is written', async () => {
    const query =
      'query($name: String!) { institutions(filter: { or: [{ name: { eq: $name } }, { name: { in: [$name] } }] }) { totalCount } }';
    const count = async (name: string) =>
      (await data<{ institutions: { totalCount: number } }>(app, query, { name })).institutions.totalCount;
    expect([await count('ＡＢＣ　国际医院'), await count('ABC 国际医院')]).toEqual([1, 0]);
  });

  it('a text of two megabytes is answered at once', async () => {
    const began = performance.now();
    expect(await found('药'.repeat(600_000))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(3000);
  });

  /** How the server looks for a text; with `force`, by an index if any index fits. */
  async function plan(table: string, column: string, contains: string, force = false): Promise<string> {
    const condition = columnFilter(column, 'text')({ contains }, anonymous);
    const { rows } = await app.database
      .fork()
      .getKysely()
      .transaction()
      .execute(async (transaction) => {
        if (force) await sql`set local enable_seqscan = off`.execute(transaction);
        return sql<Record<'QUERY PLAN', string>>`explain select from ${sql.table(table)} t where ${condition}`.execute(transaction);
      });
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  it.each(['协和', '协和医院', '（北京', 'Raffles', 'ＡＢ'])('%s is looked for in the index', async (contains) => {
    expect(await plan('institution', 'name', contains)).toContain('Bitmap Index Scan on institution_name_bigrams_idx');
  });

  it.each([
    ['area', 'name'],
    ['enterprise', 'name'],
    ['institution', 'name'],
    ['policy_document', 'title'],
    ['product', 'name'],
    ['product', 'generic_name'],
    ['product', 'brand'],
    ['round', 'name'],
  ])('%s.%s has an index that the filter can use', async (table, column) => {
    expect(await plan(table, column, '医院', true)).toContain(`Bitmap Index Scan on ${table}_${column}_bigrams_idx`);
  });
});
