import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOnRecord } from '../journal/rows-on-record.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { region } from '../support/build-continuity.ts';
import { agencyOf } from '../support/build-prepayment.ts';
import { approved, record, recorded } from '../support/build-recorder.ts';
import { holders } from '../support/build-round.ts';
import { inEffect, standardOn } from '../support/build-standard.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.stop());

const on = (product: string, area: string, asOf: string, knownAt: string | null = null) =>
  standardOn(app, { product, area, asOf, knownAt });
const everywhere = ['110000', '330000', '330100', '370200'];

describe('standards follow what is decided about selected products, in the same transaction', () => {
  it('[S1-15] a corrected price is the standard of all days and areas; the old one stays what was known before', async () => {
    await inEffect(app, '330100', { effectiveFrom: '2021-01-09', effectiveTo: '2023-01-09' });
    const known = new Date().toISOString();
    const proposal = await recorded(app, 'correctWinningPrice', {
      roundCode: 'GH-HD2020-1',
      lotCode: 'coronary-stent',
      productCode: 'FIREBIRD2',
      winningPrice: '591',
      reason: '更正',
    });
    // A proposal changes nothing.
    expect(await on('FIREBIRD2', '330000', '2021-06-01')).toMatchObject({ amount: '590.0000' });
    const { userErrors } = await record(
      app,
      'decideProposal',
      { proposalId: proposal.id, decision: 'APPROVE' },
      { caller: { role: 'APPROVER', subject: 'approver-1' } },
    );
    expect(userErrors).toEqual([]);
    for (const area of everywhere) {
      for (const day of ['2021-01-31', '2022-01-01', '2023-01-08']) {
        expect([area, day, (await on('FIREBIRD2', area, day))?.amount]).toEqual([area, day, '591.0000']);
        expect([area, day, (await on('FIREBIRD2', area, day, known))?.amount]).toEqual([area, day, '590.0000']);
      }
    }
    expect(await on('FIREBIRD2', '330100', '2021-01-09')).toMatchObject({ amount: '591.0000' });
    // The others of the round say the same as before, in the same rows.
    const { rows } = await app.database.pool.query<{ code: string }>(
      `select distinct p.code from payment_standard s join product p on p.id = s.product_id where s.superseded_at is not null`,
    );
    expect(rows).toEqual([{ code: 'FIREBIRD2' }]);
  });

  it('the journal tells the standards with the act that changed them', async () => {
    const { rows } = await app.database.pool.query<{ table: string; operation: string; rows: number }>(
      `select content::json->>'operation' as operation, count(*)::int as rows from journal_record
       where content::json->>'operation' = 'decideProposal' and content like '%"payment_standard"%' group by 1`,
    );
    expect(rows).toMatchObject([{ operation: 'decideProposal' }]);
    expect(rows[0]!.rows).toBeGreaterThan(0);
    expect(Object.keys(await rowsOnRecord(app.database)).length).toBeGreaterThan(10);
  });

  it('the price of a winner that withdrew is the standard to the day before', async () => {
    const withdrawal = {
      roundCode: 'GH-HD2020-1',
      lotCode: 'coronary-stent',
      productCode: 'TIVOLI',
      withdrawnOn: '2022-03-01',
      reason: '停产',
    };
    await recorded(app, 'withdrawWinner', withdrawal);
    expect(await on('TIVOLI', '330000', '2022-02-28')).toMatchObject({ amount: '549.0000', validTo: '2022-03-01' });
    expect(await on('TIVOLI', '330000', '2022-03-01')).toMatchObject({ amount: null, reason: 'NOT_ON_RECORD' });
    expect(await on('GUREATER', '330000', '2022-03-01')).toMatchObject({ amount: '645.0000' });
  });

  it('a refused act changes no standard', async () => {
    const before = await app.database.contents();
    const again = { roundCode: 'GH-HD2020-1', lotCode: 'coronary-stent', productCode: 'TIVOLI', withdrawnOn: '2022-04-01', reason: '停产' };
    expect((await record(app, 'withdrawWinner', again)).userErrors.map(({ code }) => code)).toEqual(['ALREADY_WITHDRAWN']);
    expect(await app.database.contents()).toEqual(before);
  });

  it('a replacement is paid for at its own price from the day on which it takes over', async () => {
    await region(app, { round: 'F', failing: 'f-failing', other: 'f-other', isBackup: false });
    await holders(app, 'DRUG', ['f-substitute']);
    await inEffect(app, '370000', { roundCode: 'F', effectiveFrom: '2022-11-01' });
    const caller = agencyOf('370100');
    const complaint = {
      areaCode: '370100',
      agreementNumber: 'F-jn',
      missingQuantity: 100,
      notSuppliedSince: '2022-11-20',
      evidence: '未到货',
    };
    const { object } = await record(app, 'recordSupplyComplaint', complaint, { caller });
    await recorded(app, 'decideSupplyComplaint', { complaintId: object!.id, decision: 'VERIFY', reason: '已核实' });
    const known = new Date().toISOString();
    await approved(app, 'transferSupply', {
      complaintId: object!.id,
      regionCode: '370000',
      effectiveFrom: '2022-12-15',
      figuresOn: '2022-12-10',
      successorProductCode: 'f-substitute',
      replacementPrice: '3',
      reason: '无备供企业',
    });
    expect(await on('f-substitute', '370100', '2022-12-14')).toMatchObject({ amount: null, reason: 'NO_STANDARD' });
    expect(await on('f-substitute', '370100', '2022-12-15')).toMatchObject({ amount: '3.0000', basis: 'WINNING_PRICE' });
    expect(await on('f-substitute', '370100', '2022-12-15', known)).toMatchObject({ amount: null });
    expect(await on('f-failing', '370100', '2022-12-15')).toMatchObject({ amount: '2.0000' });
  });
});
