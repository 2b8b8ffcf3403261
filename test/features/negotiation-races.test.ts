import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { approver, record, type Recorded } from '../support/build-recorder.ts';
import { acts, delegate, signed, talkAt, talkDays } from '../support/build-negotiation.ts';
import { holders } from '../support/build-round.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ connections: 16 });
  await holders(app, 'DRUG', ['maker', 'rival']);
});
afterAll(() => app.stop());

const rows = async (from: string) => Number((await app.database.pool.query(`select count(*) as n from ${from}`)).rows[0].n);
const of = (code: string) => `negotiation_id = (select id from negotiation where code = '${code}')`;
/** How many were done, and why the others were not. */
const tally = (answers: readonly Recorded[]) => ({
  done: answers.filter(({ object }) => object).length,
  codes: [...new Set(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)))].toSorted(),
  errors: answers.flatMap(({ errors }) => errors),
});
const atOnce = (times: number, act: (at: number) => Promise<Recorded>) =>
  Promise.all(Array.from({ length: times }, (_none, at) => act(at)));

describe('acts of one talk at once', { timeout: 120_000 }, () => {
  it('[RH1] of two second quotes one wins, whichever it is', async () => {
    for (let round = 0; round < 4; round += 1) {
      const code = `second-${round}`;
      await talkAt(app, code, 'openExpectedPrice');
      const prices = ['5.00', '5.07'];
      const answers = await atOnce(2, (at) =>
        record(app, 'recordSecondQuote', acts(code, { second: prices[at]! }).recordSecondQuote, { selection: 'status' }),
      );
      expect(tally(answers)).toEqual({ done: 1, codes: ['ACTION_NOT_ALLOWED_IN_STATE'], errors: [] });
      expect(await rows(`negotiation_offer where ${of(code)} and kind = 'SECOND_QUOTE'`)).toBe(1);
      const won = answers.findIndex(({ object }) => object);
      expect(answers[won]!.object!['status']).toBe(won === 0 ? 'BARGAINING' : 'FAILED');
    }
  });

  it('[RH2] of twenty sealings one is kept', async () => {
    await talkAt(app, 'sealing', null);
    const answers = await atOnce(20, (at) =>
      record(app, 'sealExpectedPrice', { negotiationCode: 'sealing', expectedPrice: `${at + 1}`, on: talkDays.drawn }),
    );
    expect(tally(answers)).toEqual({ done: 1, codes: ['ACTION_NOT_ALLOWED_IN_STATE'], errors: [] });
    expect([
      await rows(`expected_price_seal where ${of('sealing')}`),
      await rows(`expected_price_commitment where ${of('sealing')}`),
    ]).toEqual([1, 1]);
  });

  it('twenty offers at once are twenty offers, numbered without a gap', async () => {
    await talkAt(app, 'offers', 'recordSecondQuote');
    const offer = { negotiationCode: 'offers', side: 'ENTERPRISE', price: '4.90', minutes: '企业报价', on: talkDays.talk };
    expect(tally(await atOnce(20, () => record(app, 'recordNegotiationOffer', offer)))).toEqual({ done: 20, codes: [], errors: [] });
    expect(await rows(`(select 1 from negotiation_offer where ${of('offers')} having count(*) = 22 and max(sequence) = 22) found`)).toBe(1);
  });

  it('[RH1] three who sign at once, each several times, make one outcome', async () => {
    await talkAt(app, 'signing', 'concludeNegotiation');
    const three: Partial<Caller>[] = [expert, delegate, approver];
    const answers = await atOnce(12, (at) => signed(app, 'signing', three[at % 3]!));
    expect(tally(answers)).toEqual({ done: 3, codes: ['ALREADY_SIGNED'], errors: [] });
    expect([await rows(`negotiation_signature where ${of('signing')}`), await rows(`negotiated_outcome where ${of('signing')}`)]).toEqual([
      3, 1,
    ]);
  });

  it('[RH3] two talks on one product that end at once do not both count', async () => {
    const own = { productCode: 'rival', enterpriseCodes: ['rival'], delegates: [{ person: 'delegate-9', name: '代表' }] };
    for (const code of ['end-0', 'end-1']) {
      await talkAt(app, code, 'concludeNegotiation', { prepared: own });
      for (const caller of [expert, { role: 'ENTERPRISE', subject: 'delegate-9', enterprise: 'rival' } as const])
        await signed(app, code, caller);
    }
    const answers = await atOnce(2, (at) => signed(app, `end-${at}`, approver));
    const { done, codes, errors } = tally(answers);
    expect([done, errors, codes.length]).toEqual([1, [], 1]);
    expect(['PERIOD_OVERLAPS', 'ALREADY_RECORDED']).toContain(codes[0]);
    expect(await rows(`negotiated_outcome o join product p on p.id = o.product_id where p.code = 'rival'`)).toBe(1);
  });
});
