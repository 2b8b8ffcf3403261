import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { v7 } from 'uuid';
import type { Database } from '../../src/platform/database/database.ts';

/** What is loaded: institutions × ten products, one row each. */
const institutions = 100_000;
const products = 10;
export const rows = institutions * products;

export interface AgreedVolumeFiles {
  readonly utf8: string;
  /** The same bytes as GBK has for the same text. */
  readonly gbk: string;
  /** The same rows as the table holds them, ids and all, in the text form of COPY. */
  readonly copy: string;
}

/** Columns of the COPY file, in its order. */
export const copyColumns = 'area_code, id, selected_product_id, institution_id, agreement_year, quantity, provenance, confidence';

/** A synthetic round with ten selected products, and institutions in 300 areas; nothing of it looks like real data. */
export async function addSyntheticRound({ pool }: Database): Promise<void> {
  const note = `'synthetic: benchmark', 'SYNTHETIC'`;
  await pool.query(`
    insert into area (code, kind, name, provenance, confidence) select (900000 + n)::text, 'PREFECTURE', 'bench ' || n, ${note} from generate_series(1, 300) n;
    insert into enterprise (id, code, kind, name, provenance, confidence) values (gen_random_uuid(), 'BENCH-H', 'HOLDER', 'bench', ${note});
    insert into institution (id, code, area_code, level, name, provenance, confidence)
      select gen_random_uuid(), 'BENCH-' || lpad(n::text, 6, '0'), (900001 + n % 300)::text, 'TERTIARY', 'bench ' || n, ${note} from generate_series(1, ${institutions}) n;
    insert into round (id, code, name, category, organiser, scheme, status, origin, provenance, confidence)
      values (gen_random_uuid(), 'BENCH-R', 'bench', 'STENT', 'NATIONAL', 'bench', 'IN_FORCE', 'PUBLIC_SOURCE', ${note});
    insert into lot (id, round_id, code, name, counting_unit, provenance, confidence) select gen_random_uuid(), id, 'BENCH-L', 'bench', 'stent', ${note} from round where code = 'BENCH-R';
    insert into product (id, code, category, generic_name, name, counting_unit, holder_id, provenance, confidence)
      select gen_random_uuid(), 'BENCH-P' || n, 'STENT', 'bench', 'bench', 'stent', enterprise.id, ${note} from generate_series(0, ${products - 1}) n, enterprise where code = 'BENCH-H';
    insert into selected_product (id, round_id, lot_id, product_id, basis, price_unit, origin, provenance, confidence)
      select gen_random_uuid(), lot.round_id, lot.id, product.id, 'BIDDING', 'stent', 'PUBLIC_SOURCE', ${note} from lot, product
      where lot.code = 'BENCH-L' and product.code like 'BENCH-P%';
    analyze;
  `);
}

/** Writes the same rows in the three forms. */
export async function writeFiles({ pool }: Database, folder: string): Promise<AgreedVolumeFiles> {
  const files = { utf8: path.join(folder, 'utf8.csv'), gbk: path.join(folder, 'gbk.csv'), copy: path.join(folder, 'rows.copy') };
  const places = (
    await pool.query<{ id: string; code: string; area: string }>(
      `select id, code, area_code as area from institution where code like 'BENCH-%' order by code`,
    )
  ).rows;
  const selected = (
    await pool.query<{ id: string; code: string }>(
      `select s.id, p.code from selected_product s join product p on p.id = s.product_id where p.code like 'BENCH-P%' order by 2`,
    )
  ).rows;
  const header = 'round_code,lot_code,product_code,institution_code,agreement_year,quantity,provenance,confidence\n';
  const out = { utf8: createWriteStream(files.utf8), gbk: createWriteStream(files.gbk), copy: createWriteStream(files.copy) };
  out.utf8.write(header);
  out.gbk.write(header);
  const chinese = gbk['模拟数据']!;
  for (const [index, place] of places.entries()) {
    let csv = '';
    let copy = '';
    for (const [nth, product] of selected.entries()) {
      const quantity = 1 + ((index * 31 + nth * 7) % 900);
      csv += `BENCH-R,BENCH-L,${product.code},${place.code},2021,${quantity},模拟数据 benchmark,SYNTHETIC\n`;
      copy += `${place.area}\t${v7()}\t${product.id}\t${place.id}\t2021\t${quantity}\t模拟数据 benchmark\tSYNTHETIC\n`;
    }
    // latin1 carries the GBK bytes of the four characters unchanged; all else is ASCII.
    out.utf8.write(csv);
    out.gbk.write(csv.replaceAll('模拟数据', chinese), 'latin1');
    // The longest of the three; when it has gone out, the others have about.
    if (index % 100 === 0) await new Promise((resolve) => out.copy.write(copy, resolve));
    else out.copy.write(copy);
  }
  await Promise.all(Object.values(out).map((stream) => once(stream.end(), 'close')));
  return files;
}

/** The GBK bytes of 模拟数据, as latin1. */
const gbk: Record<string, string> = { 模拟数据: Buffer.from('c4a3c4e2cafdbedd', 'hex').toString('latin1') };
