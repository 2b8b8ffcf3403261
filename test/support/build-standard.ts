import { expect } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import type { TestApp } from './app.ts';
import { agencyOf } from './build-prepayment.ts';
import { approver, record, type Recorded, type Row } from './build-recorder.ts';

/** What a look-up answers. */
export interface Standard {
  readonly amount: string | null;
  readonly reason: string | null;
  readonly basis: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly explanation: { readonly rule: string; readonly sentence: string } | null;
}

const question = `query($product: String!, $area: String!, $asOf: Date!, $knownAt: DateTime) {
  paymentStandard(productCode: $product, areaCode: $area, asOf: $asOf, knownAt: $knownAt) {
    amount reason basis inScope validFrom validTo explanation { rule sentence } } }`;

/** Looks up what the fund pays on. */
export async function standardOn(
  app: TestApp,
  {
    product,
    area,
    asOf,
    knownAt = null,
  }: { readonly product: string; readonly area: string; readonly asOf: string; readonly knownAt?: string | null },
): Promise<Standard | null> {
  const { data, errors } = await app.ask<{ paymentStandard: Standard | null }>(question, { product, area, asOf, knownAt });
  expect(errors).toBeUndefined();
  return data!.paymentStandard;
}

/** Records from when on an area uses the result of a round. */
export const inEffect = (app: TestApp, area: string, input: object): Promise<Recorded> =>
  record(
    app,
    'putResultInEffect',
    { roundCode: 'GH-HD2020-1', source: '通知', ...input },
    { caller: agencyOf(area), selection: 'effectiveFrom' },
  );

/** Records what a stent was bought for. */
export const traded = (app: TestApp, area: string, input: object): Promise<Recorded> =>
  record(
    app,
    'recordTransactionPrice',
    { tradedOn: '2021-01-10', priceUnit: '个', quantity: 20, source: 'SYNTHETIC: made for a test', ...input },
    { caller: agencyOf(area) },
  );

/** What an agency proposes of a non-selected stent against the round of 2020. */
export const capOf = (productCode: string, areaCode: string, more: object = {}) => ({
  productCode,
  areaCode,
  roundCode: 'GH-HD2020-1',
  capAmount: '2850',
  isInScope: true,
  mode: 'HALF_YEARS',
  source: '通知',
  ...more,
});

/** Has a proposal of an agency approved; gives the proposal as the approver is told of it. */
export async function approvedOf(app: TestApp, area: string, act: string, input: object, selection = ''): Promise<Row> {
  const proposed = await record(app, act, input, { caller: agencyOf(area) });
  expect({ act, refused: proposed.userErrors, errors: proposed.errors }).toEqual({ act, refused: [], errors: [] });
  return decided(app, proposed.object!.id, approver, selection);
}

/** Approves a proposal. */
async function decided(app: TestApp, proposalId: string, caller: Partial<Caller>, selection = ''): Promise<Row> {
  const done = await record(app, 'decideProposal', { proposalId, decision: 'APPROVE' }, { caller, selection });
  expect({ refused: done.userErrors, errors: done.errors }).toEqual({ refused: [], errors: [] });
  return done.object!;
}
