import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { importFile, type ImportReport } from '../../src/platform/tables/import-file.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { folderOfFiles } from './made-files.ts';

const tables = features.flatMap((feature) => feature.tables);
const files = folderOfFiles();
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({ empty: true });
  for (const [kind, content] of base) expect(await take(kind, content)).toMatchObject({ errors: [] });
});

afterAll(async () => {
  files.remove();
  await database.drop();
});

/** Rounds in each status that matters, with one lot each, a holder of two products, and two institutions. */
const statuses = ['DEMAND_REPORTING', 'BIDDING', 'OPENED', 'PUBLICISED', 'FINAL', 'IN_FORCE', 'EXPIRED'];
const base: [kind: string, content: string][] = [
  [
    'areas',
    csv('code,parent_code,kind,name', '330000,,PROVINCE,浙江省', '330100,330000,PREFECTURE,杭州市', '330200,330000,PREFECTURE,宁波市'),
  ],
  ['enterprises', csv('code,kind,name', 'H,HOLDER,持有人', 'H2,HOLDER,另一持有人', 'D,DISTRIBUTOR,配送企业')],
  ['institutions', csv('code,area_code,level,name', 'I-1,330100,TERTIARY,一院', 'I-2,330200,SECONDARY,二院')],
  [
    'products',
    csv(
      'code,category,generic_name,name,counting_unit,holder_code',
      ...['S1', 'S2', 'S3', 'S4'].map((code) => `${code},STENT,支架,支架,个,H`),
      'DRUG,DRUG,药,药,片,H',
    ),
  ],
  [
    'rounds',
    csv('code,name,category,organiser,scheme,status', ...statuses.map((status) => `${status},轮次,STENT,NATIONAL,stents-2020,${status}`)),
  ],
  ['lots', csv('round_code,code,name,counting_unit', ...statuses.map((status) => `${status},L,支架,个`), 'FINAL,L2,支架,个')],
  [
    'outcomes',
    csv(
      'round_code,lot_code,product_code,basis,winning_price,price_unit,origin',
      ...['PUBLICISED,L,S1', 'FINAL,L,S1', 'FINAL,L2,S1', 'IN_FORCE,L,S1', 'EXPIRED,L,S1'].map(
        (place) => `${place},BIDDING,,个,PUBLIC_SOURCE`,
      ),
    ),
  ],
];

function csv(...lines: string[]): string {
  return `${lines.join('\n')}\n`;
}

function take(kind: string, content: string): Promise<ImportReport> {
  const table = tables.filter((each) => each.kind === kind);
  return importFile({ database, table, source: files.write('rules.csv', content), fileName: `${kind}.csv`, recordedBy: 'test' });
}

/** Takes in one row under a header; its errors as column and code, or the number of rows added. */
async function one(kind: string, header: string, row: string): Promise<number | string[]> {
  const { errors, rowsAdded } = await take(kind, csv(header, row));
  return errors.length > 0 ? errors.map(({ column, code }) => `${column} ${code}`) : rowsAdded;
}

describe('outcomes', () => {
  const header = 'round_code,lot_code,product_code,basis,experts,winning_price,price_unit,price_before,agreed_quantity,origin';
  const outcome = (row: string) => one('outcomes', header, row);

  it('[S0-4] a recorded outcome needs its price', async () =>
    expect(await outcome('OPENED,L,S1,BIDDING,,,个,13000,100,RECORDED')).toEqual(['winning_price PRICE_REQUIRED']));
  it('[S0-4] a recorded outcome needs its quantity', async () =>
    expect(await outcome('OPENED,L,S1,BIDDING,,590,个,13000,,RECORDED')).toEqual(['agreed_quantity QUANTITY_REQUIRED']));
  it('[S0-4] without price and quantity it lacks both', async () =>
    expect(await outcome('OPENED,L,S1,BIDDING,,,个,,,RECORDED')).toEqual([
      'winning_price PRICE_REQUIRED',
      'agreed_quantity QUANTITY_REQUIRED',
    ]));
  it('[S0-1] a negotiated one names who negotiated it', async () =>
    expect(await outcome('OPENED,L,S1,NEGOTIATION,,590,个,13000,100,RECORDED')).toEqual(['experts EXPERT_REQUIRED']));
  it('[S0-2] its price is not above the price before', async () =>
    expect(await outcome('OPENED,L,S1,BIDDING,,590.0001,个,590,100,RECORDED')).toEqual(['winning_price PRICE_ABOVE_PRICE_BEFORE']));
  it('a stent round selects no drug', async () =>
    expect(await outcome('OPENED,L,DRUG,BIDDING,,590,个,,100,RECORDED')).toEqual(['product_code PRODUCT_OF_OTHER_CATEGORY']));
  it('nothing is decided before the round is opened', async () =>
    expect(await outcome('BIDDING,L,S1,BIDDING,,590,个,,100,RECORDED')).toEqual(['round_code ROUND_NOT_OPENED']));
  it('the list of experts has no empty and no repeated name', async () => {
    expect(await outcome('OPENED,L,S1,NEGOTIATION,甲||乙,590,个,,100,RECORDED')).toEqual(['experts EMPTY_LIST_ITEM']);
    expect(await outcome('OPENED,L,S1,NEGOTIATION,甲|甲,590,个,,100,RECORDED')).toEqual(['experts REPEATED_LIST_ITEM']);
  });
  it('[S0-1] [S0-2] [S0-4] complete ones are recorded, at the price before exactly too', async () => {
    expect(await outcome('OPENED,L,S1,NEGOTIATION,甲|"乙",590,个,590,100,RECORDED'.replaceAll('"', ''))).toBe(1);
    const { rows } = await database.pool.query(
      'select experts, winning_price, agreed_quantity from selected_product where agreed_quantity is not null',
    );
    expect(rows).toEqual([{ experts: ['甲', '乙'], winning_price: '590.0000', agreed_quantity: '100' }]);
  });
  it('one of a public source may lack price and quantity, and says so', async () =>
    expect(await outcome('OPENED,L,S2,BIDDING,,,个,,,PUBLIC_SOURCE')).toBe(1));
});

describe('bids', () => {
  const header =
    'round_code,lot_code,product_code,enterprise_code,price,price_unit,declared_capacity,declared_not_below_cost,status,rank,origin';
  const bid = (row: string) => one('bids', header, row);

  const inFile = ['round_code SEALED_BID_IN_FILE'];

  it.each(['DEMAND_REPORTING', 'BIDDING'])('of a round in %s is no matter for a file', async (round) => {
    expect(await bid(`${round},L,S1,H,590,个,1000,是,SELECTED,,PUBLIC_SOURCE`)).toEqual(inFile);
  });
  it('that is recorded, or sealed, is submitted and comes by no file', async () => {
    expect(await bid('OPENED,L,S1,H,590,个,1000,是,SELECTED,,RECORDED')).toEqual(inFile);
    expect(await bid('OPENED,L,S1,H,590,个,1000,是,SEALED,,PUBLIC_SOURCE')).toEqual(inFile);
  });
  it('is made by the holder of the product', async () =>
    expect(await bid('OPENED,L,S1,H2,590,个,1000,是,SELECTED,,PUBLIC_SOURCE')).toEqual(['enterprise_code NOT_THE_HOLDER']));
  it('of a public source says what became of it', async () =>
    expect(await bid('OPENED,L,S1,H,590,个,,,,,PUBLIC_SOURCE')).toEqual(['status STATUS_REQUIRED']));
  it('of a past round lands as it was published, and the same file changes nothing', async () => {
    const row = 'OPENED,L,S1,H,590,个,,,NOT_SELECTED,2,PUBLIC_SOURCE';
    expect(await bid(row)).toBe(1);
    expect((await database.pool.query('select status, rank, price from bid')).rows).toEqual([
      { status: 'NOT_SELECTED', rank: 2, price: '590.0000' },
    ]);
    expect(await take('bids', csv(header, row))).toMatchObject({ rowsUnchanged: 1, errorCount: 0 });
  });
});

describe('demand', () => {
  const header = 'round_code,lot_code,institution_code,product_code,quantity,confidence';
  it('is reported only in demand reporting', async () =>
    expect(await one('demand', header, 'BIDDING,L,I-1,,5,HIGH')).toEqual(['round_code ROUND_NOT_REPORTING']));
  it('is reported by generic name, and by product beside it', async () => {
    expect(await one('demand', header, 'DEMAND_REPORTING,L,I-1,,5,HIGH')).toBe(1);
    expect(await one('demand', header, 'DEMAND_REPORTING,L,I-1,S1,5,HIGH')).toBe(1);
    expect(await one('demand', header, 'DEMAND_REPORTING,L,I-1,,6,HIGH')).toEqual(['quantity CONFLICTS_WITH_RECORD']);
  });
  it('is placed in the pooling area of its institution', async () =>
    expect((await database.pool.query('select distinct area_code from demand_report')).rows).toEqual([{ area_code: '330100' }]));
  it('may be made up for a past round only when it says so', async () =>
    expect(await one('demand', header, 'EXPIRED,L,I-1,S1,5,SYNTHETIC')).toBe(1));
});

describe('agreed volumes', () => {
  const header = 'round_code,lot_code,product_code,institution_code,agreement_year,quantity';
  it.each(['FINAL,L', 'IN_FORCE,L', 'EXPIRED,L'])('[S0-6] are agreed once the round is final: %s', async (place) =>
    expect(await one('agreed-volumes', header, `${place},S1,I-2,2021,5`)).toBe(1),
  );
  it('[S0-6] are not agreed before', async () =>
    expect(await one('agreed-volumes', header, 'PUBLICISED,L,S1,I-2,2021,5')).toEqual(['round_code ROUND_NOT_FINAL']));
  it('need no lot where the product won in one', async () => {
    expect(await one('agreed-volumes', header, 'IN_FORCE,,S1,I-1,2021,5')).toBe(1);
    expect(await one('agreed-volumes', header, 'FINAL,,S1,I-1,2021,5')).toEqual(['lot_code LOT_NEEDED']);
  });
  it('are of selected products', async () =>
    expect(await one('agreed-volumes', header, 'IN_FORCE,L,S2,I-1,2021,5')).toEqual(['product_code NOT_SELECTED']));
  it('[S0-6] a file does not change what was agreed, and knows what was amended', async () => {
    expect(await one('agreed-volumes', header, 'IN_FORCE,L,S1,I-1,2021,6')).toEqual(['quantity CONFLICTS_WITH_RECORD']);
    await database.pool.query(`
      insert into agreed_volume_amendment (area_code, id, agreed_volume_id, quantity_before, quantity_after, reason, recorded_by)
        select area_code, gen_random_uuid(), id, 5, 9, 'test', 'test' from agreed_volume where area_code = '330100' and quantity = 5;
      update agreed_volume set quantity = 9 where area_code = '330100'`);
    expect(await take('agreed-volumes', csv(header, 'IN_FORCE,L,S1,I-1,2021,5'))).toMatchObject({ rowsUnchanged: 1, errorCount: 0 });
  });
});

describe('the catalogue and rounds', () => {
  it.each([
    ['areas', 'code,parent_code,kind,name', '330300,,PREFECTURE,温州市', ['parent_code PREFECTURE_WITHOUT_PROVINCE']],
    ['areas', 'code,parent_code,kind,name', '340000,330000,PROVINCE,安徽省', ['parent_code PROVINCE_WITH_PARENT']],
    [
      'products',
      'code,category,generic_name,name,strength,counting_unit,holder_code',
      'P,DRUG,药,药,5,片,H',
      ['strength_unit STRENGTH_WITHOUT_UNIT'],
    ],
    ['products', 'code,category,generic_name,name,counting_unit,holder_code', 'P,DRUG,药,药,片,D', ['holder_code NOT_A_HOLDER']],
    [
      'rounds',
      'code,name,category,organiser,scheme,in_force_from,in_force_to',
      'R,轮次,DRUG,NATIONAL,s,2021-01-01,2021-01-01',
      ['in_force_to PERIOD_ENDS_BEFORE_START'],
    ],
    ['rounds', 'code,name,category,organiser,scheme,renews_round_code', 'R,轮次,DRUG,NATIONAL,s,R', ['renews_round_code RENEWS_ITSELF']],
    [
      'lots',
      'round_code,code,name,counting_unit,strength_method',
      'FINAL,L3,药,片,LINEAR',
      ['reference_strength REFERENCE_STRENGTH_MISSING'],
    ],
    ['supply-regions', 'round_code,lot_code,product_code,area_code,role', 'FINAL,L,S2,330100,主供', ['product_code NOT_SELECTED']],
  ])('%s: %s %s', async (kind, header, row, errors) => expect(await one(kind, header, row)).toEqual(errors));

  it('a province may stand below its cities in the file, and a renewal above its round', async () => {
    expect(
      await take('areas', csv('code,parent_code,kind,name', '350100,350000,PREFECTURE,福州市', '350000,,PROVINCE,福建省')),
    ).toMatchObject({ rowsAdded: 2 });
    const rounds = csv('code,name,category,organiser,scheme,renews_round_code', 'N-2,续,DRUG,NATIONAL,s,N-1', 'N-1,初,DRUG,NATIONAL,s,');
    expect(await take('rounds', rounds)).toMatchObject({ rowsAdded: 2 });
    expect(await take('rounds', rounds)).toMatchObject({ rowsAdded: 0, rowsUnchanged: 2 });
  });

  it('a round that moved on is still the round of its file', async () => {
    await database.pool.query(`insert into round_transition (id, round_id, action, from_status, to_status, occurred_on, recorded_by)
      select gen_random_uuid(), id, 'START', 'DRAFT', 'DEMAND_REPORTING', '2026-01-01', 'test' from round where code = 'N-1'; update round set status = 'DEMAND_REPORTING' where code = 'N-1'`);
    expect(await take('rounds', csv('code,name,category,organiser,scheme,status', 'N-1,初,DRUG,NATIONAL,s,DRAFT'))).toMatchObject({
      rowsUnchanged: 1,
    });
    expect(await one('rounds', 'code,name,category,organiser,scheme,status', 'N-1,初,DRUG,NATIONAL,s,FINAL')).toEqual([
      'status CONFLICTS_WITH_RECORD',
    ]);
  });

  it('every row says where it comes from, and what it is imported from unless it says better', async () => {
    await take('enterprises', csv('code,kind,name,provenance,confidence', 'Q-1,HOLDER,甲,,', 'Q-2,HOLDER,乙,国家药监局,中'));
    const { rows } = await database.pool.query(`select provenance, confidence from enterprise where code like 'Q-%' order by code`);
    expect(rows).toEqual([
      { provenance: 'imported from enterprises.csv', confidence: 'HIGH' },
      { provenance: '国家药监局', confidence: 'MEDIUM' },
    ]);
  });
});
