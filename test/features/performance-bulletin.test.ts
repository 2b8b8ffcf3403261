import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { seededRandom } from '../../src/procurement/synthetic/seeded-random.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { agreedOfEach, priceOfEach, purchased, type Purchase } from '../support/build-performance.ts';
import { movedAs } from '../support/build-prepayment.ts';
import { data, record, recorded } from '../support/build-recorder.ts';

const areas = ['330100', '330200', '320100', '320200', '440100', '440300'] as const;
const products = ['FIREBIRD2', 'EXCROSSAL', 'TIVOLI', 'GUREATER', 'PROMUS-776'] as const;
const months = ['2021-01', '2021-02', '2021-03', '2021-04', '2021-05'];
const [first, second, third, fourth] = ['2021-04-30', '2021-06-30', '2021-07-31', '2021-08-31'] as const;
/** When each is published: what is recorded later is not in it. */
const publishedAt = { [first]: '2021-05-05', [second]: '2021-07-05', [third]: '2021-08-05', [fourth]: '2021-09-05' };

/** From one to eight institutions in an area, each of which buys of some products in some months, and pays in time, late, in part or not. */
function madeUp(): Purchase[] {
  const random = seededRandom(20_261_129);
  const upTo = (most: number) => Math.floor(random() * most);
  return areas.flatMap((area, at) =>
    Array.from({ length: [1, 2, 3, 5, 6, 8][at]! }, (_none, index) => `${area}-${index}`).flatMap((institution, index) =>
      // The last product is bought in one area alone.
      products.slice(0, at === 5 ? 5 : 4).flatMap((product, ofProduct) =>
        months.flatMap((month, ofMonth): Purchase[] => {
          if ((index + ofProduct + ofMonth) % 3 === 0) return [];
          const dueOn = `${months[ofMonth + 1] ?? '2021-06'}-15`;
          const paidOn = [dueOn, `${dueOn.slice(0, 8)}28`, null, `${month}-25`][upTo(4)] ?? null;
          const paidPercent = upTo(4) === 0 ? 40 : 100;
          return [{ area, institution, product, quantity: 1 + upTo(200), acceptedOn: `${month}-10`, dueOn, paidOn, paidPercent }];
        }),
      ),
    ),
  );
}

interface Row {
  readonly synthetic: boolean;
  readonly suppressed: string | null;
  readonly [figure: string]: unknown;
}
interface Bulletin {
  readonly asOf: string;
  readonly areaPayments: { readonly nodes: readonly (Row & { readonly area: { readonly code: string } })[] };
  readonly areaPrepayments: { readonly nodes: readonly (Row & { readonly area: { readonly code: string } })[] };
  readonly completions: {
    readonly nodes: readonly (Row & { readonly selectedProduct: { readonly product: { readonly code: string } } })[];
  };
  readonly totals: readonly Readonly<Record<string, unknown>>[];
}

const document = `query($asOf: Date) { performanceBulletins(filter: { asOf: { lte: $asOf } }) { nodes { asOf reason dataThrough
  areaPayments { nodes { area { code } asOf synthetic suppressed institutions enterprises payables dueAmount paidAmount onTimePayables onTimeAmount
    overdueAmount punctuality { byAmount byCount explanation { rule inputs { name value } } } } }
  areaPrepayments { nodes { area { code } agreementYear synthetic suppressed institutions institutionsBelow requiredAmount paidAmount missingAmount } }
  completions { nodes { selectedProduct { product { code } } agreementYear synthetic suppressed periodFrom periodTo agreedQuantity institutions
    acceptedQuantity progress { completionPercent timePercent explanation { rule sentence } } } }
  totals { synthetic dueAmount paidAmount overdueAmount punctuality { byAmount } requiredAmount prepaidAmount missingAmount suppressed } } } }`;

const isFew = (count: number) => count === 1 || count === 2;
const distinct = (values: readonly unknown[]) => new Set(values).size;
const institutionsOf = (purchases: readonly Purchase[]) => distinct(purchases.map(({ institution }) => institution));
const cents = ({ quantity, paidPercent = 100 }: Purchase, percent = paidPercent) =>
  (BigInt(quantity) * BigInt(priceOfEach.replace('.', '')) * BigInt(percent)) / 100n;
const sum = (amounts: readonly bigint[]) => amounts.reduce((all, each) => all + each, 0n);
const yuan = (amounts: readonly bigint[]) => `${sum(amounts) / 100n}.${String(sum(amounts) % 100n).padStart(2, '0')}`;
/** Half up to 4 digits. */
const ratio = (part: bigint, whole: bigint) => {
  const digits = String((part * 20_000n + whole) / (2n * whole)).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
};

type Day = keyof typeof publishedAt;
const isOnRecord = ({ recordedAt = '2021-01-05' }: Purchase, asOf: Day) => recordedAt <= publishedAt[asOf];
/** Whether a purchase counts in the figures of its area, and in those of its product. */
const isDue = (each: Purchase, asOf: Day) => isOnRecord(each, asOf) && each.dueOn < asOf;
const isAccepted = (each: Purchase, asOf: Day) => isOnRecord(each, asOf) && each.acceptedOn <= asOf;
const isPaid = ({ paidOn = null }: Purchase, by: string) => paidOn !== null && paidOn <= by;

const tables = ['published_area_payment', 'published_area_prepayment', 'published_completion'];

describe.each(inject('servers'))('bulletins of performance on $name', ({ url }) => {
  let app: TestApp;
  const given = madeUp();
  const synthetic = given
    .filter(({ area }) => area === '320200')
    .map((each): Purchase => ({ ...each, area: '510100', institution: `demo-${each.institution}`, confidence: 'SYNTHETIC' }));
  const known: Purchase[] = [...given];
  /** All of one area, and one of another. */
  const prepaid = [...[0, 1, 2, 3, 4, 5].map((index) => `440100-${index}`), '440300-0'];
  const bulletins = async (asOf: string | null = null, caller?: Partial<Caller>) =>
    (await data<{ performanceBulletins: { nodes: Bulletin[] } }>(app, document, { asOf }, caller)).performanceBulletins.nodes;
  const publish = (asOf: string, options = {}) =>
    record(app, 'publishPerformance', { asOf, reason: '月度通报' }, { selection: 'asOf', ...options });
  /** Publishes, as if it were done on its day. */
  const published = async (asOf: Day, more = {}): Promise<Bulletin> => {
    await recorded(app, 'publishPerformance', { asOf, reason: '月度通报', ...more });
    for (const table of ['performance_bulletin', ...tables])
      await app.database.pool.query(`update ${table} set recorded_at = $1 where as_of = $2`, [`${publishedAt[asOf]}T00:00:00+08:00`, asOf]);
    return (await bulletins(asOf))[0]!;
  };
  const buy = async (more: readonly Purchase[]) => {
    await purchased(app, more);
    known.push(...more);
  };
  const real = <R extends Row>({ nodes }: { readonly nodes: readonly R[] }) => nodes.filter((row) => !row.synthetic);
  const areaOf = (bulletin: Bulletin, code: string) => real(bulletin.areaPayments).find(({ area }) => area.code === code)!;
  const productOf = (bulletin: Bulletin, code: string) =>
    real(bulletin.completions).find(({ selectedProduct }) => selectedProduct.product.code === code)!;

  beforeAll(async () => {
    app = await testApp({ server: url });
    await purchased(app, [...given, ...synthetic]);
    for (const [at, payeeCode] of prepaid.entries()) {
      const input = { payeeCode, agreementYear: 2021, reference: 'P-1', on: '2021-02-01', amount: `${1_000_000 + at}.01` };
      await movedAs(app, payeeCode.slice(0, 6), 'recordPrepayment', input);
    }
  });
  afterAll(() => app.stop());

  it('[T8] tell nobody anything before one is published', async () => {
    for (const caller of [undefined, expert]) expect(await bulletins(null, caller)).toEqual([]);
  });

  it.each([
    ['2021-04-29', '月度通报', ['NOT_A_MONTH_END asOf']],
    ['2026-11-30', '月度通报', ['DATE_IN_FUTURE asOf']],
    ['2018-12-31', '月度通报', ['BULLETIN_BEFORE_FIRST_RULE asOf']],
    ['2026-12-01', ' ', ['MALFORMED_TEXT reason', 'DATE_IN_FUTURE asOf', 'NOT_A_MONTH_END asOf']],
  ])('are not of %s for "%s"', async (asOf, reason, refusals) => {
    const { object, userErrors } = await record(app, 'publishPerformance', { asOf, reason });
    expect([object, userErrors.map(({ code, field }) => `${code} ${field}`)]).toEqual([null, refusals]);
    expect(await bulletins()).toEqual([]);
  });

  it('[T2] are published by experts alone', async () => {
    for (const role of ['APPROVER', 'ENTERPRISE', 'INSTITUTION', 'AGENCY', 'SETTLEMENT', 'AUDITOR'] as const) {
      const caller = { role, subject: 'x', enterprise: 'x', institution: 'x', area: '330100' };
      expect((await publish(first, { caller })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    expect(await bulletins()).toEqual([]);
  });

  it('[T8] tell everybody what the facts say, and hold nothing of few', async () => {
    const bulletin = await published(first);
    for (const caller of [expert, { role: 'AUDITOR', subject: 'a' }] as const) expect(await bulletins(null, caller)).toEqual([bulletin]);
    expect(real(bulletin.areaPayments).map(({ area, suppressed }) => [area.code, suppressed])).toEqual(
      areas.toSorted().map((area) => [area, areas.indexOf(area) < 2 ? 'FEW_CONTRIBUTORS' : null]),
    );
    for (const { area, ...row } of real(bulletin.areaPayments)) {
      const due = given.filter((each) => each.area === area.code && isDue(each, first));
      const [paid, onTime] = [
        due.filter((each) => isPaid(each, first)),
        due.filter((each) => isPaid(each, each.dueOn) && each.paidPercent === 100),
      ];
      const [owed, owedOnTime] = [due.map((each) => cents(each, 100)), onTime.map((each) => cents(each, 100))];
      const told = {
        institutions: institutionsOf(due),
        enterprises: distinct(due.map(({ product }) => product)),
        payables: due.length,
        dueAmount: yuan(owed),
        paidAmount: yuan(paid.map((each) => cents(each))),
        onTimePayables: onTime.length,
        onTimeAmount: yuan(owedOnTime),
        overdueAmount: yuan([sum(owed), -sum(paid.map((each) => cents(each)))]),
        punctuality: { byAmount: ratio(sum(owedOnTime), sum(owed)), byCount: ratio(BigInt(onTime.length), BigInt(due.length)) },
      };
      const nothing = Object.fromEntries(Object.keys(told).map((name) => [name, null]));
      expect(row).toMatchObject(row.suppressed === null ? told : nothing);
    }
    for (const { selectedProduct, ...row } of real(bulletin.completions)) {
      const accepted = given.filter(
        ({ product, ...each }) => product === selectedProduct.product.code && isAccepted({ product, ...each }, first),
      );
      const agreed = institutionsOf(given.filter(({ product }) => product === selectedProduct.product.code)) * agreedOfEach;
      const quantity = accepted.reduce((all, each) => all + each.quantity, 0);
      const isTold = row.suppressed === null;
      const percent = (Number(ratio(BigInt(quantity), BigInt(agreed))) * 100).toFixed(2);
      expect(row).toMatchObject({
        agreementYear: 2021,
        agreedQuantity: agreed,
        acceptedQuantity: isTold ? quantity : null,
        institutions: isTold ? institutionsOf(accepted) : null,
        // 120 of 365 days.
        progress: { completionPercent: isTold ? percent : null, timePercent: '32.88' },
      });
    }
    expect(real(bulletin.completions).filter(({ suppressed }) => suppressed === null).length).toBeGreaterThan(3);
  });

  it('are what procurementStatistics and the monitor of prepayments tell those who see all', async () => {
    const [bulletin] = await bulletins(first);
    const statistics = await data<{ procurementStatistics: { rows: Record<string, unknown>[] } }>(
      app,
      `{ procurementStatistics(groupBy: [AREA], asOf: "${first}", filter: { synthetic: false }) { rows { area { code } overdueAmount } } }`,
      {},
      expert,
    );
    const monitor = await data<{ prepaymentMonitor: { areas: Record<string, unknown>[] } }>(
      app,
      `{ prepaymentMonitor(agreementYear: 2021, asOf: "${first}") { areas { area { code } institutions institutionsBelow missingAmount } } }`,
      {},
      expert,
    );
    const told = real(bulletin!.areaPayments).filter(({ suppressed }) => suppressed === null);
    for (const { area, overdueAmount } of told) expect(statistics.procurementStatistics.rows).toContainEqual({ area, overdueAmount });
    const rows = bulletin!.areaPrepayments.nodes;
    expect(rows.filter(({ suppressed }) => suppressed === null)).toHaveLength(told.length);
    // One was prepaid: what the area was prepaid is what that one was.
    expect(rows.find(({ area }) => area.code === '440300')).toMatchObject({ suppressed: 'FEW_CONTRIBUTORS', paidAmount: null });
    expect(rows.find(({ area }) => area.code === '440100')).toMatchObject({
      paidAmount: '6000015.06',
      missingAmount: '0.00',
      institutionsBelow: 0,
    });
    const short = rows.filter(({ suppressed, institutionsBelow }) => suppressed === null && institutionsBelow !== 0);
    expect(short.length).toBeGreaterThan(1);
    for (const { area, institutions, institutionsBelow, missingAmount } of short)
      expect(monitor.prepaymentMonitor.areas).toContainEqual({ area, institutions, institutionsBelow, missingAmount });
  });

  it('[T8] sum what is told, and demonstration data apart', async () => {
    const [bulletin] = await bulletins(first);
    const told = real(bulletin!.areaPayments).filter(({ suppressed }) => suppressed === null);
    const inCents = (figure: unknown) => BigInt(String(figure).replace('.', ''));
    expect(bulletin!.totals).toMatchObject([
      {
        synthetic: false,
        dueAmount: yuan(told.map(({ dueAmount }) => inCents(dueAmount))),
        overdueAmount: yuan(told.map((each) => inCents(each['overdueAmount']))),
        suppressed: 5,
      },
      { synthetic: true, dueAmount: yuan(synthetic.filter((each) => isDue(each, first)).map((each) => cents(each, 100))), suppressed: 0 },
    ]);
    expect(bulletin!.areaPayments.nodes.filter((row) => row.synthetic)).toMatchObject([{ area: { code: '510100' }, institutions: 5 }]);
  });

  it('[T8] are one for each day, in the order of the days, and the same under the same key', async () => {
    const again = await publish(first);
    expect(again.userErrors.map(({ code, field }) => `${code} ${field}`)).toEqual(['BULLETIN_TOO_SOON asOf']);
    expect((await publish('2021-03-31')).userErrors.map(({ code }) => code)).toEqual(['BULLETIN_TOO_SOON']);
    const before = await bulletins();
    await published(second, { idempotencyKey: 'the same' });
    const replayed = await record(app, 'publishPerformance', { asOf: second, reason: '月度通报', idempotencyKey: 'the same' });
    expect(replayed).toMatchObject({ object: { id: expect.any(String) as string }, userErrors: [] });
    expect((await bulletins()).map(({ asOf }) => asOf)).toEqual([second, first]);
    // What is out stays.
    expect(await bulletins(first)).toEqual(before);
  });

  it('[T8] withhold what few have changed since it was told', async () => {
    const later = (institution: string, more: Partial<Purchase>): Purchase => {
      const area = institution.slice(0, 6);
      return {
        area,
        institution,
        product: 'FIREBIRD2',
        quantity: 77,
        acceptedOn: '2021-07-02',
        dueOn: '2021-08-15',
        recordedAt: '2021-07-20',
        ...more,
      };
    };
    const [before] = await bulletins(second);
    expect(areaOf(before!, '440100').suppressed).toBeNull();
    await buy([
      later('440300-0', {}),
      // Due within the month.
      later('440100-1', { product: 'TIVOLI', dueOn: '2021-07-20' }),
      // Of long ago, and recorded after the bulletin.
      later('440300-2', { product: 'GUREATER', acceptedOn: '2021-03-10', dueOn: '2021-04-15' }),
    ]);
    const bulletin = await published(third);
    expect(['FIREBIRD2', 'TIVOLI', 'GUREATER', 'EXCROSSAL'].map((code) => productOf(bulletin, code).suppressed)).toEqual([
      'FEW_CHANGED',
      'FEW_CHANGED',
      'FEW_CHANGED',
      null,
    ]);
    expect(['440100', '440300', '320200'].map((code) => areaOf(bulletin, code).suppressed)).toEqual(['FEW_CHANGED', 'FEW_CHANGED', null]);
    // Nobody changed these: they are told as before.
    expect(areaOf(bulletin, '320200')).toMatchObject({ dueAmount: areaOf(before!, '320200')['dueAmount'] });
    // Enough have changed it with those of the month before.
    await buy(
      ['440100-3', '440300-4', '320200-1'].map((institution) =>
        later(institution, { acceptedOn: '2021-08-02', dueOn: '2021-09-15', recordedAt: '2021-08-20' }),
      ),
    );
    expect(productOf(await published(fourth), 'FIREBIRD2').suppressed).toBeNull();
  });

  it('[T8] tell of no one or two institutions, however their figures are added and subtracted', async () => {
    const all = await bulletins();
    const sets = all.map((bulletin) => {
      const told = (rows: readonly Row[]) => rows.filter(({ suppressed }) => suppressed === null);
      return {
        asOf: bulletin.asOf as Day,
        areas: told(real(bulletin.areaPayments)).map((row) => (row as unknown as { area: { code: string } }).area.code),
        products: told(real(bulletin.completions)).map(
          (row) => (row as unknown as Bulletin['completions']['nodes'][number]).selectedProduct.product.code,
        ),
      };
    });
    expect(sets.map(({ areas: told }) => told.length)).toEqual(
      [expect.any(Number), expect.any(Number), 4, 4].map(() => expect.any(Number)),
    );
    const random = seededRandom(5);
    const some = (list: readonly string[], share: number) => new Set(list.filter(() => random() < share));
    let compared = 0;
    for (let trial = 0; trial < 6000; trial += 1) {
      const share = [0.2, 0.5, 0.8, 1][trial % 4]!;
      const [ours, theirs] = [some([...areas], share), some([...products], share)];
      // The same blocks of two bulletins, or others of each.
      const chosen = sets.map(({ asOf, ...told }) => {
        const [inAreas, inProducts] = trial % 3 === 0 ? [ours, theirs] : [some(told.areas, share), some(told.products, share)];
        return {
          asOf,
          sign: [1, 0, -1][Math.floor(random() * 3)]!,
          areas: told.areas.filter((each) => inAreas.has(each)),
          products: told.products.filter((each) => inProducts.has(each)),
        };
      });
      const left = known.filter((each) => {
        const times = chosen.map(({ asOf, sign, ...told }) => {
          const inArea = isDue(each, asOf) && told.areas.includes(each.area);
          const inProduct = isAccepted(each, asOf) && told.products.includes(each.product);
          return sign * (Number(inArea) - Number(inProduct));
        });
        return times.reduce((total, time) => total + time, 0) !== 0;
      });
      if (left.length > 0) compared += 1;
      expect(isFew(institutionsOf(left)), JSON.stringify(chosen)).toBe(false);
    }
    expect(compared).toBeGreaterThan(3000);
  });

  it('[T8] hold nothing of what they withhold', async () => {
    for (const table of tables) {
      const { rows } = await app.database.pool.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${table} t where suppressed is not null`,
      );
      const told = [
        'id',
        'area_code',
        'as_of',
        'bulletin_id',
        'data_through',
        'round_code',
        'product_code',
        'selected_product_id',
        'agreement_year',
        'agreed_quantity',
        'period_from',
        'period_to',
        'synthetic',
        'suppressed',
        'provenance',
        'confidence',
        'recorded_at',
      ];
      for (const { row } of rows) expect(Object.keys(row).filter((name) => row[name] !== null && !told.includes(name))).toEqual([]);
      expect(rows.length).toBeGreaterThan(0);
    }
  });
});
