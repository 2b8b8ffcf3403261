import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { PaymentStandardDocument } from '../../schema/client/graphql.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { record } from '../support/build-recorder.ts';
import { agencyOf } from '../support/build-prepayment.ts';

const question = `query($product: String!, $area: String!, $asOf: Date!, $knownAt: DateTime) {
  paymentStandard(productCode: $product, areaCode: $area, asOf: $asOf, knownAt: $knownAt) { amount reason basis inScope validFrom validTo area { code } } }`;
interface Standard {
  readonly amount: string | null;
  readonly reason: string | null;
  readonly basis: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

describe.each(inject('servers'))('payment standards of selected products on $name', ({ url }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server: url });
  });
  afterAll(() => app.stop());

  const standard = async (product: string, area: string, asOf: string, knownAt: string | null = null) => {
    const { data, errors } = await app.ask<{ paymentStandard: Standard | null }>(question, { product, area, asOf, knownAt });
    expect(errors).toBeUndefined();
    return data!.paymentStandard;
  };
  const inEffect = (area: string, input: object) =>
    record(
      app,
      'putResultInEffect',
      { roundCode: 'GH-HD2020-1', source: '通知', ...input },
      { caller: agencyOf(area), selection: 'effectiveFrom' },
    );

  it('[S1-15] [S1-16] [RE1] the winning price of the 2020 round is the standard, in scope in full, from the day that stands in', async () => {
    const { data, errors } = await app.ask(PaymentStandardDocument, { product: 'FIREBIRD2', area: '330000', asOf: '2021-01-31' });
    expect(errors).toBeUndefined();
    expect(data!.paymentStandard).toMatchObject({
      amount: '590.0000',
      basis: 'WINNING_PRICE',
      inScope: true,
      validFrom: '2021-01-31',
      validTo: '2023-01-31',
      product: { code: 'FIREBIRD2' },
      area: { code: '330000' },
      explanation: {
        rule: 'standard.selected-product',
        inputs: expect.arrayContaining([{ name: 'winningPrice', value: '590.0000', unit: 'yuan/个' }]),
      },
    });
    expect(await standard('FIREBIRD2', '330000', '2021-01-30')).toMatchObject({ amount: null, reason: 'NO_STANDARD', basis: null });
    expect(await standard('FIREBIRD2', '330000', '2023-01-30')).toMatchObject({ amount: '590.0000' });
  });

  it('[T12] what is not on record is null and says so: a price, and the days after the term', async () => {
    expect(await standard('HELIOS', '330000', '2022-06-01')).toMatchObject({
      amount: null,
      reason: 'NOT_ON_RECORD',
      basis: 'WINNING_PRICE',
    });
    expect(await standard('FIREBIRD2', '330000', '2023-01-31')).toMatchObject({ amount: null, reason: 'NOT_ON_RECORD', basis: null });
    expect(await standard('nowhere', '330000', '2022-06-01')).toBeNull();
  });

  it('a pooling area has the day of its province until it records its own, and what was known then stays', async () => {
    expect(await standard('FIREBIRD2', '330100', '2021-01-31')).toMatchObject({ amount: '590.0000', area: { code: '330100' } });
    const before = new Date().toISOString();
    expect((await inEffect('330100', { effectiveFrom: '2021-01-09', effectiveTo: '2023-01-09' })).object).toMatchObject({
      effectiveFrom: '2021-01-09',
    });
    expect(await standard('FIREBIRD2', '330100', '2021-01-09')).toMatchObject({ amount: '590.0000', validFrom: '2021-01-09' });
    expect(await standard('FIREBIRD2', '330100', '2021-01-09', before)).toMatchObject({ amount: null, reason: 'NO_STANDARD' });
    expect(await standard('FIREBIRD2', '330100', '2021-01-31', before)).toMatchObject({ amount: '590.0000', validFrom: '2021-01-31' });
    expect(await standard('FIREBIRD2', '330200', '2021-01-09')).toMatchObject({ amount: null });
  });

  it('[S1-6] the document that they rest on keeps its printed date, before its own tender, beside the corrected one', async () => {
    const asked = '{ policyDocument(code: "stent-support-2021") { dateAsPrinted dateCorrected } round(code: "GH-HD2020-1") { openedOn } }';
    const { data } = await app.ask(asked);
    expect(data).toEqual({
      policyDocument: { dateAsPrinted: '2020-02-17', dateCorrected: '2021-02' },
      round: { openedOn: '2020-11-05' },
    });
  });
});
