import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { importFile } from '../../src/platform/tables/import-file.ts';
import { rebuildAgreedVolumeRollup } from '../../src/procurement/roll-up-agreed-volumes.ts';
import { selectedProductImport } from '../../src/procurement/selected-product.import.ts';
import { expectTrueSums, importVolumes, procured, sums } from '../support/agreed-volume-sums.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { approved, approver, data, record, recorded } from '../support/build-recorder.ts';
import { asProposed, changedBy, inOrder, type CellChanged } from '../support/rows-changed.ts';
import { theLot } from '../support/build-round.ts';

describe.each(inject('servers'))('a correction of a winning price on $name', ({ url }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server: url });
    await procured(app, 'N');
    const volume = (product: string, institution: string, year: number, synthetic: boolean) => ({
      round: 'N',
      product,
      institution,
      year,
      quantity: 333 + year,
      synthetic,
    });
    await importVolumes(
      app.database,
      ['N-1', 'N-2', 'N-3', 'N-4'].flatMap((each, index) => [volume('N-a', each, 2024, index % 2 === 0), volume('N-b', each, 2024, false)]),
    );
  });
  afterAll(() => app.stop());

  const correction = (product: string, winningPrice: string) => ({
    roundCode: 'N',
    lotCode: theLot,
    productCode: product,
    winningPrice,
    reason: '印刷错误',
  });
  const priceOf = async (product: string) => {
    const document = `query($code: String!) { round(code: "N") { selectedProducts(filter: { productCode: { eq: $code } }) { nodes { winningPrice
      cut { percent } priceCorrections { priceBefore priceAfter reason recordedBy } } } } }`;
    const { round } = await data<{ round: { selectedProducts: { nodes: object[] } } }>(app, document, { code: product });
    return round.selectedProducts.nodes[0]!;
  };

  it('[D12] shows the price, changes nothing until it is approved, and then the price and every sum', async () => {
    const { object } = await record(app, 'correctWinningPrice', correction('N-b', '9.97'), {
      selection: 'changes { table key name column from to }',
    });
    expect(object!['changes']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          table: 'selected_product',
          name: `N ${theLot} N-b`,
          column: 'winning_price',
          from: '10.0000',
          to: '9.9700',
        }),
        expect.objectContaining({ table: 'winning_price_correction', column: 'price_before', from: null, to: '10.0000' }),
      ]),
    );
    const before = await sums(app.database);
    expect(await priceOf('N-b')).toMatchObject({ winningPrice: '10.0000', priceCorrections: [] });

    const happened = await changedBy(app.database, () =>
      record(app, 'decideProposal', { proposalId: object!.id, decision: 'APPROVE' }, { caller: approver }),
    );
    expect(inOrder(asProposed(happened))).toEqual(inOrder(object!['changes'] as CellChanged[]));
    const history = { priceBefore: '10.0000', priceAfter: '9.9700', reason: '印刷错误', recordedBy: 'APPROVER approver-1' };
    expect(await priceOf('N-b')).toMatchObject({ winningPrice: '9.9700', priceCorrections: [history] });
    await expectTrueSums(app.database);
    const after = await sums(app.database);
    expect(after).not.toEqual(before);
    await rebuildAgreedVolumeRollup(app.database);
    expect(await sums(app.database)).toEqual(after);

    await approved(app, 'correctWinningPrice', correction('N-b', '9.9999'));
    expect(await priceOf('N-b')).toMatchObject({
      winningPrice: '9.9999',
      priceCorrections: [history, { ...history, priceBefore: '9.9700', priceAfter: '9.9999' }],
    });
    await expectTrueSums(app.database);
  });

  it('[D12] that was proposed on another price is stale', async () => {
    const { id } = await recorded(app, 'correctWinningPrice', correction('N-a', '0.5'));
    await approved(app, 'correctWinningPrice', correction('N-a', '0.7'));
    const before = await app.database.contents();
    const { userErrors } = await record(app, 'decideProposal', { proposalId: id, decision: 'APPROVE' }, { caller: approver });
    expect(userErrors.map(({ code }) => code)).toEqual(['PROPOSAL_STALE']);
    expect(await app.database.contents()).toEqual(before);
  });

  it('[D12] stands in the database: a corrected price is the price of an approved correction', async () => {
    const before = await app.database.contents();
    const violated = (sql: string) =>
      app.database.pool.query(sql).then(
        () => null,
        (error: { constraint?: string }) => error.constraint,
      );
    const ofCorrected = 'where price_correction_id is not null';
    expect(await violated(`update selected_product set winning_price = 1 ${ofCorrected}`)).toMatch(
      /^selected_product_.*winning_price_fkey$/,
    );
    expect(await violated(`update selected_product set winning_price = null ${ofCorrected}`)).toMatch(/^selected_product_/);
    expect(
      await violated(`insert into winning_price_correction (id, selected_product_id, price_before, price_after, reason, approval_id, recorded_by)
        select gen_random_uuid(), s.id, 1, 2, 'by hand', gen_random_uuid(), 'owner' from selected_product s limit 1`),
    ).toBe('winning_price_correction_approval_id_selected_product_id_fkey');
    expect(await app.database.contents()).toEqual(before);
  });

  it('of a price above the one before the round, is refused', async () => {
    const { userErrors } = await record(app, 'correctWinningPrice', correction('N-c', '1'));
    expect(userErrors.map(({ code }) => code)).toEqual(['UNKNOWN_CODE']);
    await app.database.pool.query(`update selected_product set price_before = 20
      where product_id = (select id from product where code = 'N-a')`);
    const above = await record(app, 'correctWinningPrice', correction('N-a', '20.0001'));
    expect(above.userErrors.map(({ code }) => code)).toEqual(['PRICE_ABOVE_PRICE_BEFORE']);
  });

  it('leaves the file of the outcomes true: it repeats what was first published', async () => {
    const file = (price: string) =>
      importFile({
        database: app.database,
        table: selectedProductImport,
        source: Readable.from([
          'round_code,lot_code,product_code,basis,winning_price,price_unit,agreed_quantity,origin,provenance,confidence\n',
          `N,${theLot},N-b,BIDDING,${price},盒,1,PUBLIC_SOURCE,test,HIGH\n`,
        ]),
        fileName: 'outcomes.csv',
        recordedBy: 'test',
      });
    const blamed = async (price: string) => (await file(price)).errors.map(({ column }) => column);
    expect(await blamed('10')).not.toContain('winning_price');
    expect(await blamed('9.9999')).toContain('winning_price');
  });
});
