import type { TestApp } from './app.ts';
import { recorded } from './build-recorder.ts';
import {
  bidInput,
  draft,
  evaluated,
  final,
  holders,
  inBidding,
  inDemandReporting,
  institutions,
  productOf,
  round7,
  stents2020,
  theLot,
} from './build-round.ts';

const shared = { scheme: 'national-drug', days: round7 };
const demand = [
  { institution: 'hz-1', quantity: 1000 },
  { institution: 'nj-1', quantity: 500 },
];
const wishes = ['330000', '320000'];
const choices = ['ent-a', 'ent-b'].map((productCode) => ({ productCode, wishes, backupWishes: [] }));

/** The wishes of the two winners of the rounds below. */
export const proposalOf = (roundCode: string) => ({
  roundCode,
  on: round7.proposal,
  agreementYear: 2022,
  lots: [{ lotCode: theLot, choices }],
});

const bids = [
  { product: 'ent-a', price: '1' },
  { product: 'ent-b', price: '1.5', capacity: 299 },
];

/** One round in each state that a refusal needs; their codes say which. */
export async function roundsToRefuse(app: TestApp): Promise<void> {
  await holders(app, 'DRUG', ['ent-a', 'ent-b', 'ent-c']);
  await productOf(app, 'DRUG', 'ent-a', 'ent-a-2');
  await productOf(app, 'DRUG', 'ent-c', 'weak', { strength: '0.000001', strengthUnit: 'mg' });
  await productOf(app, 'DRUG', 'ent-c', 'faint', { strength: '0.01', strengthUnit: 'mg' });
  await holders(app, 'STENT', ['stent-a', 'stent-b']);
  await recorded(app, 'recordEnterprise', { code: 'distributor', kind: 'DISTRIBUTOR', name: '配送' });
  await institutions(app, { 'hz-1': '330100', 'nj-1': '320100' });

  await draft(app, { ...shared, code: 'draft' });
  await recorded(app, 'addLot', { roundCode: 'draft', code: theLot, name: '单元', countingUnit: '片' });
  await inDemandReporting(app, { ...shared, code: 'demand' });
  await recorded(app, 'reportDemand', { roundCode: 'demand', lotCode: theLot, institutionCode: 'hz-1', quantity: 1 });
  const strengthLot = { code: 'by-strength', strengthMethod: 'LINEAR', referenceStrength: '100000' };
  await inBidding(app, { ...shared, code: 'bidding', lots: [{ code: theLot }, strengthLot] });
  await recorded(app, 'submitBid', bidInput('bidding', { product: 'ent-a', price: '1' }));
  await inBidding(app, { ...shared, code: 'opened', demand, lots: [{ code: theLot }, { code: 'lot-2' }] });
  for (const bid of bids) await recorded(app, 'submitBid', bidInput('opened', bid));
  await recorded(app, 'openBids', { roundCode: 'opened', on: round7.opening });
  await evaluated(app, { ...shared, code: 'without-demand', bids });
  await evaluated(app, { ...shared, code: 'without-bids', demand });
  await evaluated(app, { ...shared, code: 'tied', demand, bids: [bids[0]!, { product: 'ent-b', price: '1' }] });
  await evaluated(app, { ...shared, code: 'judged', demand, bids });
  await evaluated(app, { ...shared, code: 'three', demand, bids: [...bids, { product: 'ent-c', price: '1.2' }] });
  await evaluated(app, {
    ...shared,
    code: 'year-2021',
    days: { ...round7, demand: '2021-01-01', bidding: '2021-01-01', opening: '2021-02-03' },
    demand,
    bids,
  });
  const huge = [Number.MAX_SAFE_INTEGER, 1];
  await evaluated(app, {
    ...shared,
    code: 'huge',
    bids,
    demand: demand.map(({ institution }, index) => ({ institution, quantity: huge[index]! })),
  });
  const pilot = {
    code: 'pilot',
    scheme: 'pilot-4plus7',
    days: { ...round7, demand: '2018-11-01', bidding: '2018-11-02', opening: '2018-12-06' },
  };
  await inBidding(app, pilot);
  await recorded(app, 'submitBid', bidInput('pilot', { product: 'ent-a', price: '1' }));
  await evaluated(app, {
    code: 'stents',
    category: 'STENT',
    scheme: 'national-stent',
    days: stents2020,
    demand: [{ institution: 'hz-1', product: 'stent-b', quantity: 10 }],
    lots: [{ code: theLot, ceilingPrice: '2850' }],
    bids: [
      { product: 'stent-a', price: '469' },
      { product: 'stent-b', price: '2851' },
    ],
  });

  await evaluated(app, { ...shared, code: 'publicised', demand, bids });
  await recorded(app, 'proposeSelection', proposalOf('publicised'));
  await recorded(app, 'publiciseSelection', { roundCode: 'publicised' });

  // Final, with a product that won in two lots.
  await inBidding(app, { ...shared, code: 'final', lots: [{ code: theLot }, { code: 'lot-2' }] });
  await recorded(app, 'openBids', { roundCode: 'final', on: round7.opening });
  for (const lotCode of [theLot, 'lot-2']) await recorded(app, 'recordOutcome', outcome({ roundCode: 'final', lotCode }));
  await recorded(app, 'recordOutcome', outcome({ roundCode: 'final', productCode: 'ent-b' }));
  await recorded(app, 'proposeSelection', { roundCode: 'final', agreementYear: 2022 });
  await final(app, 'final');
  await recorded(app, 'recordAgreedVolumes', volumes());
  await evaluated(app, { ...shared, code: 'in-force', demand, bids: [bids[0]!] });
  await recorded(app, 'proposeSelection', { roundCode: 'in-force', agreementYear: 2022 });
  await final(app, 'in-force');
  await recorded(app, 'putRoundInForce', { roundCode: 'in-force', inForceFrom: '2022-11-01', termYears: 1 });
}

/** An outcome by bidding, recorded by hand. */
export const outcome = (more: object) => ({
  roundCode: 'judged',
  lotCode: theLot,
  productCode: 'ent-a',
  basis: 'BIDDING',
  winningPrice: '1',
  priceUnit: '片',
  agreedQuantity: 100,
  ...more,
});

/** The agreed volume of one institution. */
export const volumes = (more: object = {}) => ({
  roundCode: 'final',
  productCode: 'ent-b',
  agreementYear: 2022,
  volumes: [{ institutionCode: 'hz-1', quantity: 10 }],
  ...more,
});
