import { expect } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import type { TestApp } from './app.ts';
import { recordedRows } from './build-batch.ts';
import { approved, record, recorded, type Row } from './build-recorder.ts';
import { holders, institutions, theLot } from './build-round.ts';

/** The agreement year of the stents of 2020: in force from 2021-01-20 for two years, signed for 2021 on the first day. */
const stentTerm = { from: '2021-01-20', years: 2, agreementYear: 2021 } as const;

/** A round in force with one winning product: who promised to buy how many of it. */
export interface PromiseGiven {
  readonly round: string;
  /** The code of the product, and of its enterprise. */
  readonly product: string;
  readonly price: string;
  /** Counting units in a price unit; one, the counting unit itself, unless given. */
  readonly units?: number;
  /** Code of the institution → its pooling area and its quantity. */
  readonly promised: Readonly<Record<string, { readonly area: string; readonly quantity: number }>>;
}

export const enterpriseOf = (code: string): Partial<Caller> => ({ role: 'ENTERPRISE', subject: `of ${code}`, enterprise: code });
export const institutionOf = (code: string): Partial<Caller> => ({ role: 'INSTITUTION', subject: `of ${code}`, institution: code });
export const agencyOf = (area: string): Partial<Caller> => ({ role: 'AGENCY', subject: `of ${area}`, area });

/** Institutions, an enterprise with its product, and a round in force that selected it; nothing is signed. */
export async function promised(app: TestApp, { round, product, price, units, promised: of }: PromiseGiven): Promise<void> {
  await holders(app, 'STENT', [product]);
  await institutions(app, Object.fromEntries(Object.entries(of).map(([code, { area }]) => [code, area])));
  const roundCode = round;
  await recorded(app, 'draftRound', {
    code: round,
    name: `批次 ${round}`,
    category: 'STENT',
    organiser: 'NATIONAL',
    scheme: 'national-stent',
  });
  await recorded(app, 'addLot', { roundCode, code: theLot, name: '单元', countingUnit: '个' });
  const on = '2020-11-05';
  const isBox = units !== undefined;
  await recorded(app, 'openDemandReporting', { roundCode, on });
  await recorded(app, 'openBidding', { roundCode, on });
  if (isBox) {
    const bid = { roundCode, lotCode: theLot, productCode: product, price, priceUnit: '盒', unitsPerPriceUnit: units };
    await recorded(app, 'submitBid', { ...bid, declaredCapacity: 1_000_000_000, declaredNotBelowCost: true });
  }
  await recorded(app, 'openBids', { roundCode, on });
  if (isBox) await recorded(app, 'evaluateBids', { roundCode });
  const quantity = Object.values(of).reduce((sum, each) => sum + each.quantity, 0);
  const outcome = {
    roundCode,
    lotCode: theLot,
    productCode: product,
    basis: 'BIDDING',
    winningPrice: price,
    priceUnit: isBox ? '盒' : '个',
  };
  await recorded(app, 'recordOutcome', { ...outcome, agreedQuantity: quantity });
  await recorded(app, 'proposeSelection', { roundCode, on, agreementYear: stentTerm.agreementYear });
  await recorded(app, 'publiciseSelection', { roundCode, on });
  await approved(app, 'finaliseSelection', { roundCode, on });
  await recorded(app, 'putRoundInForce', { roundCode, on: stentTerm.from, inForceFrom: stentTerm.from, termYears: stentTerm.years });
  await recorded(app, 'recordAgreedVolumes', {
    roundCode,
    productCode: product,
    agreementYear: stentTerm.agreementYear,
    volumes: Object.entries(of).map(([institutionCode, each]) => ({ institutionCode, quantity: each.quantity })),
  });
}

/** An agreement to sign on the first day of the term. */
export const toSign = (round: string, product: string, institution: string, more: object = {}) => ({
  roundCode: round,
  productCode: product,
  institutionCode: institution,
  agreementYear: stentTerm.agreementYear,
  signedOn: stentTerm.from,
  inForceFrom: stentTerm.from,
  ...more,
});

/** The number that an agreement has unless it is given one. */
const agreementNumber = (product: string, institution: string) => `${stentTerm.agreementYear}-${institution}-${product}`;

/** A distributor of the product in an area, chosen by its enterprise. */
export async function appointed(
  app: TestApp,
  round: string,
  product: string,
  area: string,
  distributor: string,
  more: object = {},
): Promise<Row> {
  const found = (await app.database.pool.query('select 1 from enterprise where code = $1', [distributor])).rowCount;
  if (!found) await recorded(app, 'recordEnterprise', { code: distributor, kind: 'DISTRIBUTOR', name: `配送 ${distributor}` });
  const input = {
    roundCode: round,
    productCode: product,
    areaCode: area,
    distributorCode: distributor,
    effectiveFrom: stentTerm.from,
    ...more,
  };
  const { object, userErrors, errors } = await record(app, 'appointDistributor', input, { caller: enterpriseOf(product) });
  expect({ userErrors, errors }).toEqual({ userErrors: [], errors: [] });
  return object!;
}

/** The round as above, with a distributor in each area and every agreement of 2021 signed; ids in the order of the institutions. */
export async function signed(app: TestApp, given: PromiseGiven, distributor = 'distributor'): Promise<string[]> {
  await promised(app, given);
  const areas = new Set(Object.values(given.promised).map(({ area }) => area));
  for (const area of areas) await appointed(app, given.round, given.product, area, distributor);
  const rows = Object.keys(given.promised).map((institution) => toSign(given.round, given.product, institution));
  return (await recordedRows(app, 'signAgreements', rows)).map(({ id }) => id);
}

/** How a row names an agreement that `signed` made. */
export const under = ({ product, promised: of }: PromiseGiven, institution: string) => ({
  areaCode: of[institution]!.area,
  agreementNumber: agreementNumber(product, institution),
});

/** Orders and deliveries in one go: for each an order and its delivery on the days given. */
export async function delivered(
  app: TestApp,
  given: PromiseGiven,
  institution: string,
  each: readonly { readonly number: string; readonly orderedOn: string; readonly deliveredOn: string; readonly quantity: number }[],
): Promise<void> {
  const of = under(given, institution);
  await recordedRows(
    app,
    'placeOrders',
    each.map(({ number, orderedOn, quantity }) => ({ ...of, number, orderedOn, quantity })),
  );
  await recordedRows(
    app,
    'recordDeliveries',
    each.map(({ number, deliveredOn, quantity }) => ({ ...of, orderNumber: number, number, deliveredOn, quantity })),
  );
}
