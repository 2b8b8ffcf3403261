import type { TestApp } from './app.ts';
import { approved, recorded } from './build-recorder.ts';

/** The days of a round's life; each act takes place on its own. */
export interface Days {
  readonly demand: string;
  readonly bidding: string;
  readonly opening: string;
  readonly proposal: string;
}

/** Round 7: the first round whose shares are on record. */
export const round7: Days = { demand: '2022-06-01', bidding: '2022-07-01', opening: '2022-07-12', proposal: '2022-07-12' };
/** The stents of 2020. */
export const stents2020: Days = { demand: '2020-10-16', bidding: '2020-10-20', opening: '2020-11-05', proposal: '2020-11-06' };
/** The renewal of the stents. */
export const stents2022: Days = { demand: '2022-10-01', bidding: '2022-11-01', opening: '2022-11-29', proposal: '2022-11-30' };
/** The 4+7 pilot. */
export const pilot2018: Days = { demand: '2018-11-15', bidding: '2018-11-20', opening: '2018-12-06', proposal: '2018-12-07' };

/** A bid: who, for how much, for how many a year. The enterprise holds the product of the same code. */
export interface BidGiven {
  readonly product: string;
  readonly price: string;
  readonly capacity?: number;
  readonly units?: number;
  readonly lot?: string;
}

/** Demand: which institution, how many, of which product where the round asks for it. */
export interface DemandGiven {
  readonly institution: string;
  readonly quantity: number;
  readonly product?: string;
  readonly lot?: string;
}

export interface RoundGiven {
  readonly code: string;
  readonly category?: 'DRUG' | 'STENT';
  readonly scheme: string;
  readonly renews?: string;
  readonly days: Days;
  readonly lots?: readonly ({ readonly code: string } & Record<string, unknown>)[];
  readonly demand?: readonly DemandGiven[];
  readonly bids?: readonly BidGiven[];
}

export const theLot = 'lot-1';

/** Holders, each with one product of the same code. */
export async function holders(app: TestApp, category: 'DRUG' | 'STENT', codes: readonly string[]): Promise<void> {
  for (const code of codes) {
    await recorded(app, 'recordEnterprise', { code, kind: 'HOLDER', name: `企业 ${code}` });
    await productOf(app, category, code, code);
  }
}

/** A further product of a holder. */
export async function productOf(
  app: TestApp,
  category: 'DRUG' | 'STENT',
  holderCode: string,
  code: string,
  more: object = {},
): Promise<void> {
  await recorded(app, 'recordProduct', {
    code,
    category,
    genericName: '通用名',
    name: `产品 ${code}`,
    countingUnit: '片',
    holderCode,
    ...more,
  });
}

/** Institutions: code → the code of the pooling area. */
export async function institutions(app: TestApp, areaOf: Readonly<Record<string, string>>): Promise<void> {
  for (const [code, areaCode] of Object.entries(areaOf)) {
    await recorded(app, 'recordInstitution', { code, areaCode, level: 'TERTIARY', name: `医院 ${code}` });
  }
}

export const draft = (app: TestApp, { code, category = 'DRUG', scheme, renews }: RoundGiven) =>
  recorded(app, 'draftRound', {
    code,
    name: `批次 ${code}`,
    category,
    organiser: 'NATIONAL',
    scheme,
    ...(renews ? { renewsRoundCode: renews } : {}),
  });

const defaultLots = [{ code: theLot, ceilingPrice: '10', priceBefore: '10' }];

/** Drafts a round and brings it to demand reporting. */
export async function inDemandReporting(app: TestApp, given: RoundGiven): Promise<void> {
  await draft(app, given);
  for (const lot of given.lots ?? defaultLots) {
    await recorded(app, 'addLot', { roundCode: given.code, name: `单元 ${lot.code}`, countingUnit: '片', ...lot });
  }
  await recorded(app, 'openDemandReporting', { roundCode: given.code, on: given.days.demand });
}

/** … and on to bidding, with its demand. */
export async function inBidding(app: TestApp, given: RoundGiven): Promise<void> {
  await inDemandReporting(app, given);
  for (const { institution, quantity, product, lot = theLot } of given.demand ?? []) {
    await recorded(app, 'reportDemand', {
      roundCode: given.code,
      lotCode: lot,
      institutionCode: institution,
      quantity,
      ...(product ? { productCode: product } : {}),
    });
  }
  await recorded(app, 'openBidding', { roundCode: given.code, on: given.days.bidding });
}

/** The input of a bid. */
export const bidInput = (round: string, { product, price, capacity = 1_000_000, units = 1, lot = theLot }: BidGiven) => ({
  roundCode: round,
  lotCode: lot,
  productCode: product,
  price,
  priceUnit: units === 1 ? '片' : '盒',
  unitsPerPriceUnit: units,
  declaredCapacity: capacity,
  declaredNotBelowCost: true,
});

/** … and on to the opened bids, evaluated. */
export async function evaluated(app: TestApp, given: RoundGiven): Promise<void> {
  await inBidding(app, given);
  for (const bid of given.bids ?? []) await recorded(app, 'submitBid', bidInput(given.code, bid));
  await recorded(app, 'openBids', { roundCode: given.code, on: given.days.opening });
  await recorded(app, 'evaluateBids', { roundCode: given.code });
}

/** Publicises a proposed selection and makes it final. */
export async function final(app: TestApp, roundCode: string): Promise<void> {
  await recorded(app, 'publiciseSelection', { roundCode });
  await approved(app, 'finaliseSelection', { roundCode });
}
