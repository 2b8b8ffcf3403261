import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { folderOfFiles } from './made-files.ts';

const files = folderOfFiles();
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(async () => {
  files.remove();
  await database.drop();
});

interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A script as npm runs it, on the test's database. */
function run(script: string, ...args: string[]): Promise<Answer> {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
    env: { ...process.env, DATABASE_URL: database.url },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (out += text));
  child.stderr.on('data', (text: Buffer) => (err += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

const good = 'code,kind,name\nCMD-1,持有人,甲\nCMD-2,HOLDER,乙\n';
const bad = 'code,kind,name\nCMD-1,持有人,甲\nCMD-2,工厂,=1+1\nCMD-3,HOLDER,\n';

describe('npm run import', () => {
  it('says in plain words what was recorded, and that the second time there was nothing to do', async () => {
    const file = files.write('good.csv', good);
    expect(await run('import', file, '--dry-run')).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 added, 0 on record already. This was a dry run'),
    });
    expect(await run('import', file)).toMatchObject({
      code: 0,
      out: 'good.csv: 2 rows of enterprises, read as UTF-8; 2 added, 0 on record already.\n',
    });
    const { code, out } = await run('import', file, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: 'enterprises', rowsRead: 2, rowsAdded: 0, rowsUnchanged: 2, errors: [], errorCount: 0 });
  });

  it('tells every error in two languages, writes them to a file, and ends with 1', async () => {
    const errors = path.join(path.dirname(files.write('bad.csv', bad)), 'errors.csv');
    const { code, out, err } = await run('import', path.join(path.dirname(errors), 'bad.csv'));
    expect({ code, out }).toEqual({ code: 1, out: 'bad.csv: 3 rows of enterprises, read as UTF-8; 2 errors. Nothing was recorded.\n' });
    expect(err).toContain('row 3, kind: "工厂" NOT_IN_LIST. The value is not one of HOLDER, DISTRIBUTOR. 内容不在允许的取值中');
    expect(err).toContain('row 4, name: "" MISSING_VALUE.');
    expect(await run('import', path.join(path.dirname(errors), 'bad.csv'), '--errors', errors)).toMatchObject({
      code: 1,
      err: expect.stringContaining(errors),
    });
    expect(readFileSync(errors, 'utf8').split('\n').slice(0, 2)).toEqual([
      '\ufeffrow,column,code,value,message,messageZh',
      expect.stringMatching(/^3,kind,NOT_IN_LIST,工厂,/),
    ]);
  });

  it('tells a wrong file or kind in one line', async () => {
    const answers = await Promise.all([
      run('import', 'nowhere.csv'),
      run('import', 'seeds'),
      run('import', 'seeds/areas.csv', '--as', 'hospitals'),
    ]);
    expect(answers.map(({ code, err }) => [code, err.split(/(?<=[:.])/)[0]])).toEqual([
      [1, 'There is no file nowhere.'],
      [1, 'seeds is a folder, not a file.'],
      [1, 'error:'],
    ]);
    expect(answers.map(({ err }) => err.trim().split('\n').length)).toEqual([1, 1, 1]);
    expect(answers[2].err).toContain('institutions');
  });
});

describe('npm run demo-data', () => {
  it('adds the same synthetic rows once, marked on every row', async () => {
    const added = await run('demo-data', '--institutions', '40', '--seed', '7');
    expect(added).toMatchObject({
      code: 0,
      out: expect.stringContaining('40 institutions, 400 demand reports and 400 agreed volumes added'),
    });
    const sums = `select count(*)::int as rows, sum(quantity)::int as quantity, bool_and(quantity > 0 and confidence = 'SYNTHETIC' and provenance like 'synthetic%') as marked,
      count(distinct selected_product_id)::int as products from agreed_volume where agreement_year = 2021`;
    // 1,070,000 × 40 / 2,408 = 17,774.08…
    expect((await database.pool.query(sums)).rows).toEqual([{ rows: 400, quantity: 17_774, marked: true, products: 10 }]);
    const { import_run: _, ...before } = await database.contents();
    expect(await run('demo-data', '--institutions', '40', '--seed', '7')).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 institutions, 0 demand reports and 0 agreed volumes added'),
    });
    expect(await database.contents()).toMatchObject(before);
  });

  it('adds as many deliveries as it is told, with what became of them, once', async () => {
    const demo = () => run('demo-data', '--institutions', '6', '--deliveries', '200', '--seed', '9');
    expect(await demo()).toMatchObject({
      code: 0,
      out: expect.stringMatching(/delivery 200, [^]*A bulletin as of 2021-09-30 is published\./),
    });
    const { rows } = await database.pool.query(`
      select (select count(*)::int from delivery) as deliveries, (select count(*)::int from delivery where accepted_quantity > 0) as accepted,
        (select count(*)::int from payable) as payables,
        (select bool_and(confidence = 'SYNTHETIC') from (select confidence from agreement union all select confidence from purchase_order
          union all select confidence from delivery union all select confidence from payable union all select confidence from payable_entry
          union all select confidence from prepayment union all select confidence from prepayment_movement) r) as marked,
        (select count(*)::int from payable p where p.open_amount <> p.amount - coalesce((select sum(e.amount) from payable_entry e
          where e.area_code = p.area_code and e.payable_id = p.id), 0)) as wrong,
        (select count(*)::int from purchase_order o where o.supplied_quantity <> (select sum(d.quantity - coalesce(d.rejected_quantity, 0))
          from delivery d where d.area_code = o.area_code and d.order_id = o.id)) as unsupplied,
        (select sum(accepted_quantity)::int from movement_rollup) = (select sum(accepted_quantity)::int from delivery) as summed`);
    expect(rows).toEqual([
      { deliveries: 200, accepted: expect.any(Number), payables: rows[0].accepted, marked: true, wrong: 0, unsupplied: 0, summed: true },
    ]);
    expect(await demo()).toMatchObject({ code: 0, out: expect.stringContaining('no deliveries were added') });
    const bulletins = `select b.as_of::text as day, count(*)::int as rows, bool_and(p.synthetic) as synthetic, bool_and(p.suppressed is not null) as withheld
      from performance_bulletin b join published_area_payment p on p.bulletin_id = b.id group by 1`;
    // Six institutions are few in each of their areas.
    expect((await database.pool.query(bulletins)).rows).toEqual([
      { day: '2021-09-30', rows: expect.any(Number) as number, synthetic: true, withheld: true },
    ]);
    expect((await database.pool.query('select count(*)::int as n from delivery')).rows).toEqual([{ n: 200 }]);
  });

  it('refuses what it cannot make, in one line', async () => {
    const answers = await Promise.all([
      run('demo-data', '--institutions', '0'),
      run('demo-data', '--institutions', '5', '--deliveries', '1.5'),
    ]);
    expect(answers.map(({ code, err }) => [code, err.trim().split('\n').length])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(answers[0].err).toContain('from 1 to');
    expect(answers[1].err).toContain('from 0 to');
  });
});
