import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, type TestApp } from './app.ts';
import { approved, approver, record, recorded, type Recorded, type Row } from './build-recorder.ts';
import { holders } from './build-round.ts';

/** Days of the talk on dapagliflozin, whose quotes are real; the expected price is assumed (E29). */
export const talkDays = { drawn: '2019-11-11', talk: '2019-11-13', from: '2020-01-01', to: '2022-01-01' };

/** The group of five: the tests' expert leads it. */
export const group = ['expert-1', 'expert-2', 'expert-3', 'expert-4', 'expert-5'].map((person, at) => ({
  person,
  name: `专家 ${at + 1}`,
  isLeader: at === 0,
}));
export const delegate: Partial<Caller> = { role: 'ENTERPRISE', subject: 'delegate-1', enterprise: 'maker' };
export const otherEnterprise: Partial<Caller> = { role: 'ENTERPRISE', subject: 'delegate-9', enterprise: 'rival' };
export const auditor: Partial<Caller> = { role: 'AUDITOR', subject: 'auditor-1' };
/** An expert of the authority who sits in no group of the tests. */
export const otherExpert: Partial<Caller> = { role: 'EXPERT', subject: 'expert-9' };

/** What prepares a talk on the product `maker` of the enterprise `maker`. */
export const talkInput = (code: string, more: object = {}) => ({
  code,
  productCode: 'maker',
  enterpriseCodes: ['maker'],
  experts: group,
  delegates: [{ person: 'delegate-1', name: '企业代表' }],
  groupNumber: 2,
  groupCount: 3,
  drawnOn: talkDays.drawn,
  priceBefore: '15.96',
  ...more,
});

/** The acts of a talk in their order, each with what it is given; prices as in E29. */
export const acts = (
  negotiationCode: string,
  more: { readonly expected?: string; readonly first?: string; readonly second?: string } = {},
) => {
  const { expected = '4.40', first = '5.62', second = '5.00' } = more;
  const on = talkDays.talk;
  return {
    sealExpectedPrice: { negotiationCode, expectedPrice: expected, on: talkDays.drawn },
    recordFirstQuote: { negotiationCode, price: first, minutes: '企业第一次报价', on },
    openExpectedPrice: { negotiationCode, on },
    recordSecondQuote: { negotiationCode, price: second, minutes: '企业第二次报价', on },
    concludeNegotiation: {
      negotiationCode,
      price: '4.36',
      paymentScope: '成人2型糖尿病',
      inForceFrom: talkDays.from,
      minutes: '双方同意 4.36 元',
      on,
    },
  };
};
export type TalkAct = keyof ReturnType<typeof acts>;
const order: readonly TalkAct[] = [
  'sealExpectedPrice',
  'recordFirstQuote',
  'openExpectedPrice',
  'recordSecondQuote',
  'concludeNegotiation',
];

/** A talk that has come as far as an act, or is only prepared. */
export async function talkAt(
  app: TestApp,
  code: string,
  last: TalkAct | null,
  {
    prepared = {},
    ...prices
  }: { readonly prepared?: object; readonly expected?: string; readonly first?: string; readonly second?: string } = {},
): Promise<Row> {
  let row = await recorded(app, 'prepareNegotiation', talkInput(code, prepared), 'status');
  const given = acts(code, prices);
  for (const act of order.slice(0, last === null ? 0 : order.indexOf(last) + 1)) row = await recorded(app, act, given[act], 'status');
  return row;
}

/** Who signs the result of a talk. */
const signers = [expert, delegate, approver];

/** Signs as one of the three. */
export const signed = (app: TestApp, negotiationCode: string, caller: Partial<Caller>, selection = 'status'): Promise<Recorded> =>
  record(app, 'signNegotiation', { negotiationCode, on: talkDays.talk }, { caller, selection });

/** A talk that succeeded and is signed by all three; gives its outcome. */
export async function successOf(app: TestApp, code: string, given: Parameters<typeof talkAt>[3] = {}): Promise<Row> {
  await talkAt(app, code, 'concludeNegotiation', given);
  let last: Recorded | null = null;
  for (const caller of signers) last = await signed(app, code, caller, 'outcomes { nodes { id price } }');
  return (last!.object!['outcomes'] as { nodes: Row[] }).nodes[0]!;
}

/** Talks in every state, an outcome that was published and one that renews it, and biddings with and without a result. */
export async function talksOfEveryKind(app: TestApp): Promise<void> {
  await holders(app, 'DRUG', ['maker', 'rival']);
  await talkAt(app, 'talk-prepared', null);
  await talkAt(app, 'talk-sealed', 'sealExpectedPrice');
  await talkAt(app, 'talk-quoted', 'recordFirstQuote');
  await talkAt(app, 'talk-opened', 'openExpectedPrice');
  await talkAt(app, 'talk-bargaining', 'recordSecondQuote');
  await talkAt(app, 'talk-failed', 'recordSecondQuote', { second: '5.07' });
  await talkAt(app, 'talk-unsigned', 'concludeNegotiation');
  await signed(app, 'talk-unsigned', expert);
  const { id } = await successOf(app, 'talk-signed');
  await recorded(app, 'publishNegotiatedOutcome', { outcomeId: id });
  await approved(app, 'renewNegotiatedOutcome', { outcomeId: id, actualSpend: '135.00', budget: '100.00', on: '2022-01-01' });
  for (const [code, willingPrice] of [
    ['bidding-without', '8'],
    ['bidding-with', '10'],
  ] as const) {
    const bids = [{ productCode: 'rival', price: '9' }];
    await approved(app, 'recordNonExclusiveBidding', {
      code,
      willingPrice,
      bids,
      paymentScope: '限二线用药',
      inForceFrom: '2023-03-01',
      on: '2023-01-05',
    });
  }
}
