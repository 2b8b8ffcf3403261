import { createHash } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { approver, data, mutationDocument, newKey, record, recorded } from '../support/build-recorder.ts';
import { acts, auditor, delegate, otherEnterprise, otherExpert, signed, talkAt, talkDays } from '../support/build-negotiation.ts';
import { holders } from '../support/build-round.ts';

/** A price that nothing else in the database looks like. */
const canary = '8675.3091';
const traces = [canary, '86753091', '8675,3091', String(8675.3091 * 1.15).slice(0, 8)];
const everybody: Readonly<Record<string, Partial<Caller> | undefined>> = {
  anonymous: undefined,
  'an expert of the group': { role: 'EXPERT', subject: 'expert-3' },
  'another expert': otherExpert,
  approver,
  auditor,
  'its enterprise': delegate,
  'another enterprise': otherEnterprise,
  institution: { role: 'INSTITUTION', subject: 'i', institution: 'i' },
  agency: { role: 'AGENCY', subject: 'a', area: '330100' },
  settlement: { role: 'SETTLEMENT', subject: 's' },
};
/** To whom the opened price is told. */
const told = ['an expert of the group', 'approver', 'auditor'];

let app: TestApp;
const logged: string[] = [];
beforeAll(async () => {
  app = await testApp({ log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }) });
  await holders(app, 'DRUG', ['maker', 'rival']);
});
afterAll(() => app.stop());

const sql = async <Row extends object>(text: string, ...values: unknown[]) => (await app.database.pool.query<Row>(text, values)).rows;

/** The tables in which any column of any row has a trace of the canary. */
async function tablesThatTell(): Promise<string[]> {
  const tables = await sql<{ name: string }>(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm', 'p') and n.nspname not in ('pg_catalog', 'pg_toast', 'information_schema')`);
  const telling: string[] = [];
  for (const { name } of tables) {
    const found = await sql(
      `select 1 from "${name}" t where t::text like any($1) limit 1`,
      traces.map((each) => `%${each}%`),
    );
    if (found.length > 0) telling.push(name);
  }
  return telling.toSorted();
}

const everything = `query($code: String!) {
  negotiation(code: $code) { id code status priceBefore note provenance commitment { commitment sealedOn }
    expectedPrice { price salt openedOn openedBy corridor { sentence sentenceZh inputs { name value } steps { value } } }
    participants { nodes { person name side } } offers { nodes { id price minutes provenance } } transitions { action reason recordedBy }
    terms { price minutes } signatures { person } outcomes { nodes { id price explanation { sentence } } } }
  negotiations { nodes { code expectedPrice { price } } } negotiatedOutcomes { nodes { price } } }`;
const journal = `{ journal(first: 200, orderBy: { field: SEQ, direction: DESC }) { nodes { content } } }`;

/** What a caller gets to see of a talk by every query, whatever the answer. */
const shownTo = async (name: string, code: string) => {
  const caller = everybody[name];
  const answers = [await app.ask(everything, { code }, caller), await app.ask(journal, {}, caller)];
  const ids = await sql<{ id: string }>(
    `select id from negotiation where code = $1 union all select o.id from negotiation_offer o join negotiation n on n.id = o.negotiation_id
       where n.code = $1`,
    code,
  );
  const types = ['Negotiation', 'NegotiationOffer', 'ExpectedPrice', 'OpenedExpectedPrice', 'ExpectedPriceSeal'];
  const nodes = ids.flatMap(({ id }) => types.map((type) => Buffer.from(`${type}:${id}`).toString('base64url')));
  const asked = nodes.map((id, at) => `n${at}: node(id: "${id}") { id __typename ... on Negotiation { expectedPrice { price salt } } }`);
  answers.push(await app.ask(`{ ${asked.join(' ')} }`, {}, caller));
  return JSON.stringify(answers);
};

/** As the README says, with nothing of the program. */
const sha256 = (lines: readonly string[]) =>
  createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''), 'utf8')
    .digest('hex');

describe('[RH2] the expected price', { timeout: 120_000 }, () => {
  const code = 'S-1';
  const input = { ...acts(code, { expected: canary, first: '9999', second: '9000' }) };
  let commitment: string;

  it('is nowhere before the opening: in no column, no log line, no answer, no refusal', async () => {
    await talkAt(app, code, null, { prepared: { priceBefore: '12000' } });
    const selection = 'status commitment { commitment } expectedPrice { price }';
    const given = { ...input.sealExpectedPrice, idempotencyKey: 'seal-once' };
    const first = await record(app, 'sealExpectedPrice', given, { selection });
    expect(first.object).toMatchObject({ status: 'ENVELOPE_SEALED', expectedPrice: null });
    commitment = (first.object!['commitment'] as { commitment: string }).commitment;
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    const answers: unknown[] = [first];
    // The same again; other input under the same key; a second sealing; a text that is no price; something of ours fails.
    expect(await record(app, 'sealExpectedPrice', given, { selection })).toEqual(first);
    answers.push(await record(app, 'sealExpectedPrice', { ...given, expectedPrice: '8675.3092' }));
    answers.push(await record(app, 'sealExpectedPrice', { ...given, idempotencyKey: newKey() }));
    answers.push(await record(app, 'sealExpectedPrice', { ...given, idempotencyKey: newKey(), expectedPrice: `${canary}1` }));
    await talkAt(app, 'S-2', null);
    await sql('alter table expected_price_seal add constraint broken check (false) not valid');
    const broken = { ...input.sealExpectedPrice, negotiationCode: 'S-2', idempotencyKey: newKey() };
    answers.push(await app.ask(mutationDocument('sealExpectedPrice'), { input: broken }, expert));
    await sql('alter table expected_price_seal drop constraint broken');
    await recorded(app, 'recordFirstQuote', input.recordFirstQuote);
    for (const name of Object.keys(everybody)) answers.push(await shownTo(name, code));
    expect(logged.length).toBeGreaterThan(0);
    expect(await tablesThatTell()).toEqual([]);
    for (const trace of traces) {
      expect(logged.join('\n')).not.toContain(trace);
      expect(JSON.stringify(answers)).not.toContain(trace);
    }
  });

  it('is as long as any other, sealed under a key of its own talk, and cannot be changed by anybody who calls', async () => {
    await talkAt(app, 'S-3', 'sealExpectedPrice', { expected: '0.0001' });
    const kept = await sql<{ sealed_price: string; sealed_private_key: string }>(
      'select sealed_price, sealed_private_key from expected_price_seal',
    );
    expect(new Set(kept.map((each) => each.sealed_price.length)).size).toBe(1);
    expect(new Set(kept.flatMap((each) => [each.sealed_price, each.sealed_private_key])).size).toBe(2 * kept.length);
    const grants = await sql(
      `select 1 from pg_class c, aclexplode(c.relacl) a join pg_roles g on g.oid = a.grantee
       where c.relname in ('expected_price_seal', 'expected_price_commitment', 'opened_expected_price')
         and g.rolname like 'accord\\_%' and g.rolname <> 'accord_operator' and a.privilege_type not in ('SELECT', 'INSERT')`,
    );
    expect(grants).toEqual([]);
  });

  it('is told after the opening to its group and to those who check, and to nobody else', async () => {
    await recorded(app, 'openExpectedPrice', input.openExpectedPrice);
    for (const name of Object.keys(everybody)) {
      const shown = await shownTo(name, code);
      expect([name, traces.some((trace) => shown.includes(trace))]).toEqual([name, told.includes(name)]);
    }
    // The one place where it stands: not even the journal tells it.
    expect(await tablesThatTell()).toEqual(['opened_expected_price']);
    const [opening] = await sql<{ to: object }>(
      `select content::json->'to' as to from journal_record where content::json->>'table' = 'opened_expected_price'`,
    );
    expect(opening!.to).toMatchObject({ price: null, salt: null, opened_on: talkDays.talk, opened_by: 'EXPERT expert-1' });
  });

  it('is what the authority was committed to, as anyone who is told can check', async () => {
    type Opened = { negotiation: { expectedPrice: { price: string; salt: string }; commitment: { commitment: string } } };
    const { negotiation } = await data<Opened>(app, everything, { code }, expert);
    const lines = (price: string) => ['accord expected price 1', code, 'maker', 'maker', price, '片', negotiation.expectedPrice.salt];
    expect(sha256(lines(negotiation.expectedPrice.price))).toBe(commitment);
    expect(negotiation.commitment.commitment).toBe(commitment);
    expect(sha256(lines('8675.3090'))).not.toBe(commitment);
  });

  it('stays untold to the enterprise through bargaining, refusals, signatures and the end', async () => {
    await recorded(app, 'recordSecondQuote', input.recordSecondQuote);
    const refused = await record(app, 'concludeNegotiation', { ...input.concludeNegotiation, price: '8675.3092' });
    expect(refused.userErrors.map((each) => each.code)).toEqual(['PRICE_ABOVE_EXPECTED']);
    expect(JSON.stringify(refused)).not.toContain(canary);
    await recorded(app, 'concludeNegotiation', { ...input.concludeNegotiation, price: '8000' });
    const answers: unknown[] = [];
    for (const caller of [expert, delegate, approver]) {
      const selection = 'expectedPrice { price } transitions { reason }';
      const answer = await signed(app, code, caller, selection);
      if (caller === delegate) answers.push(answer);
    }
    await talkAt(app, 'S-4', 'recordSecondQuote', { expected: canary, first: '99999', second: '99998' });
    for (const each of [code, 'S-4'])
      for (const name of ['its enterprise', 'another enterprise', 'anonymous']) answers.push(await shownTo(name, each));
    for (const trace of traces) {
      expect(JSON.stringify(answers)).not.toContain(trace);
      expect(logged.join('\n')).not.toContain(trace);
    }
    expect(await tablesThatTell()).toEqual(['opened_expected_price']);
  });
});
