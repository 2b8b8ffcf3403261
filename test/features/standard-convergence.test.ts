import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ConvergenceDocument } from '../../schema/client/graphql.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { agencyOf } from '../support/build-prepayment.ts';
import { approver, data, record } from '../support/build-recorder.ts';
import { holders } from '../support/build-round.ts';
import { approvedOf, capOf, inEffect, standardOn, traded } from '../support/build-standard.ts';

/** SYNTHETIC: a stent that nobody selected, made for the test; the round, its prices and its days are on record. */
const stent = 'SYNTHETIC-STENT';
const area = '330100';

describe.each(inject('servers'))('caps of non-selected stents against the 2020 round on $name', ({ url }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server: url });
    await holders(app, 'STENT', [stent, 'SYNTHETIC-CHEAP', 'SYNTHETIC-JUMP', 'SYNTHETIC-BARE']);
    for (const productCode of [stent, 'SYNTHETIC-CHEAP', 'SYNTHETIC-JUMP']) {
      for (const price of ['2990', '2700']) expect((await traded(app, area, { productCode, price })).userErrors).toEqual([]);
    }
  });
  afterAll(() => app.stop());

  const standard = (asOf: string, knownAt: string | null = null, of = area) => standardOn(app, { product: stent, area: of, asOf, knownAt });

  it('[S1-18] [S1-20] [S1-21] [RE4] a cap is proposed by the agency, approved by another, and its whole path can be asked for today', async () => {
    const before = new Date().toISOString();
    const proposed = await record(app, 'proposeConvergence', capOf(stent, area), {
      caller: agencyOf(area),
      selection: 'status facts { name value unit } changes { table column to }',
    });
    expect(proposed.userErrors).toEqual([]);
    expect(proposed.object).toMatchObject({
      status: 'OPEN',
      facts: [
        { name: 'highestWinningPrice', value: '798.0000', unit: 'yuan/个' },
        { name: 'transactionPrices', value: '2', unit: null },
      ],
    });
    expect(await standard('2021-02-01')).toMatchObject({ amount: null, reason: 'NO_STANDARD' });
    const own = await record(app, 'decideProposal', { proposalId: proposed.object!.id, decision: 'APPROVE' }, { caller: agencyOf(area) });
    expect(own.errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    const done = await record(app, 'decideProposal', { proposalId: proposed.object!.id, decision: 'APPROVE' }, { caller: approver });
    expect(done.userErrors).toEqual([]);

    const days: [string, string | null][] = [
      ['2021-01-30', null],
      ['2021-01-31', '2850.0000'],
      ['2021-07-30', '2850.0000'],
      ['2021-07-31', '2337.0000'],
      ['2022-01-30', '2337.0000'],
      ['2022-01-31', '1824.0000'],
      ['2022-07-31', '1311.0000'],
      ['2023-01-30', '1311.0000'],
      ['2023-01-31', '798.0000'],
      ['2030-01-01', '798.0000'],
    ];
    for (const [asOf, amount] of days) expect([asOf, (await standard(asOf))?.amount]).toEqual([asOf, amount]);
    expect(await standard('2022-08-01')).toMatchObject({
      basis: 'LOCAL_CAP',
      validFrom: '2022-07-31',
      validTo: '2023-01-31',
      explanation: { rule: 'standard.convergence' },
    });
    expect(await standard('2022-08-01', before)).toMatchObject({ amount: null, reason: 'NO_STANDARD' });
    // For its own area only.
    expect(await standard('2022-08-01', null, '330200')).toMatchObject({ amount: null });
    expect(await standard('2022-08-01', null, '330000')).toMatchObject({ amount: null });
  });

  it('[RE4] Convergence of the contract tells the whole path', async () => {
    const { data: told, errors } = await app.ask(ConvergenceDocument, { product: stent, area });
    expect(errors).toBeUndefined();
    expect(told!.convergenceSchedule).toMatchObject({
      startsOn: '2021-01-31',
      deadline: '2023-01-31',
      targetAmount: '798.0000',
      steps: [
        { effectiveFrom: '2021-07-31', amount: '2337.0000' },
        { effectiveFrom: '2022-01-31', amount: '1824.0000' },
        { effectiveFrom: '2022-07-31', amount: '1311.0000' },
        { effectiveFrom: '2023-01-31', amount: '798.0000' },
      ],
      explanation: { rule: 'standard.convergence' },
    });
    expect(told!.convergenceSchedule!.explanation.source.length).toBeGreaterThan(3);
    const nothing = await app.ask(ConvergenceDocument, { product: 'FIREBIRD2', area });
    expect(nothing).toEqual({ data: { convergenceSchedule: null } });
  });

  it('the schedule points to its product, area, round and, for who may see it, its approval', async () => {
    const document = `{ convergenceSchedule(productCode: "${stent}", areaCode: "${area}") { basis startAmount mode product { code } area { code } round { code } approval { operation } } }`;
    expect(await data(app, document, {}, approver)).toEqual({
      convergenceSchedule: {
        basis: 'LOCAL_CAP',
        startAmount: '2850.0000',
        mode: 'HALF_YEARS',
        product: { code: stent },
        area: { code: area },
        round: { code: 'GH-HD2020-1' },
        approval: { operation: 'proposeConvergence' },
      },
    });
    expect(await data(app, document)).toMatchObject({ convergenceSchedule: { approval: null } });
    const lists = `{ transactionPrices(filter: { productCode: { eq: "${stent}" } }) { totalCount nodes { price priceUnit quantity area { code } product { code } } } }`;
    expect(await data(app, lists)).toEqual({
      transactionPrices: {
        totalCount: 2,
        nodes: ['2990.0000', '2700.0000'].map((price) => ({
          price,
          priceUnit: '个',
          quantity: 20,
          area: { code: area },
          product: { code: stent },
        })),
      },
    });
  });

  it('a schedule that was approved is corrected by another one, and what was known then stays', async () => {
    const known = new Date().toISOString();
    await approvedOf(app, area, 'proposeConvergence', capOf(stent, area, { capAmount: '2800', mode: 'YEARS' }));
    expect(await standard('2021-07-31')).toMatchObject({ amount: '2800.0000' });
    expect(await standard('2022-01-31')).toMatchObject({ amount: '1799.0000' });
    expect(await standard('2022-01-31', known)).toMatchObject({ amount: '1824.0000' });
    const schedule = `query($asOf: Date, $knownAt: DateTime) {
      convergenceSchedule(productCode: "${stent}", areaCode: "${area}", asOf: $asOf, knownAt: $knownAt) { startAmount mode } }`;
    const mode = async (variables: object) =>
      (await data<{ convergenceSchedule: { mode: string } | null }>(app, schedule, variables)).convergenceSchedule?.mode ?? null;
    expect(await mode({})).toBe('YEARS');
    expect(await mode({ knownAt: known })).toBe('HALF_YEARS');
    expect(await mode({ knownAt: '2020-12-31T00:00:00Z' })).toBeNull();
    expect([await mode({ asOf: '2021-01-31' }), await mode({ asOf: '2021-01-30' })]).toEqual(['YEARS', null]);
    const ahead = await app.ask(schedule, { knownAt: '2999-01-01T00:00:00Z' });
    expect(ahead.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
  });

  it('[T12] a renewal of the round makes a new schedule; the target of the running one stays that of its round', async () => {
    await app.database.pool.query(`
      insert into lot (id, round_id, code, name, counting_unit, provenance, confidence)
        select gen_random_uuid(), id, 'synthetic', '支架', '个', 'SYNTHETIC: made for a test', 'SYNTHETIC' from round where code = 'GH-HD2022-renewal';
      insert into selected_product (id, round_id, lot_id, product_id, basis, experts, winning_price, price_unit, origin, provenance, confidence)
        select gen_random_uuid(), r.id, l.id, p.id, 'BIDDING', '{}', 848, '个', 'PUBLIC_SOURCE', 'SYNTHETIC: made for a test', 'SYNTHETIC'
        from round r join lot l on l.round_id = r.id and l.code = 'synthetic' join product p on p.code = 'FIREBIRD2' where r.code = 'GH-HD2022-renewal'`);
    expect((await inEffect(app, area, { roundCode: 'GH-HD2022-renewal', effectiveFrom: '2023-02-10' })).userErrors).toEqual([]);
    expect(await standard('2023-02-10')).toMatchObject({ amount: '798.0000' });
    await approvedOf(
      app,
      area,
      'proposeConvergence',
      capOf(stent, area, { roundCode: 'GH-HD2022-renewal', capAmount: '840', mode: 'QUARTERS' }),
    );
    expect(await standard('2023-02-09')).toMatchObject({ amount: '798.0000' });
    expect(await standard('2023-02-10')).toMatchObject({ amount: '840.0000' });
    expect(await standard('2022-01-31')).toMatchObject({ amount: '1799.0000' });
    // The selected product: the renewal takes over on its own day.
    const firebird = (asOf: string) => standardOn(app, { product: 'FIREBIRD2', area, asOf });
    expect(await firebird('2023-01-30')).toMatchObject({ amount: '590.0000', validTo: '2023-01-31' });
    expect(await firebird('2023-02-09')).toMatchObject({ amount: null, reason: 'NOT_ON_RECORD' });
    expect(await firebird('2023-02-10')).toMatchObject({ amount: '848.0000', validFrom: '2023-02-10' });
  });

  it('a renewal takes over on its own day, also where the term before it has not ended', async () => {
    const of = '320100';
    await inEffect(app, of, { effectiveFrom: '2021-01-20', effectiveTo: '2023-01-20' });
    await inEffect(app, of, { roundCode: 'GH-HD2022-renewal', effectiveFrom: '2022-12-31' });
    const firebird = (asOf: string) => standardOn(app, { product: 'FIREBIRD2', area: of, asOf });
    expect(await firebird('2022-12-30')).toMatchObject({ amount: '590.0000', validTo: '2022-12-31' });
    expect(await firebird('2022-12-31')).toMatchObject({ amount: '848.0000', validFrom: '2022-12-31', validTo: null });
  });

  it('[E12] a cap that is not above the target needs no step and is never raised', async () => {
    await approvedOf(app, area, 'proposeConvergence', capOf('SYNTHETIC-CHEAP', area, { capAmount: '780' }));
    const cheap = (asOf: string) => standardOn(app, { product: 'SYNTHETIC-CHEAP', area, asOf });
    expect(await cheap('2021-01-31')).toMatchObject({ amount: '780.0000', validTo: null });
    expect(await cheap('2025-01-31')).toMatchObject({ amount: '780.0000' });
    const steps = [{ effectiveFrom: '2021-07-31', amount: '798' }];
    const raised = await record(app, 'proposeConvergence', capOf('SYNTHETIC-CHEAP', area, { capAmount: '780', mode: 'OWN_STEPS', steps }), {
      caller: agencyOf(area),
    });
    expect(raised.userErrors).toMatchObject([{ code: 'STEP_RISES', rule: 'standard.convergence' }]);
  });

  it('[S1-20] a single jump is allowed, and warned of with the proposal', async () => {
    const steps = [{ effectiveFrom: '2023-01-31', amount: '798' }];
    const proposed = await record(
      app,
      'proposeConvergence',
      capOf('SYNTHETIC-JUMP', area, { mode: 'OWN_STEPS', steps, capAmount: '3000' }),
      {
        caller: agencyOf(area),
        selection: 'facts { name }',
      },
    );
    expect(proposed.userErrors).toEqual([]);
    const names = (proposed.object!['facts'] as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(['highestWinningPrice', 'transactionPrices', 'warning SINGLE_JUMP', 'warning CAP_ABOVE_TRANSACTION_PRICES']);
    const withdrawn = await record(
      app,
      'decideProposal',
      { proposalId: proposed.object!.id, decision: 'WITHDRAW' },
      { caller: agencyOf(area), selection: 'status' },
    );
    expect(withdrawn).toMatchObject({ object: { status: 'WITHDRAWN' }, userErrors: [] });
  });

  it('prices recorded since the proposal make it stale: other grounds than were looked at', async () => {
    const { object } = await record(app, 'proposeConvergence', capOf('SYNTHETIC-JUMP', area), { caller: agencyOf(area) });
    await traded(app, area, { productCode: 'SYNTHETIC-JUMP', price: '1500' });
    const late = await record(app, 'decideProposal', { proposalId: object!.id, decision: 'APPROVE' }, { caller: approver });
    expect(late.userErrors).toMatchObject([{ code: 'PROPOSAL_STALE' }]);
  });

  describe('tryConvergence', () => {
    const ask = `query($input: TryConvergenceInput!) { tryConvergence(input: $input) {
      userErrors { code field rule facts { name value unit } } warnings { kind message messageZh } startsOn deadline targetAmount priceUnit steps { effectiveFrom amount } } }`;
    const tried = async (more: object) => {
      const { source: _source, ...input } = capOf(stent, area, more) as Record<string, unknown>;
      return (await data<{ tryConvergence: Record<string, unknown> & { userErrors: { code: string }[] } }>(app, ask, { input }))
        .tryConvergence;
    };

    it('judges without recording, and gives the steps as they would be', async () => {
      const before = await app.database.contents();
      expect(await tried({})).toMatchObject({
        userErrors: [],
        warnings: [],
        startsOn: '2021-01-31',
        deadline: '2023-01-31',
        targetAmount: '798.0000',
        priceUnit: '个',
      });
      expect((await tried({ mode: 'QUARTERS' }))['steps']).toHaveLength(8);
      expect(await app.database.contents()).toEqual(before);
    });

    it('[E13] [E14] names everything that is wrong at once, with figures', async () => {
      const steps = [
        { effectiveFrom: '2021-07-31', amount: '1800' },
        { effectiveFrom: '2022-01-31', amount: '1900' },
        { effectiveFrom: '2023-02-01', amount: '800' },
      ];
      const { userErrors, steps: told } = await tried({ mode: 'OWN_STEPS', steps });
      expect(told).toHaveLength(3);
      expect(userErrors).toEqual([
        {
          code: 'STEP_RISES',
          field: 'steps.1',
          rule: 'standard.convergence',
          facts: [
            { name: 'amount', value: '1900.0000', unit: 'yuan/个' },
            { name: 'previous', value: '1800.0000', unit: 'yuan/个' },
          ],
        },
        {
          code: 'CONVERGENCE_ENDS_LATE',
          field: 'steps',
          rule: 'standard.convergence',
          facts: [
            { name: 'lastStep', value: '2023-02-01', unit: null },
            { name: 'startsOn', value: '2021-01-31', unit: null },
            { name: 'deadline', value: '2023-01-31', unit: null },
          ],
        },
        {
          code: 'CONVERGENCE_ENDS_ABOVE_TARGET',
          field: 'steps',
          rule: 'standard.convergence',
          facts: [
            { name: 'lastAmount', value: '800.0000', unit: 'yuan/个' },
            { name: 'targetAmount', value: '798.0000', unit: 'yuan/个' },
          ],
        },
      ]);
    });

    it('tells what it can of a schedule that names nothing on record', async () => {
      const trial = await tried({ productCode: 'nobody', areaCode: '999999', roundCode: 'nowhere', capAmount: '0' });
      expect(trial.userErrors.map(({ code }) => code)).toEqual(['UNKNOWN_CODE', 'UNKNOWN_CODE', 'UNKNOWN_CODE', 'MALFORMED_PRICE']);
      expect(trial).toMatchObject({ startsOn: null, deadline: null, steps: [] });
    });
  });
});
