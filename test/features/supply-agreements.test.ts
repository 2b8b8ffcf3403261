import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { agencyOf, appointed, enterpriseOf, institutionOf, promised, toSign, type PromiseGiven } from '../support/build-agreement.ts';
import { recordBatch, recordedRows, rowRefusedWith } from '../support/build-batch.ts';
import { approved, data, record, recorded, refusedWith, type Row } from '../support/build-recorder.ts';
import { theLot } from '../support/build-round.ts';

const given: PromiseGiven = {
  round: 'S1',
  product: 'resolute',
  price: '648',
  promised: {
    'hz-1': { area: '330100', quantity: 1000 },
    'hz-2': { area: '330100', quantity: 333 },
    'nj-1': { area: '320100', quantity: 500 },
  },
};
const inBoxes: PromiseGiven = {
  round: 'S2',
  product: 'boxed',
  price: '10',
  units: 7,
  promised: { 'hz-3': { area: '330100', quantity: 1 } },
};

const shown = `number agreementYear signedOn inForceFrom inForceTo unitPrice priceUnit unitsPerPriceUnit payee agreedQuantity agreedAmount
  institution { code } enterprise { code } product { code } distributor { code } agreedVolume { quantity amendments { reason } }`;

describe.each(inject('servers'))('agreements on $name', ({ url }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server: url });
    await promised(app, given);
    await promised(app, inBoxes);
  });
  afterAll(() => app.stop());

  const agreements = async (filter: object, selection = shown) => {
    const { agreements: found } = await data<{ agreements: { nodes: Row[] } }>(
      app,
      `query($filter: AgreementListFilter) { agreements(first: 50, filter: $filter) { nodes { id ${selection} } } }`,
      { filter },
      { role: 'EXPERT', subject: 'expert-1' },
    );
    return found.nodes;
  };

  it('[S0-6] refuses to sign what is not promised, at any other time or term, and says all that is wrong', async () => {
    const cases: [object, string[]][] = [
      [
        { roundCode: 'none', productCode: 'none', institutionCode: 'none' },
        ['UNKNOWN_CODE roundCode', 'UNKNOWN_CODE productCode', 'UNKNOWN_CODE institutionCode'],
      ],
      [{ productCode: 'boxed' }, ['NOT_SELECTED productCode']],
      [{ institutionCode: 'hz-3' }, ['VOLUME_NOT_AGREED institutionCode']],
      [{ agreementYear: 2022, inForceFrom: '2022-01-20' }, ['VOLUME_NOT_AGREED institutionCode']],
      [{ signedOn: '2026-11-22' }, ['DATE_IN_FUTURE signedOn', 'SIGNED_AFTER_END signedOn']],
      [{ signedOn: '2020-11-04' }, ['DATE_BEFORE_PREVIOUS_ACT signedOn']],
      [{ inForceFrom: '2021-01-19' }, ['AGREEMENT_OUTSIDE_TERM inForceFrom']],
      [{ inForceTo: '2022-01-21' }, ['AGREEMENT_LONGER_THAN_YEAR inForceTo']],
      [{ inForceTo: '2021-01-20' }, ['AGREEMENT_ENDS_BEFORE_START inForceTo', 'SIGNED_AFTER_END signedOn']],
      [
        { agreementYear: 2020, number: ' ' },
        ['MALFORMED_TEXT number', 'AGREEMENT_YEAR_DIFFERS inForceFrom', 'VOLUME_NOT_AGREED institutionCode'],
      ],
    ];
    for (const [more, codes] of cases) {
      const refusals = await rowRefusedWith(app, 'signAgreements', toSign('S1', 'resolute', 'hz-1', more));
      expect([more, refusals.map(({ code, field }) => `${code} ${field}`)]).toEqual([more, codes]);
    }
  });

  it('refuses to sign about a round that is not final, and what is no longer selected or has no price that an agreement could have', async () => {
    await recorded(app, 'draftRound', { code: 'S3', name: '批次', category: 'STENT', organiser: 'NATIONAL', scheme: 'national-stent' });
    const codes = async (round: string, product: string, institution: string) =>
      (await rowRefusedWith(app, 'signAgreements', toSign(round, product, institution))).map(({ code, field }) => `${code} ${field}`);
    expect(await codes('S3', 'resolute', 'hz-1')).toEqual(['ROUND_NOT_FINAL roundCode', 'NOT_SELECTED productCode']);
    await promised(app, { round: 'S4', product: 'withdrawn', price: '1', promised: { 'hz-4': { area: '330100', quantity: 1 } } });
    await app.database.pool.query(
      `update selected_product set withdrawn_on = '2021-01-20', price_unit = '箱' where product_id = (select id from product where code = 'withdrawn')`,
    );
    expect(await codes('S4', 'withdrawn', 'hz-4')).toEqual(['SELECTION_WITHDRAWN productCode', 'PRICE_UNIT_NOT_ON_RECORD productCode']);
  });

  it('[S0-4] signs a batch at the winning price, each under its number, with the distributor that was chosen', async () => {
    await appointed(app, 'S1', 'resolute', '330100', 'carrier', { payee: 'DISTRIBUTOR' });
    const rows = ['hz-1', 'nj-1'].map((institution) => toSign('S1', 'resolute', institution));
    const [first, second] = await recordedRows(
      app,
      'signAgreements',
      [{ ...rows[0]! }, { ...rows[1]!, number: 'N-1', inForceTo: '2021-12-31' }],
      {
        selection: shown,
      },
    );
    expect(first).toMatchObject({
      number: '2021-hz-1-resolute',
      agreementYear: 2021,
      signedOn: '2021-01-20',
      inForceFrom: '2021-01-20',
      inForceTo: '2022-01-20',
      unitPrice: '648.0000',
      priceUnit: '个',
      unitsPerPriceUnit: 1,
      payee: 'DISTRIBUTOR',
      agreedQuantity: 1000,
      agreedAmount: '648000.00',
      institution: { code: 'hz-1' },
      enterprise: { code: 'resolute' },
      product: { code: 'resolute' },
      distributor: { code: 'carrier' },
      agreedVolume: { quantity: 1000, amendments: [] },
    });
    expect(second).toMatchObject({ number: 'N-1', inForceTo: '2021-12-31', payee: 'ENTERPRISE', distributor: null });
  });

  it('rounds the agreed amount half up once, where a price is for several units', async () => {
    const [agreement] = await recordedRows(app, 'signAgreements', [toSign('S2', 'boxed', 'hz-3')], { selection: shown });
    expect(agreement).toMatchObject({ unitPrice: '10.0000', unitsPerPriceUnit: 7, agreedQuantity: 1, agreedAmount: '1.43' });
  });

  it('refuses a second agreement and a number that is taken, in the batch and on record', async () => {
    const [again] = await rowRefusedWith(app, 'signAgreements', toSign('S1', 'resolute', 'hz-1', { number: 'N-2' }));
    expect(again).toMatchObject({ code: 'AGREEMENT_ALREADY_SIGNED', rule: 'procurement.quantity-amendment' });
    const row = toSign('S1', 'resolute', 'hz-2');
    const { results } = await recordBatch(app, 'signAgreements', [row, row, { ...row, number: '2021-hz-1-resolute' }]);
    expect(results.map(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([
      [],
      ['AGREEMENT_ALREADY_SIGNED', 'CODE_TAKEN'],
      ['AGREEMENT_ALREADY_SIGNED', 'CODE_TAKEN'],
    ]);
    expect(await agreements({ institutionCode: { eq: 'hz-2' } })).toEqual([]);
  });

  it('finds agreements by the day on which they hold', async () => {
    const on = async (day: string) => (await agreements({ inForceOn: day }, 'number')).map(({ number }) => number);
    expect(await on('2021-01-19')).toEqual([]);
    expect(await on('2021-12-30')).toEqual(['2021-hz-1-resolute', 'N-1', '2021-hz-3-boxed']);
    expect(await on('2021-12-31')).toEqual(['2021-hz-1-resolute', '2021-hz-3-boxed']);
    expect(await on('2022-01-20')).toEqual([]);
  });

  const amendment = (more: object) => ({ areaCode: '330100', agreementNumber: '2021-hz-1-resolute', reason: '病区扩建', ...more });

  it('[S0-6] changes an agreement by a recorded amendment only, and keeps author, reason and time', async () => {
    const changed = await recorded(
      app,
      'amendAgreement',
      amendment({ quantity: 1200, inForceTo: '2021-12-31' }),
      `${shown} amendments {
      quantityBefore quantityAfter unitPriceBefore unitPriceAfter inForceToBefore inForceToAfter reason recordedBy recordedAt }`,
    );
    expect(changed).toMatchObject({ agreedQuantity: 1200, agreedAmount: '777600.00', inForceTo: '2021-12-31' });
    expect(changed['agreedVolume']).toEqual({ quantity: 1200, amendments: [{ reason: '病区扩建' }] });
    expect(changed['amendments']).toEqual([
      {
        quantityBefore: 1000,
        quantityAfter: 1200,
        unitPriceBefore: '648.0000',
        unitPriceAfter: '648.0000',
        inForceToBefore: '2022-01-20',
        inForceToAfter: '2021-12-31',
        reason: '病区扩建',
        recordedBy: 'EXPERT expert-1',
        recordedAt: '2026-11-21T04:00:00.000Z',
      },
    ]);
    const mutations = await data<{ __schema: { mutationType: { fields: { name: string }[] } } }>(
      app,
      '{ __schema { mutationType { fields { name } } } }',
    );
    const names = mutations.__schema.mutationType.fields.map(({ name }) => name);
    expect(names.filter((name) => /agree/i.test(name))).toEqual(
      expect.arrayContaining(['signAgreements', 'amendAgreement', 'recordAgreedVolumes', 'amendAgreedVolume']),
    );
    expect(names.filter((name) => /agree/i.test(name))).toHaveLength(4);
  });

  it.each([
    [{ agreementNumber: 'none', quantity: 1 }, ['AGREEMENT_NOT_FOUND agreementNumber']],
    [{}, ['AMENDMENT_CHANGES_NOTHING null']],
    [{ quantity: 1200, unitPrice: '648', inForceTo: '2021-12-31' }, ['AMENDMENT_CHANGES_NOTHING null']],
    [{ quantity: 0 }, ['QUANTITY_NOT_POSITIVE quantity']],
    [{ quantity: 1300, reason: ' ' }, ['MALFORMED_TEXT reason']],
    [{ unitPrice: '647.99' }, ['PRICE_NOT_WINNING_PRICE unitPrice']],
    [{ unitPrice: '0' }, ['MALFORMED_PRICE unitPrice']],
    [{ inForceTo: '2022-01-21' }, ['AGREEMENT_LONGER_THAN_YEAR inForceTo']],
  ])('[S0-6] refuses the amendment %j', async (more, codes) => {
    const refusals = await refusedWith(app, 'amendAgreement', amendment(more));
    expect(refusals.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it('[S0-6] follows a corrected winning price by an amendment, and to no other price', async () => {
    const correction = { roundCode: 'S1', lotCode: theLot, productCode: 'resolute', winningPrice: '645', reason: '印刷错误' };
    await approved(app, 'correctWinningPrice', correction);
    const [before] = await agreements({ number: { eq: '2021-hz-1-resolute' } });
    expect(before).toMatchObject({ unitPrice: '648.0000' });
    expect((await refusedWith(app, 'amendAgreement', amendment({ unitPrice: '644.9999' }))).map(({ code }) => code)).toEqual([
      'PRICE_NOT_WINNING_PRICE',
    ]);
    const changed = await recorded(
      app,
      'amendAgreement',
      amendment({ unitPrice: '645' }),
      'unitPrice agreedAmount amendments { unitPriceAfter }',
    );
    expect(changed).toMatchObject({ unitPrice: '645.0000', agreedAmount: '774000.00' });
    const [later] = await recordedRows(app, 'signAgreements', [toSign('S1', 'resolute', 'hz-2')], { selection: 'unitPrice agreedAmount' });
    expect(later).toMatchObject({ unitPrice: '645.0000', agreedAmount: '214785.00' });
  });

  it('[S0-7] shows an agreement to its parties, to its area and to those who check, and to nobody else', async () => {
    const seen = async (caller?: object) => {
      const document = '{ agreements(first: 50) { nodes { number } } }';
      const { agreements: found } = await data<{ agreements: { nodes: { number: string }[] } }>(app, document, {}, caller);
      return found.nodes.map(({ number }) => number);
    };
    const all = ['2021-hz-1-resolute', 'N-1', '2021-hz-3-boxed', '2021-hz-2-resolute'];
    for (const role of ['EXPERT', 'APPROVER', 'AUDITOR'] as const) expect(await seen({ role, subject: role })).toEqual(all);
    expect(await seen(enterpriseOf('resolute'))).toEqual(['2021-hz-1-resolute', 'N-1', '2021-hz-2-resolute']);
    expect(await seen(enterpriseOf('boxed'))).toEqual(['2021-hz-3-boxed']);
    expect(await seen(enterpriseOf('carrier'))).toEqual([]);
    expect(await seen(institutionOf('hz-2'))).toEqual(['2021-hz-2-resolute']);
    expect(await seen(agencyOf('330100'))).toEqual(['2021-hz-1-resolute', '2021-hz-3-boxed', '2021-hz-2-resolute']);
    expect(await seen(agencyOf('320100'))).toEqual(['N-1']);
    for (const caller of [undefined, { role: 'SETTLEMENT', subject: 's' }]) expect(await seen(caller)).toEqual([]);
  });

  it('is signed and amended by an expert only', async () => {
    for (const caller of [
      enterpriseOf('resolute'),
      institutionOf('hz-1'),
      agencyOf('330100'),
      { role: 'AUDITOR', subject: 'a' } as const,
    ]) {
      const before = await app.database.contents();
      const { errors } = await recordBatch(app, 'signAgreements', [toSign('S1', 'resolute', 'hz-1')], { caller });
      expect(errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
      expect((await record(app, 'amendAgreement', amendment({ quantity: 5 }), { caller })).errors.map(({ code }) => code)).toEqual([
        'FORBIDDEN',
      ]);
      expect(await app.database.contents()).toEqual(before);
    }
  });
});
