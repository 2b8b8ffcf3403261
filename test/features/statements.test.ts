import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { roundStates, type RoundAction, type RoundState } from '../../src/procurement/policy/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { approved, data, record, recorded, refusedWith } from '../support/build-recorder.ts';
import { bidInput, draft, evaluated, final, holders, inBidding, institutions, round7, theLot } from '../support/build-round.ts';

const shared = { scheme: 'national-drug', days: round7 };
const outcome = (more: object = {}) => ({
  roundCode: 'N-1',
  lotCode: theLot,
  productCode: 'ent-a',
  basis: 'BIDDING',
  winningPrice: '8',
  priceUnit: '片',
  agreedQuantity: 100,
  ...more,
});

describe('statements of the source texts', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', ['ent-a', 'ent-b', 'ent-c', 'ent-d']);
    await institutions(app, { 'hz-1': '330100', 'nj-1': '320100' });
    await evaluated(app, { ...shared, code: 'N-1' });
  });
  afterAll(() => app.stop());

  it('[S0-2] an outcome above the price before is refused; at it, it is a cut of 0 %', async () => {
    const above = await refusedWith(app, 'recordOutcome', outcome({ winningPrice: '8.0001', priceBefore: '8' }));
    expect(above).toMatchObject([
      {
        code: 'PRICE_ABOVE_PRICE_BEFORE',
        field: 'winningPrice',
        rule: 'procurement.price-cut',
        facts: [
          { name: 'priceBefore', value: '8.0000', unit: 'yuan' },
          { name: 'winningPrice', value: '8.0001', unit: 'yuan' },
        ],
      },
    ]);
    // The lot's own price before counts where the outcome names none in the same unit.
    const codes = async (more: object) => (await refusedWith(app, 'recordOutcome', outcome(more))).map(({ code }) => code);
    expect(await codes({ winningPrice: '10.0001' })).toEqual(['PRICE_ABOVE_PRICE_BEFORE']);
    const equal = await recorded(app, 'recordOutcome', outcome({ priceBefore: '8' }), 'winningPrice priceBefore');
    expect(equal).toMatchObject({ winningPrice: '8.0000', priceBefore: '8.0000' });
  });

  it('[S0-4] an outcome with a price only, or a quantity only, is refused', async () => {
    const codes = async (more: object) =>
      (await refusedWith(app, 'recordOutcome', outcome({ productCode: 'ent-b', ...more }))).map(({ code, rule }) => [code, rule]);
    expect(await codes({ agreedQuantity: null })).toEqual([['QUANTITY_MISSING', 'procurement.outcome-completeness']]);
    expect(await codes({ winningPrice: null })).toEqual([['PRICE_MISSING', 'procurement.outcome-completeness']]);
    const both = await recorded(app, 'recordOutcome', outcome({ productCode: 'ent-b' }), 'winningPrice agreedQuantity');
    expect(both).toMatchObject({ winningPrice: '8.0000', agreedQuantity: 100 });
  });

  it('[S0-6] a commitment changes only by an amendment, kept with its author, reason and time', async () => {
    await recorded(app, 'proposeSelection', { roundCode: 'N-1', agreementYear: 2022 });
    await final(app, 'N-1');
    const volume = { roundCode: 'N-1', productCode: 'ent-a', agreementYear: 2022 };
    await recorded(app, 'recordAgreedVolumes', { ...volume, volumes: [{ institutionCode: 'hz-1', quantity: 60 }] });
    // Recording it once more is no way to change it.
    expect(
      await refusedWith(app, 'recordAgreedVolumes', { ...volume, volumes: [{ institutionCode: 'hz-1', quantity: 61 }] }),
    ).toMatchObject([{ code: 'VOLUME_ALREADY_AGREED', rule: 'procurement.quantity-amendment' }]);
    const another: Partial<Caller> = { role: 'EXPERT', subject: 'expert-2' };
    const amend = (quantity: number, reason: string) => ({ ...volume, institutionCode: 'hz-1', quantity, reason });
    const first = await recorded(app, 'amendAgreedVolume', amend(80, '新增院区'), 'quantity amendments { quantityAfter }');
    expect(first).toMatchObject({ quantity: 80, amendments: [{ quantityAfter: 80 }] });
    await record(app, 'amendAgreedVolume', amend(70, '协议变更'), { caller: another });
    const { node } = await data<{ node: object }>(
      app,
      `query($id: ID!) { node(id: $id) { ... on AgreedVolume { quantity amendments { quantityBefore quantityAfter reason recordedBy recordedAt } } } }`,
      { id: first.id },
    );
    const recordedAt = '2026-11-21T04:00:00.000Z';
    expect(node).toEqual({
      quantity: 70,
      amendments: [
        { quantityBefore: 60, quantityAfter: 80, reason: '新增院区', recordedBy: 'EXPERT expert-1', recordedAt },
        { quantityBefore: 80, quantityAfter: 70, reason: '协议变更', recordedBy: 'EXPERT expert-2', recordedAt },
      ],
    });
  });

  it('[S0-10] a selection beyond the declared capacity does not become final; at the capacity it does', async () => {
    const demand = [
      { institution: 'hz-1', quantity: 1000 },
      { institution: 'nj-1', quantity: 1 },
    ];
    // One winner: 50 % of each province, 500 and 0.5 rounded half up.
    for (const [code, capacity] of [
      ['N-2', 500],
      ['N-3', 501],
    ] as const) {
      await evaluated(app, { ...shared, code, demand, bids: [{ product: 'ent-a', price: '1', capacity }] });
      await recorded(app, 'proposeSelection', { roundCode: code, agreementYear: 2022 });
      await recorded(app, 'publiciseSelection', { roundCode: code });
    }
    expect(await refusedWith(app, 'finaliseSelection', { roundCode: 'N-2' })).toMatchObject([
      {
        code: 'CAPACITY_BELOW_COMMITMENT',
        rule: 'procurement.capacity',
        facts: [
          { name: 'product', value: 'ent-a', unit: null },
          { name: 'declared', value: '500', unit: null },
          { name: 'committed', value: '501', unit: null },
        ],
      },
    ]);
    await approved(app, 'finaliseSelection', { roundCode: 'N-3' });
    expect(await data(app, '{ round(code: "N-3") { status } }')).toEqual({ round: { status: 'FINAL' } });
  });

  it('[S0-11] a bid without the declaration that its price is not below cost is refused; with it, it is kept', async () => {
    await inBidding(app, { ...shared, code: 'N-4' });
    const bid = bidInput('N-4', { product: 'ent-a', price: '1' });
    expect(await refusedWith(app, 'submitBid', { ...bid, declaredNotBelowCost: false })).toMatchObject([
      { code: 'COST_DECLARATION_MISSING', field: 'declaredNotBelowCost', rule: 'procurement.cost-declaration' },
    ]);
    expect(await recorded(app, 'submitBid', bid, 'declaredNotBelowCost')).toMatchObject({ declaredNotBelowCost: true });
  });
});

/** How each action of the table is asked for. */
const mutationOf: Record<RoundAction, string> = {
  openDemandReporting: 'openDemandReporting',
  openBidding: 'openBidding',
  openBids: 'openBids',
  proposeSelection: 'proposeSelection',
  publicise: 'publiciseSelection',
  finalise: 'finaliseSelection',
  putInForce: 'putRoundInForce',
  expire: 'expireRound',
  renew: 'renewRound',
};

describe('[RB8] the order of states', () => {
  let app: TestApp;
  const roundCode = 'N-1';
  const volume = { roundCode, productCode: 'ent-d', agreementYear: 2022 };
  const more: Partial<Record<string, object>> = {
    proposeSelection: { agreementYear: 2022 },
    putRoundInForce: { inForceFrom: '2022-11-01', termYears: 1 },
    renewRound: { renewalCode: 'N-2' },
  };
  /** What is recorded in a round without moving it, and where it may be. */
  const within: Record<string, { input: object; states: RoundState[] }> = {
    addLot: { input: { roundCode, code: 'lot-2', name: '单元', countingUnit: '片' }, states: ['DRAFT', 'DEMAND_REPORTING'] },
    reportDemand: { input: { roundCode, lotCode: theLot, institutionCode: 'hz-1', quantity: 1 }, states: ['DEMAND_REPORTING'] },
    submitBid: { input: bidInput(roundCode, { product: 'ent-a', price: '1' }), states: ['BIDDING'] },
    evaluateBids: { input: { roundCode }, states: ['OPENED'] },
    recordOutcome: { input: outcome({ productCode: 'ent-d' }), states: ['OPENED'] },
    recordAgreedVolumes: { input: { ...volume, volumes: [{ institutionCode: 'hz-1', quantity: 5 }] }, states: ['FINAL', 'IN_FORCE'] },
    amendAgreedVolume: { input: { ...volume, institutionCode: 'hz-1', quantity: 6, reason: '调整' }, states: ['FINAL', 'IN_FORCE'] },
  };
  /** Before anything is agreed there is no agreed volume to speak of. */
  const nothingToAmend: Partial<Record<RoundState, string>> = {
    DRAFT: 'NOT_SELECTED',
    DEMAND_REPORTING: 'NOT_SELECTED',
    BIDDING: 'NOT_SELECTED',
    OPENED: 'NOT_SELECTED',
    PROPOSED: 'VOLUME_NOT_AGREED',
    PUBLICISED: 'VOLUME_NOT_AGREED',
  };
  const life: RoundAction[] = [
    'openDemandReporting',
    'openBidding',
    'openBids',
    'proposeSelection',
    'publicise',
    'finalise',
    'putInForce',
    'expire',
    'renew',
  ];

  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', ['ent-a', 'ent-d']);
    await institutions(app, { 'hz-1': '330100' });
    await draft(app, { ...shared, code: roundCode });
    await recorded(app, 'addLot', { roundCode, code: theLot, name: '单元', countingUnit: '片' });
    // The renewal, final already.
    await evaluated(app, { ...shared, code: 'N-2', renews: roundCode });
    await recorded(app, 'recordOutcome', { ...outcome(), roundCode: 'N-2' });
    await recorded(app, 'proposeSelection', { roundCode: 'N-2', agreementYear: 2022 });
    await final(app, 'N-2');
  });
  afterAll(() => app.stop());

  it('names every action of the table', () => {
    expect(life.toSorted()).toEqual(Object.keys(roundStates.actions).toSorted());
    expect(Object.keys(roundStates.states)).toHaveLength(10);
  });

  it.each(Object.keys(roundStates.states) as RoundState[])('%s allows what the table says, and refuses all else', async (state) => {
    const { round } = await data<{ round: { status: string } }>(app, `{ round(code: "${roundCode}") { status } }`, {}, { role: 'AUDITOR' });
    expect(round.status).toBe(state);
    const before = await app.database.contents();
    for (const action of life.filter((each) => !roundStates.may(each, state))) {
      const { object, userErrors } = await record(app, mutationOf[action], { roundCode, ...more[mutationOf[action]] });
      expect([action, object]).toEqual([action, null]);
      expect(userErrors[0]).toMatchObject({
        code: 'ACTION_NOT_ALLOWED_IN_STATE',
        rule: 'procurement.round-states',
        facts: [
          { name: 'state', value: state },
          { name: 'requiredStates', value: roundStates.actions[action].from.join('|') },
          { name: 'action', value: action },
        ],
      });
    }
    for (const [name, { input }] of Object.entries(within).filter(([, { states }]) => !states.includes(state))) {
      const { object, userErrors } = await record(app, name, input);
      expect([name, object]).toEqual([name, null]);
      const code = (name === 'amendAgreedVolume' ? nothingToAmend[state] : undefined) ?? 'ACTION_NOT_ALLOWED_IN_STATE';
      expect([name, userErrors[0]?.code]).toEqual([name, code]);
    }
    expect(await app.database.contents()).toEqual(before);

    for (const [name, { input, states }] of Object.entries(within)) {
      if (states.indexOf(state) === 0) await recorded(app, name, input);
    }
    const next = life.find((each) => roundStates.may(each, state));
    // Both ways out of force are taken: this round expires, and is renewed after that.
    if (next)
      await (next === 'finalise' ? approved : recorded)(app, mutationOf[next], {
        roundCode,
        ...more[mutationOf[next]],
        ...(next.startsWith('open') ? { on: round7.opening } : {}),
      });
  });
});
