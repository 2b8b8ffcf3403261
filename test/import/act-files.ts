import { fileKinds } from '../../src/features.ts';
import { importFile, type ImportReport } from '../../src/platform/tables/import-file.ts';
import { testNow, type TestApp } from '../support/app.ts';
import type { PromiseGiven } from '../support/build-agreement.ts';
import { folderOfFiles } from './made-files.ts';

/** Two agreements of 2021 at 648 yuan each piece, in two areas, with a distributor. */
export const stents: PromiseGiven = {
  round: 'S1',
  product: 'resolute',
  price: '648',
  promised: { 'hz-1': { area: '330100', quantity: 100 }, 'nj-1': { area: '320100', quantity: 50 } },
};

const under = ['area_code', 'agreement_number'];
const ofDelivery = [...under, 'order_number', 'delivery_number'];

/** The columns of each kind of file, in the order in which tests write them. */
export const headersOf = {
  orders: [...under, 'number', 'ordered_on', 'quantity'],
  deliveries: [...under, 'order_number', 'number', 'delivered_on', 'quantity'],
  acceptances: [...ofDelivery, 'accepted_on', 'accepted_quantity', 'rejected_quantity', 'rejection_reason'],
  payments: [...ofDelivery, 'amount', 'paid_on', 'reference'],
};
export type Kind = keyof typeof headersOf;

/** The same in Chinese, as a hospital's system writes them. */
export const chineseHeadersOf: Record<Kind, readonly string[]> = {
  orders: ['统筹区代码', '协议编号', '订单编号', '下单日期', '订购数量'],
  deliveries: ['统筹区代码', '协议编号', '订单编号', '到货单编号', '到货日期', '到货数量'],
  acceptances: ['统筹区代码', '协议编号', '订单编号', '到货单编号', '验收日期', '验收合格数量', '拒收数量', '拒收原因'],
  payments: ['统筹区代码', '协议编号', '订单编号', '到货单编号', '付款金额', '付款日期', '凭证号'],
};

export const csv = (headers: readonly string[], rows: readonly string[]) => `${[headers.join(','), ...rows].join('\n')}\n`;

/** What takes in files of acts in a database, by the clock of the tests; the headers say which kind. */
export function takesActs(app: () => TestApp) {
  const files = folderOfFiles();
  const takeFile = (source: string, more: object = {}): Promise<ImportReport> =>
    importFile({
      database: app().database,
      table: fileKinds,
      source,
      fileName: '流水.csv',
      recordedBy: 'import by test',
      clock: { now: () => testNow },
      ...more,
    });
  let written = 0;
  const write = (content: string | Buffer) => files.write(`acts-${(written += 1)}`, content);
  return {
    remove: files.remove,
    write,
    takeFile,
    take: (content: string | Buffer) => takeFile(write(content)),
    /** Rows under the English headers of their kind. */
    takeRows: (kind: Kind, ...rows: readonly string[]) => takeFile(write(csv(headersOf[kind], rows))),
    rows: async (sql: string) => (await app().database.pool.query(sql)).rows as unknown[],
  };
}

/** Row, column and code of each error. */
export const placesOf = ({ errors }: ImportReport) => errors.map(({ row, column, code }) => `${row} ${column} ${code}`);
