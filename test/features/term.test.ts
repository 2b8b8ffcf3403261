import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approved, record, recorded } from '../support/build-recorder.ts';
import { testApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await recorded(app, 'recordEnterprise', { code: 'maker', kind: 'HOLDER', name: '甲' });
  for (const [category, code] of [
    ['CONSUMABLE', 'lens'],
    ['DRUG', 'tablet'],
  ]) {
    const product = { code, category, genericName: '品种', name: '产品', countingUnit: '个', holderCode: 'maker' };
    await recorded(app, 'recordProduct', product);
  }
});
afterAll(() => app.stop());

/** A final round with one recorded outcome, opened on a day under a scheme. */
async function finalRound(code: string, scheme: string, category: string, productCode: string, on: string): Promise<void> {
  const roundCode = code;
  await recorded(app, 'draftRound', { code, name: '批次', category, organiser: 'NATIONAL', scheme });
  await recorded(app, 'addLot', { roundCode, code: 'lot', name: '单元', countingUnit: '个' });
  for (const act of ['openDemandReporting', 'openBidding', 'openBids']) await recorded(app, act, { roundCode, on });
  await recorded(app, 'recordOutcome', {
    roundCode,
    lotCode: 'lot',
    productCode,
    basis: 'BIDDING',
    winningPrice: '1',
    priceUnit: '个',
    agreedQuantity: 1,
  });
  await recorded(app, 'proposeSelection', { roundCode, on, agreementYear: 2021 });
  await recorded(app, 'publiciseSelection', { roundCode, on });
  await approved(app, 'finaliseSelection', { roundCode, on });
}

describe('[RA3] the term of a round whose record gives none', () => {
  it('is refused where the rules of the scheme give none either', async () => {
    await finalRound('LENS', 'intraocular-lens-3plus6', 'CONSUMABLE', 'lens', '2020-06-01');
    const { userErrors } = await record(app, 'putRoundInForce', { roundCode: 'LENS', inForceFrom: '2020-09-01' });
    expect(userErrors.map((each) => [each.code, each.rule])).toEqual([['TERM_NOT_ON_RECORD', 'procurement.procurement-term']]);
  });

  it('runs to the fixed last day of the scheme, and not from a day after it', async () => {
    // Round 11 runs to 2028-12-31.
    await finalRound('LATE', 'national-drug', 'DRUG', 'tablet', '2025-11-03');
    const after = await record(app, 'putRoundInForce', { roundCode: 'LATE', inForceFrom: '2029-01-01' });
    expect(after.userErrors.map((each) => each.code)).toEqual(['TERM_OUT_OF_RANGE']);
    const round = await recorded(app, 'putRoundInForce', { roundCode: 'LATE', inForceFrom: '2026-02-01' }, 'inForceFrom inForceTo');
    expect(round).toMatchObject({ inForceFrom: '2026-02-01', inForceTo: '2029-01-01' });
    const early = await record(app, 'expireRound', { roundCode: 'LATE' });
    expect(early.userErrors.map((each) => [each.code, each.facts.map((one) => one.value)])).toEqual([
      ['TERM_NOT_OVER', ['2026-11-21', '2029-01-01']],
    ]);
  });
});
