import { buildSchema, getNamedType, type GraphQLInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../architecture/repository.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { recordedRows } from '../support/build-batch.ts';
import { mutations, newKey } from '../support/build-recorder.ts';
import { callers, canaryOf, namesOf, one, other, performed, prepared } from './two-sides.ts';

const schema = buildSchema(textOf('schema/schema.graphql'));
const inputOf = (name: string) => schema.getType(name) as GraphQLInputObjectType;
/** The fields of a mutation's input, or of the rows of a batch. */
const fieldsOf = (input: string) => {
  const fields = inputOf(input).getFields();
  return fields['rows'] ? inputOf(getNamedType(fields['rows'].type).name).getFields() : fields;
};
const isBatch = (name: string) => 'rows' in inputOf(mutations.find((each) => each.name === name)!.input).getFields();
/** Every mutation that names what is between an enterprise and an institution by the number of their agreement. */
const naming = mutations.filter(({ input }) => 'agreementNumber' in fieldsOf(input));

/** What each of them says beside the names, as it would be taken from a party. */
const said: Readonly<Record<string, object>> = {
  acceptDeliveries: { acceptedOn: '2021-02-16', acceptedQuantity: 31, rejectedQuantity: 0 },
  amendAgreement: { inForceTo: '2021-11-30', reason: '更正' },
  placeOrders: { number: 'new-order', orderedOn: '2021-03-01', quantity: 5 },
  recordDeliveries: { number: 'new-delivery', deliveredOn: '2021-03-05', quantity: 5 },
  recordPayments: { amount: '1.00', paidOn: '2021-03-06', reference: 'new-payment' },
  recordSupplyComplaint: { missingQuantity: 3, notSuppliedSince: '2021-04-01', evidence: '证据' },
  returnGoods: { quantity: 1, returnedOn: '2021-03-07', reason: '近效期' },
  reversePayment: { paymentReference: `${canaryOf(other)}-kept`, reversedOn: '2021-03-08', reason: '误付' },
};
const missingName = 'nobodys';
const strangers = Object.keys(callers).filter((name) => name.startsWith("the one's") || ['anonymous', 'settlement'].includes(name));

describe('[T2] an act that names what is another’s', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await prepared(app);
    await performed(app, one);
    await performed(app, other);
  }, 120_000);
  afterAll(() => app.stop());

  const sent = async (name: string, caller: string, rows: readonly object[], more: object = {}) => {
    const { input, object } = mutations.find((each) => each.name === name)!;
    const refusals = 'userErrors { code field message messageZh rule facts { name value unit } }';
    const selection = isBatch(name) ? `results { index ${refusals} } recordedRows refusedRows ${refusals}` : `${object} { id } ${refusals}`;
    const given = { idempotencyKey: newKey(), ...(isBatch(name) ? { rows } : rows[0]), ...more };
    const answer = await app.ask(
      `mutation($input: ${input}!) { ${name}(input: $input) { ${selection} } }`,
      { input: given },
      callers[caller],
    );
    return JSON.stringify(answer).replaceAll(/"requestId":"[^"]*"/g, '');
  };
  const fitted = (name: string, names: object) =>
    Object.fromEntries(Object.entries(names).filter(([field]) => field in fieldsOf(mutations.find((each) => each.name === name)!.input)));
  const theirs = (name: string) => ({ ...fitted(name, namesOf(other)), ...said[name] });
  const nobodys = (name: string) =>
    JSON.parse(JSON.stringify(theirs(name)).replaceAll(canaryOf(other), missingName)) as Record<string, unknown>;

  it('is one of those that the schema has', () => {
    expect(naming.map(({ name }) => name).toSorted()).toEqual(Object.keys(said).toSorted());
  });

  it.each(Object.keys(said))('%s is refused as if nothing were there, and changes nothing', async (name) => {
    const before = await app.database.contents();
    for (const caller of strangers) {
      const policies = isBatch(name) ? [{ errorPolicy: 'REJECT_EVERYTHING' }, { errorPolicy: 'REJECT_FAILED_ROWS' }] : [{}];
      for (const policy of policies) {
        const foreign = await sent(name, caller, [theirs(name)], policy);
        const missing = await sent(name, caller, [nobodys(name)], policy);
        expect([caller, foreign.replaceAll(canaryOf(other), missingName)]).toEqual([caller, missing]);
        expect([caller, /"code":/.test(foreign)]).toEqual([caller, true]);
      }
    }
    expect(await app.database.contents()).toEqual(before);
  });

  it('a row of another in a batch of one’s own is refused by itself', async () => {
    const own = { ...fitted('placeOrders', namesOf(one)), ...said['placeOrders'], number: 'beside' };
    const answer = await sent('placeOrders', "the one's institution", [own, theirs('placeOrders')], { errorPolicy: 'REJECT_FAILED_ROWS' });
    expect(answer).toContain('"recordedRows":1,"refusedRows":1');
    const { rows } = await app.database.pool.query(
      `select count(*)::int as orders from purchase_order o join agreement a on a.id = o.agreement_id where a.number = $1`,
      [namesOf(other).agreementNumber],
    );
    expect(rows).toEqual([{ orders: 1 }]);
  });

  it('under the key of another replays nothing of it', async () => {
    const idempotencyKey = 'a-key-of-two';
    const row = { ...theirs('placeOrders'), number: 'by-key' };
    await recordedRows(app, 'placeOrders', [row], { idempotencyKey, caller: callers["the other's institution"]! });
    const before = await app.database.contents();
    const [replayed, anew] = [
      await sent('placeOrders', "the one's institution", [row], { idempotencyKey }),
      await sent('placeOrders', "the one's institution", [row]),
    ];
    expect(replayed).toBe(anew);
    expect(replayed).toContain('"recordedRows":0');
    expect(await app.database.contents()).toEqual(before);
  });
});
