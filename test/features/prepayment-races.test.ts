import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { newKey, type Recorded } from '../support/build-recorder.ts';
import { accepted, agreements, asAgency, expectTrueLedger, hospital, movedAs } from '../support/build-prepayment.ts';

const area = '330100';
const stents = [{ quantity: 1000, unitPrice: '590' }];
const day = '2022-02-01';

/** Many at once on the same prepayments: each yuan moves once, and no balance is ever negative. */
describe('prepayments under contention', { timeout: 120_000 }, () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ connections: 16 });
  });
  afterAll(() => app.stop());

  const act = (name: string, input: object) => asAgency(app, area, name, { agreementYear: 2021, on: day, ...input });
  const prepaid = async (code: string) => {
    const [agreement] = await hospital(app, code, area, stents);
    await movedAs(app, area, 'recordPrepayment', {
      payeeCode: code,
      agreementYear: 2021,
      amount: '177000.00',
      reference: 'P-1',
      on: '2021-02-01',
    });
    return agreement!;
  };
  const offset = (institutionCode: string, reference: string) => act('offsetPrepayment', { institutionCode, reference });
  const close = (institutionCode: string, reference: string, rest = 'RETURN') =>
    act('closePrepayment', { institutionCode, reference, rest });
  const done = (answers: readonly Recorded[]) =>
    answers.flatMap(({ object }) => (object ? [`${String(object['kind'])} ${String(object['amount'])}`] : []));
  const codes = (answers: readonly Recorded[]) => new Set(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)));
  const faults = (answers: readonly Recorded[]) => answers.flatMap(({ errors }) => errors);
  const sums = async (code: string) =>
    (
      await app.database.pool.query(
        `select p.agreement_year::int as year, p.paid_amount as paid, p.offset_amount as "offset", p.returned_amount as returned, p.carried_amount as carried
         from prepayment p join institution i on i.id = p.institution_id where i.code = $1 order by 1`,
        [code],
      )
    ).rows;

  // One run of a hundred and not twenty of four hundred: each waits for the one before it, and all of them would take minutes.
  it('[D6] [RC3] of 100 offsets and returns at once one of each is done', async () => {
    const code = 'raced';
    await accepted(app, await prepaid(code), 400, '2021-06-30');
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_none, at) => (at % 2 === 0 ? close(code, `C-${at}`) : offset(code, `O-${at}`))),
    );
    expect(faults(answers)).toEqual([]);
    expect(done(answers).toSorted()).toEqual(['OFFSET 70800.00', 'RETURNED 106200.00']);
    expect([...codes(answers)].filter((each) => !['NOTHING_TO_OFFSET', 'OFFSET_OUTSTANDING', 'PREPAYMENT_CLOSED'].includes(each))).toEqual(
      [],
    );
    expect(await sums(code)).toEqual([{ year: 2021, paid: '177000.00', offset: '70800.00', returned: '106200.00', carried: '0.00' }]);
    await expectTrueLedger(app);
  });

  it('[RC3] 50 top-ups at once are 50 top-ups, and 50 prepayments at once are one', async () => {
    await hospital(app, 'grown', area, stents);
    const all = Array.from({ length: 50 }, (_none, at) => at);
    const pay = (name: string, amount: string) =>
      Promise.all(all.map((at) => act(name, { payeeCode: 'grown', amount, reference: `${name} ${at}` })));
    const first = await pay('recordPrepayment', '177000.00');
    expect([faults(first), done(first)]).toEqual([[], ['PREPAID 177000.00']]);
    expect([...codes(first)].filter((each) => !['PREPAYMENT_ALREADY_MADE', 'ALREADY_RECORDED'].includes(each))).toEqual([]);
    const more = await pay('topUpPrepayment', '0.01');
    expect([faults(more), done(more).length]).toEqual([[], 50]);
    expect(await sums('grown')).toMatchObject([{ paid: '177000.50' }]);
    await expectTrueLedger(app);
  });

  it('[D10] of 20 prepayments closed twice at once each is closed once', async () => {
    const names = Array.from({ length: 20 }, (_none, at) => `d10-${at}`);
    for (const code of names) await prepaid(code);
    const answers = await Promise.all(names.flatMap((code) => [close(code, 'C-1'), close(code, 'C-2')]));
    expect(faults(answers)).toEqual([]);
    expect(done(answers)).toEqual(names.map(() => 'RETURNED 177000.00'));
    expect([...codes(answers)]).toEqual(['PREPAYMENT_CLOSED']);
    await expectTrueLedger(app);
  });

  it('[RC3] what is carried over comes in once, beside a prepayment of the next year made at the same moment', async () => {
    const names = Array.from({ length: 5 }, (_none, at) => `carry-${at}`);
    for (const code of names) {
      await prepaid(code);
      await agreements(app, { institution: code, year: 2022, lines: stents });
    }
    const next = (payeeCode: string) => act('recordPrepayment', { payeeCode, agreementYear: 2022, amount: '177000.00', reference: 'P-2' });
    const answers = await Promise.all(
      names.flatMap((code) => [close(code, 'C-1', 'CARRY_OVER'), next(code), close(code, 'C-2', 'CARRY_OVER')]),
    );
    expect(faults(answers)).toEqual([]);
    // Who comes second to make the row of the year is told to ask again.
    for (const code of names) {
      await close(code, 'C-3', 'CARRY_OVER');
      await next(code);
      expect(await sums(code)).toEqual([
        { year: 2021, paid: '177000.00', offset: '0.00', returned: '0.00', carried: '177000.00' },
        { year: 2022, paid: '354000.00', offset: '0.00', returned: '0.00', carried: '0.00' },
      ]);
    }
    await expectTrueLedger(app);
  });

  it('[D5] of 200 with one key one movement is recorded and all are answered alike', async () => {
    await accepted(app, await prepaid('twice'), 400, '2021-06-30');
    const idempotencyKey = newKey();
    const input = { institutionCode: 'twice', reference: 'O-1', idempotencyKey };
    const answers = await Promise.all(Array.from({ length: 200 }, () => act('offsetPrepayment', input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(done(answers)[0]).toBe('OFFSET 70800.00');
    expect(codes([await act('offsetPrepayment', { ...input, reference: 'O-2' })])).toEqual(new Set(['IDEMPOTENCY_KEY_REUSED']));
    expect(await sums('twice')).toMatchObject([{ offset: '70800.00' }]);
    await expectTrueLedger(app);
  });
});
