import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { sealWith } from '../../src/platform/seal/seal.ts';
import { prepareFeatures } from '../../src/reference-data.ts';
import { expert, testApp, testSeal, type TestApp } from '../support/app.ts';
import { approver, record, recorded } from '../support/build-recorder.ts';
import { acts, delegate, group, otherEnterprise, otherExpert, signed, talkAt, talkDays, talkInput } from '../support/build-negotiation.ts';
import { holders, productOf } from '../support/build-round.ts';

let app: TestApp;
let contents: Record<string, string>;
let renewable: string;
let byBidding: string;
beforeAll(async () => {
  app = await testApp();
  await holders(app, 'DRUG', ['maker', 'rival', 'done']);
  await holders(app, 'STENT', ['stent']);
  await productOf(app, 'DRUG', 'rival', 'other-drug', { genericName: '另一通用名' });
  await talkAt(app, 'prepared', null);
  await talkAt(app, 'sealed', 'sealExpectedPrice');
  await talkAt(app, 'quoted', 'recordFirstQuote');
  await talkAt(app, 'opened', 'openExpectedPrice');
  await talkAt(app, 'bargaining', 'recordSecondQuote');
  await talkAt(app, 'failed', 'recordSecondQuote', { second: '5.07' });
  const done = { productCode: 'done', enterpriseCodes: ['done'], delegates: [{ person: 'delegate-2', name: '代表' }] };
  await talkAt(app, 'half-signed', 'concludeNegotiation', { prepared: { ...done, productCode: 'maker', enterpriseCodes: ['maker'] } });
  await signed(app, 'half-signed', expert);
  const ofDone: Partial<Caller> = { role: 'ENTERPRISE', subject: 'delegate-2', enterprise: 'done' };
  await talkAt(app, 'signed', 'concludeNegotiation', { prepared: done });
  for (const caller of [expert, ofDone]) await signed(app, 'signed', caller);
  const { object } = await signed(app, 'signed', approver, 'outcomes { nodes { id } }');
  renewable = (object!['outcomes'] as { nodes: { id: string }[] }).nodes[0]!.id;
  const elsewhere = { groupNumber: 3, experts: group.map((each) => ({ ...each, person: `of-group-3-${each.person}` })) };
  await recorded(app, 'prepareNegotiation', talkInput('of-group-3', elsewhere));
  byBidding = await bidOutcome();
  contents = await app.database.contents();
});
afterAll(() => app.stop());

const biddingInput = (more: object = {}) => ({
  code: 'B-2',
  willingPrice: '10',
  bids: [{ productCode: 'rival', price: '9' }],
  paymentScope: '限二线用药',
  inForceFrom: '2026-01-01',
  on: '2025-11-01',
  ...more,
});

async function bidOutcome(): Promise<string> {
  const proposal = await recorded(
    app,
    'recordNonExclusiveBidding',
    biddingInput({ code: 'B-1', bids: [{ productCode: 'rival', price: '9' }], inForceFrom: '2024-01-01', on: '2023-11-01' }),
  );
  await record(app, 'decideProposal', { proposalId: proposal.id, decision: 'APPROVE' }, { caller: approver });
  const answer = await app.ask('{ negotiatedOutcomes(filter: { productCode: { eq: "rival" } }) { nodes { id } } }', {}, expert);
  return (answer.data as unknown as { negotiatedOutcomes: { nodes: { id: string }[] } }).negotiatedOutcomes.nodes[0]!.id;
}

const on = talkDays.talk;
const quote = (negotiationCode: string, more: object = {}) => ({ negotiationCode, price: '5', minutes: '记录', on, ...more });
const terms = (more: object = {}) => ({ ...acts('bargaining').concludeNegotiation, ...more });
const renewal = (more: object = {}) => ({ outcomeId: renewable, actualSpend: '135.00', budget: '100.00', on: '2023-11-01', ...more });
const four = group.slice(0, 4);

type Refused = [name: string, codes: string[], mutation: string, input: () => object, caller?: Partial<Caller>];
const refusals: Refused[] = [
  ['[S0-1] no expert', ['EXPERT_MISSING'], 'prepareNegotiation', () => talkInput('new', { experts: [] })],
  ['[S0-1] no enterprise', ['ENTERPRISE_MISSING'], 'prepareNegotiation', () => talkInput('new', { enterpriseCodes: [] })],
  [
    'two enterprises',
    ['NOT_THE_HOLDER', 'MORE_THAN_ONE_ENTERPRISE'],
    'prepareNegotiation',
    () => talkInput('new', { enterpriseCodes: ['maker', 'rival'] }),
  ],
  ['another enterprise', ['NOT_THE_HOLDER'], 'prepareNegotiation', () => talkInput('new', { enterpriseCodes: ['rival'] })],
  ['an enterprise that is not there', ['UNKNOWN_CODE'], 'prepareNegotiation', () => talkInput('new', { enterpriseCodes: ['nobody'] })],
  ['nobody of the enterprise', ['DELEGATE_MISSING'], 'prepareNegotiation', () => talkInput('new', { delegates: [] })],
  [
    'four of the enterprise',
    ['TOO_MANY_DELEGATES'],
    'prepareNegotiation',
    () => talkInput('new', { delegates: [1, 2, 3, 4].map((each) => ({ person: `d${each}`, name: '代表' })) }),
  ],
  ['a group of four', ['GROUP_TOO_SMALL'], 'prepareNegotiation', () => talkInput('new', { experts: four })],
  [
    'a group without a leader',
    ['LEADER_NOT_CLEAR'],
    'prepareNegotiation',
    () => talkInput('new', { experts: group.map((each) => ({ ...each, isLeader: false })) }),
  ],
  [
    'one on both sides',
    ['PERSON_NAMED_TWICE'],
    'prepareNegotiation',
    () => talkInput('new', { delegates: [{ person: 'expert-2', name: '代表' }] }),
  ],
  [
    'an expert of another group',
    ['EXPERT_IN_OTHER_GROUP'],
    'prepareNegotiation',
    () => talkInput('new', { experts: [...group, { person: 'of-group-3-expert-1', name: '专家', isLeader: false }] }),
  ],
  ['before the first rules', ['PROTOCOL_NOT_IN_FORCE'], 'prepareNegotiation', () => talkInput('new', { drawnOn: '2016-12-31' })],
  ['a draw to come', ['DATE_IN_FUTURE'], 'prepareNegotiation', () => talkInput('new', { drawnOn: '2026-11-22' })],
  [
    'a group beyond the draw',
    ['GROUP_BEYOND_DRAW'],
    'prepareNegotiation',
    () => talkInput('new', { groupNumber: 4, drawnOn: '2019-11-12' }),
  ],
  ['no group', ['QUANTITY_NOT_POSITIVE'], 'prepareNegotiation', () => talkInput('new', { groupNumber: 0, drawnOn: '2019-11-12' })],
  ['a stent', ['PRODUCT_NOT_A_DRUG'], 'prepareNegotiation', () => talkInput('new', { productCode: 'stent', enterpriseCodes: ['stent'] })],
  ['a product that is not there', ['UNKNOWN_CODE'], 'prepareNegotiation', () => talkInput('new', { productCode: 'nothing' })],
  ['a code that is taken', ['CODE_TAKEN'], 'prepareNegotiation', () => talkInput('prepared')],
  ['a price before of nothing', ['MALFORMED_PRICE'], 'prepareNegotiation', () => talkInput('new', { priceBefore: '0' })],
  ['a blank name', ['MALFORMED_TEXT'], 'prepareNegotiation', () => talkInput('new', { delegates: [{ person: 'd', name: ' ' }] })],

  ['a talk that is not there', ['UNKNOWN_CODE'], 'sealExpectedPrice', () => ({ negotiationCode: 'none', expectedPrice: '1' })],
  [
    '[RH2] sealed twice',
    ['ACTION_NOT_ALLOWED_IN_STATE'],
    'sealExpectedPrice',
    () => ({ negotiationCode: 'sealed', expectedPrice: '1', on }),
  ],
  [
    '[RH2] sealed after the first quote',
    ['ACTION_NOT_ALLOWED_IN_STATE'],
    'sealExpectedPrice',
    () => ({ negotiationCode: 'quoted', expectedPrice: '1', on }),
  ],
  [
    'an expected price of nothing',
    ['MALFORMED_PRICE'],
    'sealExpectedPrice',
    () => ({ negotiationCode: 'prepared', expectedPrice: '0.0000', on }),
  ],
  [
    'sealed before the draw',
    ['DATE_BEFORE_PREVIOUS_ACT'],
    'sealExpectedPrice',
    () => ({ negotiationCode: 'prepared', expectedPrice: '1', on: '2019-11-10' }),
  ],
  [
    'sealed tomorrow',
    ['DATE_IN_FUTURE'],
    'sealExpectedPrice',
    () => ({ negotiationCode: 'prepared', expectedPrice: '1', on: '2026-11-22' }),
  ],

  ['[RH2] a first quote before the sealing', ['ACTION_NOT_ALLOWED_IN_STATE'], 'recordFirstQuote', () => quote('prepared')],
  ['a second first quote', ['ACTION_NOT_ALLOWED_IN_STATE'], 'recordFirstQuote', () => quote('quoted')],
  ['a quote of nothing', ['MALFORMED_PRICE'], 'recordFirstQuote', () => quote('sealed', { price: '0' })],
  ['a quote without minutes', ['MALFORMED_TEXT'], 'recordFirstQuote', () => quote('sealed', { minutes: ' ' })],
  ['by an expert of another group', ['NOT_OF_THE_GROUP'], 'recordFirstQuote', () => quote('sealed'), otherExpert],
  ['opened before the first quote', ['ACTION_NOT_ALLOWED_IN_STATE'], 'openExpectedPrice', () => ({ negotiationCode: 'sealed', on })],
  ['opened twice', ['EXPECTED_PRICE_ALREADY_OPENED'], 'openExpectedPrice', () => ({ negotiationCode: 'opened', on })],
  ['opened by another group', ['NOT_OF_THE_GROUP'], 'openExpectedPrice', () => ({ negotiationCode: 'quoted', on }), otherExpert],
  ['a second quote before the opening', ['EXPECTED_PRICE_NOT_OPENED'], 'recordSecondQuote', () => quote('quoted')],
  ['a second quote before the first', ['ACTION_NOT_ALLOWED_IN_STATE'], 'recordSecondQuote', () => quote('sealed')],
  ['[RH1] a second quote after the end', ['ACTION_NOT_ALLOWED_IN_STATE'], 'recordSecondQuote', () => quote('failed')],
  ['[RH1] a third quote', ['ACTION_NOT_ALLOWED_IN_STATE'], 'recordSecondQuote', () => quote('bargaining')],
  ['an offer before bargaining', ['ACTION_NOT_ALLOWED_IN_STATE'], 'recordNegotiationOffer', () => quote('opened', { side: 'AUTHORITY' })],
  ['an offer after the end', ['ACTION_NOT_ALLOWED_IN_STATE'], 'recordNegotiationOffer', () => quote('signed', { side: 'ENTERPRISE' })],

  ['a result after the end', ['ACTION_NOT_ALLOWED_IN_STATE'], 'concludeNegotiation', () => terms({ negotiationCode: 'failed' })],
  ['[RH1] above the expected price', ['PRICE_ABOVE_EXPECTED'], 'concludeNegotiation', () => terms({ price: '4.4001' })],
  [
    '[S0-2] above the price before',
    ['PRICE_ABOVE_EXPECTED', 'PRICE_ABOVE_PRICE_BEFORE'],
    'concludeNegotiation',
    () => terms({ price: '15.97' }),
  ],
  ['a quantity of nothing', ['QUANTITY_NOT_POSITIVE'], 'concludeNegotiation', () => terms({ agreedQuantity: 0 })],
  ['without a scope', ['MALFORMED_TEXT'], 'concludeNegotiation', () => terms({ paymentScope: ' ' })],
  ['in force before it was agreed', ['IN_FORCE_BEFORE_AGREEMENT'], 'concludeNegotiation', () => terms({ inForceFrom: '2019-11-12' })],
  ['ended without a reason', ['MALFORMED_TEXT'], 'endNegotiation', () => ({ negotiationCode: 'bargaining', reason: ' ', on })],
  ['ended after its end', ['ACTION_NOT_ALLOWED_IN_STATE'], 'endNegotiation', () => ({ negotiationCode: 'signed', reason: '终止', on })],

  [
    '[RH1] a signature before the result',
    ['ACTION_NOT_ALLOWED_IN_STATE'],
    'signNegotiation',
    () => ({ negotiationCode: 'bargaining', on }),
  ],
  [
    'signed by another expert of the group',
    ['NOT_THE_GROUP_LEADER'],
    'signNegotiation',
    () => ({ negotiationCode: 'half-signed', on }),
    { role: 'EXPERT', subject: 'expert-2' },
  ],
  ['signed twice', ['ALREADY_SIGNED'], 'signNegotiation', () => ({ negotiationCode: 'half-signed', on })],
  [
    'signed by one who was not at the table',
    ['NOT_A_DELEGATE'],
    'signNegotiation',
    () => ({ negotiationCode: 'half-signed', on }),
    { ...delegate, subject: 'delegate-3' },
  ],
  ['signed by another enterprise', ['UNKNOWN_CODE'], 'signNegotiation', () => ({ negotiationCode: 'half-signed', on }), otherEnterprise],
  [
    'supervised by one of the group',
    ['SUPERVISOR_AT_THE_TABLE'],
    'signNegotiation',
    () => ({ negotiationCode: 'half-signed', on }),
    { role: 'APPROVER', subject: 'account-2', person: 'expert-2' },
  ],

  ['an outcome that is not there', ['OUTCOME_UNKNOWN'], 'publishNegotiatedOutcome', () => ({ outcomeId: 'x' })],
  [
    'published before it was there',
    ['PUBLISHED_BEFORE_RECORDED'],
    'publishNegotiatedOutcome',
    () => ({ outcomeId: renewable, on: '2026-11-20' }),
  ],
  ['published tomorrow', ['DATE_IN_FUTURE'], 'publishNegotiatedOutcome', () => ({ outcomeId: renewable, on: '2026-11-22' })],

  ['[RH4] above 200 %', ['RENEGOTIATION_NEEDED'], 'renewNegotiatedOutcome', () => renewal({ actualSpend: '200.01' })],
  ['[RH4] a budget of nothing', ['BUDGET_NOT_POSITIVE'], 'renewNegotiatedOutcome', () => renewal({ budget: '0' })],
  ['a spend below nothing', ['SPEND_NEGATIVE'], 'renewNegotiatedOutcome', () => renewal({ actualSpend: '-1' })],
  ['a spend of three decimals', ['MALFORMED_AMOUNT'], 'renewNegotiatedOutcome', () => renewal({ actualSpend: '1.001' })],
  ['a wider scope that is not named', ['WIDER_SCOPE_MISSING'], 'renewNegotiatedOutcome', () => renewal({ budgetIncrease: '1' })],
  ['before the rules of renewal', ['RENEWAL_RULES_NOT_IN_FORCE'], 'renewNegotiatedOutcome', () => renewal({ on: '2021-12-31' })],
  ['renewed tomorrow', ['DATE_IN_FUTURE'], 'renewNegotiatedOutcome', () => renewal({ on: '2026-11-22' })],
  ['a bidding, renewed', ['NOT_NEGOTIATED'], 'renewNegotiatedOutcome', () => renewal({ outcomeId: byBidding })],

  ['[RH5] no bid', ['BID_MISSING'], 'recordNonExclusiveBidding', () => biddingInput({ bids: [] })],
  [
    'a bid twice',
    ['PRODUCT_HAS_BID'],
    'recordNonExclusiveBidding',
    () => biddingInput({ bids: [1, 2].map(() => ({ productCode: 'rival', price: '9' })) }),
  ],
  [
    'another drug',
    ['PRODUCT_OF_OTHER_DRUG'],
    'recordNonExclusiveBidding',
    () => biddingInput({ bids: ['rival', 'other-drug'].map((productCode) => ({ productCode, price: '9' })) }),
  ],
  [
    'a bid with a stent',
    ['PRODUCT_NOT_A_DRUG'],
    'recordNonExclusiveBidding',
    () => biddingInput({ bids: [{ productCode: 'stent', price: '9' }] }),
  ],
  [
    'a bid with nothing',
    ['UNKNOWN_CODE'],
    'recordNonExclusiveBidding',
    () => biddingInput({ bids: [{ productCode: 'nothing', price: '9' }] }),
  ],
  [
    'a bid of nothing',
    ['MALFORMED_PRICE'],
    'recordNonExclusiveBidding',
    () => biddingInput({ bids: [{ productCode: 'rival', price: '0' }] }),
  ],
  ['before the rules of bidding', ['BIDDING_RULES_NOT_IN_FORCE'], 'recordNonExclusiveBidding', () => biddingInput({ on: '2021-12-31' })],
  ['a bidding that is there', ['CODE_TAKEN'], 'recordNonExclusiveBidding', () => biddingInput({ code: 'B-1' })],
  ['while another outcome holds', ['PERIOD_OVERLAPS'], 'recordNonExclusiveBidding', () => biddingInput({ inForceFrom: '2025-12-31' })],
];

describe('[RH2] a refusal changes nothing, and tells nothing of the expected price, which is 4.40', () => {
  it.each(refusals)('%s: %j', async (_name, codes, mutation, input, caller = expert) => {
    const { object, userErrors, errors } = await record(app, mutation, input(), { caller });
    expect({ object, errors, codes: userErrors.map(({ code }) => code) }).toEqual({ object: null, errors: [], codes });
    for (const { message, messageZh } of userErrors) expect(message !== messageZh && /[\u4e00-\u9fff]/.test(messageZh)).toBe(true);
    expect(JSON.stringify(userErrors)).not.toMatch(/\b4\.40*\b/);
    expect(await app.database.contents()).toEqual(contents);
  });
});

describe('what is not as it was sealed is not opened', () => {
  const changes: [string, string, string][] = [
    ['the commitment', `update expected_price_commitment set commitment = repeat('0', 64)`, 'EXPECTED_PRICE_NOT_AS_SEALED'],
    ['the ciphertext', `update expected_price_seal set sealed_price = 'none'`, 'EXPECTED_PRICE_NOT_AS_SEALED'],
    ['what the price is for', `update negotiation set price_unit = 'box'`, 'EXPECTED_PRICE_NOT_AS_SEALED'],
    ['the key', `update expected_price_seal set sealed_private_key = left(sealed_private_key, -3) || 'AAA'`, 'SEAL_BROKEN'],
    [
      'the envelope of another talk',
      `update expected_price_seal s set (sealed_private_key, sealed_price) = (select o.sealed_private_key, o.sealed_price
         from expected_price_seal o join negotiation n on n.id = o.negotiation_id where n.code = 'sealed')
       where s.negotiation_id = (select id from negotiation where code = 'quoted')`,
      'SEAL_BROKEN',
    ],
  ];
  it.each(changes)('%s', async (_what, change, refusal) => {
    const sql = (text: string) => app.database.pool.query(text);
    const kept = ['expected_price_commitment', 'expected_price_seal', 'negotiation'];
    for (const table of kept) await sql(`create table kept_${table} as select * from ${table}`);
    try {
      await sql(change);
      const before = await app.database.contents();
      const { object, userErrors, errors } = await record(app, 'openExpectedPrice', { negotiationCode: 'quoted', on });
      expect({ object, errors, codes: userErrors.map(({ code }) => code) }).toEqual({ object: null, errors: [], codes: [refusal] });
      expect(await app.database.contents()).toEqual(before);
    } finally {
      await sql(
        'update expected_price_commitment c set commitment = k.commitment from kept_expected_price_commitment k where k.negotiation_id = c.negotiation_id',
      );
      await sql(`update expected_price_seal s set sealed_price = k.sealed_price, sealed_private_key = k.sealed_private_key
        from kept_expected_price_seal k where k.negotiation_id = s.negotiation_id`);
      await sql('update negotiation n set price_unit = k.price_unit from kept_negotiation k where k.id = n.id');
      for (const table of kept) await sql(`drop table kept_${table}`);
    }
  });

  it('nor by a server without the sealing key', async () => {
    const stranger = await testApp({ beside: app, seal: sealWith(Buffer.alloc(32, 'another server')) });
    const { object, userErrors } = await record(stranger, 'openExpectedPrice', { negotiationCode: 'quoted', on });
    expect({ object, codes: userErrors.map(({ code }) => code) }).toEqual({ object: null, codes: ['SEALING_KEY_MISSING'] });
    expect(userErrors[0]!.facts[0]!.value).toBe(testSeal.keyId);
    await stranger.close();
    // The start says so while the key can still be found: of talks that are sealed, and not of those that are opened or over.
    const needed = testSeal.keyId;
    const present = sealWith(Buffer.alloc(32, 'another server'));
    expect(await prepareFeatures(app.database, present)).toEqual(
      ['quoted', 'sealed'].map(
        (code) => `talk ${code} is sealed under the key ${needed}, this server has ${present.keyId}: put back sealing-key.json`,
      ),
    );
    expect(await app.database.contents()).toEqual(contents);
  });
});

describe('what a state does not show', () => {
  it('terms that are not there are not signed, and what is published is published once', async () => {
    await app.database.pool.query(
      `insert into negotiation (id, code, product_id, enterprise_id, price_unit, status, origin, provenance, confidence)
       select gen_random_uuid(), 'from-a-paper', id, holder_id, '片', 'SUCCESS', 'PUBLIC_SOURCE', 'SYNTHETIC: made for a test', 'SYNTHETIC' from product where code = 'maker'`,
    );
    await app.database.pool.query(
      `insert into negotiated_outcome (id, product_id, enterprise_id, basis, negotiation_id, price, price_unit, origin, provenance, confidence)
       select gen_random_uuid(), product_id, enterprise_id, 'NEGOTIATION', id, 4.36, '片', 'PUBLIC_SOURCE', 'SYNTHETIC: made for a test', 'SYNTHETIC'
       from negotiation where code = 'from-a-paper'`,
    );
    const before = await app.database.contents();
    const codes = async (mutation: string, input: object) => (await record(app, mutation, input)).userErrors.map(({ code }) => code);
    expect(await codes('signNegotiation', { negotiationCode: 'from-a-paper' })).toEqual(['NOTHING_TO_SIGN']);
    const answer = await app.ask('{ negotiatedOutcomes(filter: { productCode: { eq: "maker" } }) { nodes { id } } }');
    const { id } = (answer.data as unknown as { negotiatedOutcomes: { nodes: { id: string }[] } }).negotiatedOutcomes.nodes[0]!;
    expect(await codes('publishNegotiatedOutcome', { outcomeId: id })).toEqual(['ALREADY_PUBLISHED']);
    expect(await codes('renewNegotiatedOutcome', renewal({ outcomeId: id }))).toEqual(['PERIOD_NOT_ON_RECORD']);
    expect(await app.database.contents()).toEqual(before);
  });

  it('after eight years an outcome goes to the ordinary list', async () => {
    const { rowCount } = await app.database.pool.query(
      `update negotiated_outcome o set continuous_from = '2014-01-01' from product p where p.id = o.product_id and p.code = 'done'`,
    );
    expect(rowCount).toBe(1);
    const { userErrors } = await record(app, 'renewNegotiatedOutcome', renewal());
    expect(userErrors.map(({ code }) => code)).toEqual(['ORDINARY_LIST_DUE']);
  });
});
