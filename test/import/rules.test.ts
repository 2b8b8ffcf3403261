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
    expect((await database.pool.query('select outcome, rank, price from bid join bid_evaluation on bid_id = id')).rows).toEqual([
      { outcome: 'NOT_SELECTED', rank: 2, price: '590.0000' },
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

describe('[S0-10] agreed volumes and the declared capacity of the bid', () => {
  const header = 'round_code,lot_code,product_code,institution_code,agreement_year,quantity,confidence';
  const place = 'EXPIRED,L,CAP';
  const beyond = ['quantity CAPACITY_EXCEEDED'];
  const rows = (...volumes: string[]) => take('agreed-volumes', csv(header, ...volumes.map((each) => `${place},${each}`)));
  const volume = (institution: string, year: number, quantity: number, confidence = 'HIGH') =>
    one('agreed-volumes', header, `${place},${institution},${year},${quantity},${confidence}`);
  const sumOf = async (year: number) =>
    (
      await database.pool.query<{ volumes: string | null; sums: string | null }>(
        `select (select sum(quantity) from agreed_volume where agreement_year = $1)::text as volumes,
           (select sum(quantity) from agreed_volume_rollup_by_product where agreement_year = $1)::text as sums`,
        [year],
      )
    ).rows[0]!;

  beforeAll(async () => {
    const given: [kind: string, content: string][] = [
      ['products', csv('code,category,generic_name,name,counting_unit,holder_code', 'CAP,STENT,支架,支架,个,H')],
      ['institutions', csv('code,area_code,level,name', ...['3', '4', '5'].map((each) => `I-${each},330100,TERTIARY,${each}院`))],
      [
        'bids',
        csv(
          'round_code,lot_code,product_code,enterprise_code,price,price_unit,declared_capacity,status',
          'EXPIRED,L,CAP,H,590,个,100,SELECTED',
        ),
      ],
      [
        'outcomes',
        csv('round_code,lot_code,product_code,basis,winning_price,price_unit,origin', 'EXPIRED,L,CAP,BIDDING,590,个,PUBLIC_SOURCE'),
      ],
    ];
    for (const [kind, content] of given) expect(await take(kind, content)).toMatchObject({ errors: [] });
  });

  it('reach it', async () => {
    expect(await rows('I-1,2030,60,HIGH', 'I-2,2030,40,HIGH')).toMatchObject({ rowsAdded: 2, errorCount: 0 });
    expect(await sumOf(2030)).toEqual({ volumes: '100', sums: '100' });
  });
  it('do not pass it by one unit, and then nothing of the file is there', async () => {
    const { errors, errorCount, rowsAdded } = await rows('I-1,2031,60,HIGH', 'I-2,2031,41,HIGH', 'I-1,2032,1,HIGH', 'I-3,2031,1,HIGH');
    expect([errorCount, rowsAdded]).toEqual([2, 0]);
    expect(errors.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [3, 'quantity', 'CAPACITY_EXCEEDED', '41'],
      [5, 'quantity', 'CAPACITY_EXCEEDED', '1'],
    ]);
    expect([await sumOf(2031), await sumOf(2032)]).toEqual([
      { volumes: null, sums: null },
      { volumes: null, sums: null },
    ]);
  });
  it('do not pass it by a second file, while the same file again changes nothing', async () => {
    expect(await volume('I-3', 2030, 1)).toEqual(beyond);
    expect(await rows('I-1,2030,60,HIGH', 'I-2,2030,40,HIGH')).toMatchObject({ rowsUnchanged: 2, errorCount: 0 });
  });
  it('are bound each year by itself', async () => expect(await volume('I-1', 2033, 100)).toBe(1));
  it('take no room as demonstration data', async () => {
    expect(await volume('I-3', 2033, 1000, 'SYNTHETIC')).toBe(1);
    expect(await volume('I-2', 2034, 1000, 'SYNTHETIC')).toBe(1);
    expect(await volume('I-1', 2034, 100)).toBe(1);
  });
  it('do not pass it by files at once: one of them finds no room', async () => {
    const kind = tables.filter((each) => each.kind === 'agreed-volumes');
    const reports = await Promise.all(
      ['I-1', 'I-2', 'I-3', 'I-4', 'I-5'].map((institution) =>
        importFile({
          database,
          table: kind,
          source: files.write(`${institution}.csv`, csv(header, `${place},${institution},2035,30,HIGH`)),
          fileName: `${institution}.csv`,
          recordedBy: 'test',
        }),
      ),
    );
    expect(reports.map(({ rowsAdded }) => rowsAdded).toSorted((a, b) => a - b)).toEqual([0, 0, 1, 1, 1]);
    expect(reports.flatMap(({ errors }) => errors.map(({ column, code }) => `${column} ${code}`))).toEqual([...beyond, ...beyond]);
    expect(await sumOf(2035)).toEqual({ volumes: '90', sums: '90' });
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

describe('[RI1] [RI4] files of the standing of enterprises', () => {
  const bars = 'enterprise_code,effective_from,effective_to,reason,source';
  const ratings = 'enterprise_code,area_code,level,effective_from,source';
  const suspensions = 'product_code,area_code,effective_from,effective_to,reason,source';
  const ended = ['effective_to PERIOD_ENDS_BEFORE_START'];
  it.each([
    ['a bar that ends on its first day', 'enterprise-bars', bars, 'H,2021-08-11,2021-08-11,退出,公告', ended],
    ['a bar of one day', 'enterprise-bars', bars, 'H,2021-08-11,2021-08-12,退出,公告', 1],
    ['a suspension that ends on its first day', 'listing-suspensions', suspensions, 'S1,330000,2021-08-20,2021-08-20,退出,公告', ended],
    ['a suspension', 'listing-suspensions', suspensions, 'S1,330000,2021-08-20,2024-08-20,退出,公告', 1],
    ['a level of 2020 on its last day', 'credit-ratings', ratings, 'H,330000,严重,2025-06-30,公告', 1],
    ['a level of 2020 a day later', 'credit-ratings', ratings, 'H,330000,严重,2025-07-01,公告', ['level CREDIT_LEVEL_OF_OTHER_SCHEME']],
    ['a level before there were any', 'credit-ratings', ratings, 'H,330000,严重,2020-08-27,公告', ['level CREDIT_LEVEL_OF_OTHER_SCHEME']],
  ])('%s', async (_title, kind, header, row, blamed) => {
    expect(await one(kind, header, row)).toEqual(blamed);
  });
});

describe('files of past price talks', () => {
  const header = 'code,product_code,status,price_before,first_quote,agreed_price';
  it.each([
    ['a success', 'T-1,DRUG,SUCCESS,15.96,5.62,4.36', 1],
    ['[S0-2] a price that did not fall', 'T-2,DRUG,SUCCESS,15.96,5.62,15.96', 1],
    ['[S0-2] a price that rose', 'T-3,DRUG,SUCCESS,15.96,5.62,15.97', ['agreed_price PRICE_ABOVE_PRICE_BEFORE']],
    ['of which no price was published', 'T-4,DRUG,SUCCESS,,,', 1],
    ['a failure', 'T-5,DRUG,谈判失败,,5.62,', 1],
    ['a failure with a price', 'T-6,DRUG,FAILED,,,4.36', ['agreed_price PRICE_OF_FAILED_TALK']],
    ['on a stent', 'T-7,S1,SUCCESS,,,4.36', ['product_code PRODUCT_NOT_A_DRUG']],
    ['that goes on', 'T-8,DRUG,BARGAINING,,,', ['status NOT_IN_LIST']],
  ])('%s', async (_title, row, blamed) => {
    expect(await one('negotiations', header, row)).toEqual(blamed);
  });

  it('stay what they are: the same again is on record, another price is not', async () => {
    const again = csv(header, 'T-1,DRUG,SUCCESS,15.96,5.62,4.36', 'T-4,DRUG,SUCCESS,,,');
    expect(await take('negotiations', again)).toMatchObject({ rowsAdded: 0, rowsUnchanged: 2 });
    expect(await one('negotiations', header, 'T-1,DRUG,SUCCESS,15.96,5.62,4.35')).toEqual(['agreed_price CONFLICTS_WITH_RECORD']);
    expect(await one('negotiations', header, 'T-1,DRUG,SUCCESS,15.96,5.61,4.36')).toEqual(['first_quote CONFLICTS_WITH_RECORD']);
    const { rows } = await database.pool
      .query(`select n.code, o.price::text as quote, r.price::text as agreed, r.price_before::text as before, r.origin
      from negotiation n left join negotiation_offer o on o.negotiation_id = n.id left join negotiated_outcome r on r.negotiation_id = n.id
      where n.code in ('T-1', 'T-4', 'T-5') order by 1`);
    expect(rows).toEqual([
      { code: 'T-1', quote: '5.6200', agreed: '4.3600', before: '15.9600', origin: 'PUBLIC_SOURCE' },
      { code: 'T-4', quote: null, agreed: null, before: null, origin: null },
      { code: 'T-5', quote: '5.6200', agreed: null, before: null, origin: null },
    ]);
  });
});
