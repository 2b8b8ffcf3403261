import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { approver, data, recorded } from '../support/build-recorder.ts';
import { acts, delegate, signed, talkDays, talkInput } from '../support/build-negotiation.ts';
import { holders } from '../support/build-round.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await holders(app, 'DRUG', ['maker', 'rival', 'third']);
});
afterAll(() => app.stop());

const talk = `query($code: String!) { negotiation(code: $code) {
  status commitment { commitment sealedOn } expectedPrice { price openedOn corridor { rule sentence steps { value unit } } }
  participants { nodes { side name isLeader } } offers { nodes { sequence kind side price minutes occurredOn recordedBy } }
  transitions { action fromStatus toStatus occurredOn } terms { price paymentScope inForceFrom inForceTo agreedQuantity }
  signatures { capacity person } outcomes { nodes { price } } } }`;

describe('[RH1, RH3, E29] a talk that succeeds', () => {
  const code = 'T-1';

  it('[S0-1] names both sides', async () => {
    await recorded(app, 'prepareNegotiation', talkInput(code));
    const { negotiation } = await data<{ negotiation: Record<string, unknown> }>(app, talk, { code }, expert);
    expect(negotiation).toMatchObject({ status: 'PREPARED', commitment: null, expectedPrice: null });
    expect((negotiation['participants'] as { nodes: object[] }).nodes).toHaveLength(6);
  });

  it('goes through sealing, two quotes, opening and bargaining to three signatures', async () => {
    const given = acts(code);
    expect((await recorded(app, 'sealExpectedPrice', given.sealExpectedPrice, 'status'))['status']).toBe('ENVELOPE_SEALED');
    expect((await recorded(app, 'recordFirstQuote', given.recordFirstQuote, 'status'))['status']).toBe('FIRST_QUOTE');
    expect((await recorded(app, 'openExpectedPrice', given.openExpectedPrice, 'status'))['status']).toBe('FIRST_QUOTE');
    expect((await recorded(app, 'recordSecondQuote', given.recordSecondQuote, 'status'))['status']).toBe('BARGAINING');
    const offer = { negotiationCode: code, side: 'AUTHORITY', price: '4.36', minutes: '医保方提出 4.36 元', on: talkDays.talk };
    await recorded(app, 'recordNegotiationOffer', offer);
    expect((await recorded(app, 'concludeNegotiation', given.concludeNegotiation, 'status'))['status']).toBe('SUCCESS');
    for (const caller of [expert, delegate]) {
      const { object, userErrors } = await signed(app, code, caller, 'outcomes { nodes { price } }');
      expect([userErrors, object?.['outcomes']]).toEqual([[], { nodes: [] }]);
    }
    expect((await signed(app, code, approver, 'outcomes { nodes { price } }')).object?.['outcomes']).toEqual({
      nodes: [{ price: '4.3600' }],
    });
  });

  it('and everything of it is on record', async () => {
    const { negotiation } = await data<{ negotiation: Record<string, unknown> }>(app, talk, { code }, expert);
    expect(negotiation).toMatchObject({
      status: 'SUCCESS',
      expectedPrice: {
        price: '4.4000',
        openedOn: talkDays.talk,
        corridor: { rule: 'negotiation.quote-corridor', steps: [{ value: '5.0600', unit: 'yuan/片' }] },
      },
      offers: {
        nodes: [
          { sequence: 1, kind: 'FIRST_QUOTE', side: 'ENTERPRISE', price: '5.6200', minutes: '企业第一次报价' },
          { sequence: 2, kind: 'SECOND_QUOTE', side: 'ENTERPRISE', price: '5.0000' },
          { sequence: 3, kind: 'BARGAINING', side: 'AUTHORITY', price: '4.3600', recordedBy: 'EXPERT expert-1' },
        ],
      },
      terms: { price: '4.3600', paymentScope: '成人2型糖尿病', inForceFrom: talkDays.from, inForceTo: talkDays.to, agreedQuantity: null },
      signatures: [{ capacity: 'GROUP_LEADER' }, { capacity: 'ENTERPRISE' }, { capacity: 'SUPERVISOR' }],
    });
    expect((negotiation['transitions'] as { action: string }[]).map(({ action }) => action)).toEqual([
      'sealExpectedPrice',
      'quoteFirst',
      'openExpectedPrice',
      'quoteSecond',
      'beginBargaining',
      'bargain',
      'succeed',
    ]);
  });
});
