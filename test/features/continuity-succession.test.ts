import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { rebuildAgreedVolumeRollup } from '../../src/procurement/roll-up-agreed-volumes.ts';
import { rowsOnRecord, type Rows } from '../journal/rows-on-record.ts';
import { expectTrueSums, sums } from '../support/agreed-volume-sums.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { agreementsOf, delivered, region } from '../support/build-continuity.ts';
import { approved, approver, data, record, recorded, type Row } from '../support/build-recorder.ts';

const agency: Partial<Caller> = { role: 'AGENCY', area: '370100', subject: 'agency-1' };

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await region(app, { round: 'B', failing: 'b-failing', other: 'b-backup', isBackup: true });
  await delivered(app, {
    agreement: 'B-jn',
    quantity: 300,
    deliveredOn: '2022-11-10',
    acceptedOn: '2022-11-12',
    returned: 50,
    paid: '100.00',
  });
  await delivered(app, { agreement: 'B-jn', quantity: 40, deliveredOn: '2022-12-01' });
});
afterAll(() => app.stop());

interface Told {
  readonly table: string;
  readonly row: string;
  readonly from: Record<string, unknown> | null;
  readonly to: Record<string, unknown>;
}

/** A complaint about an agreement, verified; gives its id. */
async function verified(agreementNumber: string): Promise<string> {
  const input = { areaCode: '370100', agreementNumber, missingQuantity: 100, notSuppliedSince: '2022-11-20', evidence: '三次订单均未到货' };
  const { object } = await record(app, 'recordSupplyComplaint', input, { caller: agency });
  await recorded(app, 'decideSupplyComplaint', { complaintId: object!.id, decision: 'VERIFY', reason: '已向企业核实' });
  return object!.id;
}

const transfer = (complaintId: string, more: object = {}) => ({
  complaintId,
  regionCode: '370000',
  effectiveFrom: '2022-12-15',
  figuresOn: '2022-12-10',
  reason: '供应不足,由备供企业接替',
  ...more,
});

const shown = 'facts { name value unit } changes { table key name column from to }';
const decide = (proposalId: string, caller: Partial<Caller> = approver) =>
  record(app, 'decideProposal', { proposalId, decision: 'APPROVE' }, { caller });
const factOf = (proposal: Row, name: string) =>
  (proposal['facts'] as { name: string; value: string }[]).find((each) => each.name === name)?.value;

describe('[RI2] what remains of a failing winner', () => {
  let complaint: string;
  let proposal: Row;
  let rowsBefore: Rows;

  it('is shown with all consequences before the approval, and nothing has changed by then', async () => {
    complaint = await verified('B-jn');
    const before = await app.database.contents();
    proposal = await recorded(app, 'transferSupply', transfer(complaint), shown);
    const after = await app.database.contents();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed).toEqual(['idempotency_record', 'journal_head', 'journal_record', 'outbox_event', 'proposal']);
    expect(proposal['facts']).toEqual([
      { name: 'successor', value: 'b-backup', unit: null },
      { name: 'quantityMoved', value: '1550', unit: '片' },
      { name: 'winningPriceBefore', value: '2.0000', unit: 'yuan/片' },
      { name: 'winningPriceAfter', value: '2.5000', unit: 'yuan/片' },
      { name: 'supplied 370100 B-jn', value: '250', unit: '片' },
      { name: 'remaining 370100 B-jn', value: '350', unit: '片' },
      // On its way on the day of the figures; it counts once it is accepted.
      { name: 'inTransit 370100 B-jn', value: '40', unit: '片' },
      // 300 accepted at 2.00, 100.00 paid: it stays owed to the first enterprise.
      { name: 'openPayables 370100 B-jn', value: '500.00', unit: 'yuan' },
      { name: 'supplied 370100 B-jn2', value: '0', unit: '片' },
      { name: 'remaining 370100 B-jn2', value: '600', unit: '片' },
      { name: 'supplied 370200 B-qd', value: '0', unit: '片' },
      { name: 'remaining 370200 B-qd', value: '600', unit: '片' },
    ]);
    const changes = proposal['changes'] as { table: string; column: string; to: string }[];
    const told = (table: string, column: string) => changes.filter((each) => each.table === table && each.column === column);
    expect(
      told('agreement', 'number')
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['B-jn/2', 'B-jn2/2', 'B-qd/2']);
    expect(told('agreement', 'unit_price').map(({ to }) => to)).toEqual(['2.5000', '2.5000', '2.5000']);
    expect(
      told('agreement_amendment', 'quantity_after')
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['0', '0', '250']);
    expect(
      told('succession_line', 'quantity_moved')
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['350', '600', '600']);
    // Rows that are new together point to each other by the labels that they are shown under.
    const labels = new Set(changes.map((each) => (each as unknown as { key: string }).key));
    expect(told('agreement', 'agreed_volume_id').every(({ to }) => /^new-\d+$/.test(to) && labels.has(to))).toBe(true);
  });

  it('moves to the backup once another person approves: old agreements come down to what came, new ones begin at the winning price', async () => {
    expect(
      (await decide(proposal.id, { role: 'APPROVER', subject: 'same', person: 'expert-1' })).userErrors.map(({ code }) => code),
    ).toEqual(['OWN_PROPOSAL']);
    const payables = (await app.database.contents())['payable'];
    rowsBefore = await rowsOnRecord(app.database);
    const { userErrors, errors } = await decide(proposal.id);
    expect({ userErrors, errors }).toEqual({ userErrors: [], errors: [] });
    expect(await agreementsOf(app, 'b-failing')).toEqual([
      { number: 'B-jn', quantity: 250, price: '2.0000', from: '2022-11-01', to: '2023-11-01' },
      { number: 'B-jn2', quantity: 0, price: '2.0000', from: '2022-11-01', to: '2023-11-01' },
      { number: 'B-qd', quantity: 0, price: '2.0000', from: '2022-11-01', to: '2023-11-01' },
    ]);
    expect(await agreementsOf(app, 'b-backup')).toEqual([
      { number: 'B-jn/2', quantity: 350, price: '2.5000', from: '2022-12-15', to: '2023-11-01' },
      { number: 'B-jn2/2', quantity: 600, price: '2.5000', from: '2022-12-15', to: '2023-11-01' },
      { number: 'B-qd/2', quantity: 600, price: '2.5000', from: '2022-12-15', to: '2023-11-01' },
    ]);
    expect((await app.database.contents())['payable']).toBe(payables);
  });

  it('is kept: the succession with its lines, the amendments with their reason, the complaint with its end', async () => {
    const document = `{
      successions { nodes { basis effectiveFrom figuresOn quantityMoved reason region { code } failing { product { code } }
        successor { product { code } } approval { status }
        lines { nodes { quantityMoved area { code } } } } }
      supplyComplaints { nodes { status succession { quantityMoved } transitions { action toStatus reason recordedBy } } }
    }`;
    const reason = '供应不足,由备供企业接替';
    expect(await data(app, document, {}, approver)).toEqual({
      successions: {
        nodes: [
          {
            basis: 'BACKUP',
            effectiveFrom: '2022-12-15',
            figuresOn: '2022-12-10',
            quantityMoved: 1550,
            reason,
            region: { code: '370000' },
            failing: { product: { code: 'b-failing' } },
            successor: { product: { code: 'b-backup' } },
            approval: { status: 'APPROVED' },
            lines: {
              nodes: [
                { quantityMoved: 350, area: { code: '370100' } },
                { quantityMoved: 600, area: { code: '370100' } },
                { quantityMoved: 600, area: { code: '370200' } },
              ],
            },
          },
        ],
      },
      supplyComplaints: {
        nodes: [
          {
            status: 'SUCCEEDED',
            succession: { quantityMoved: 1550 },
            transitions: [
              { action: 'verify', toStatus: 'VERIFIED', reason: '已向企业核实', recordedBy: 'EXPERT expert-1' },
              { action: 'succeed', toStatus: 'SUCCEEDED', reason, recordedBy: 'APPROVER approver-1' },
            ],
          },
        ],
      },
    });
    const { rows } = await app.database.pool.query(
      `select (select count(*)::int from agreed_volume_amendment where reason = $1) as volumes,
        (select count(*)::int from agreement_amendment where reason = $1) as agreements`,
      [reason],
    );
    expect(rows).toEqual([{ volumes: 3, agreements: 3 }]);
  });

  it('leaves every sum of agreed volumes true', async () => {
    await expectTrueSums(app.database);
    const kept = await sums(app.database);
    await rebuildAgreedVolumeRollup(app.database);
    expect(await sums(app.database)).toEqual(kept);
  });

  it('is told in the journal, every row of it', async () => {
    const { rows } = await app.database.pool.query<{ content: Told }>(
      `select content::json as content from journal_record where content::json->>'operation' = 'decideProposal'
        and content::json->>'request' = (select content::json->>'request' from journal_record where table_name = 'succession')
        order by chain, seq`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { content } of rows) {
      const { table, row, from, to } = content;
      if (from) expect(rowsBefore[table]![row]).toMatchObject(from);
      rowsBefore[table]![row] = { ...rowsBefore[table]![row], ...to };
    }
    expect(rowsBefore).toEqual(await rowsOnRecord(app.database));
  });

  it('cannot move twice: the complaint is closed', async () => {
    const { userErrors } = await record(app, 'transferSupply', transfer(complaint));
    expect(userErrors.map(({ code }) => code)).toEqual(['ACTION_NOT_ALLOWED_IN_STATE', 'NOTHING_REMAINS']);
  });
});

describe('[RI2] a proposal that would not do the same any more', () => {
  beforeAll(() => region(app, { round: 'S', failing: 's-failing', other: 's-backup', isBackup: true }));

  /** A proposal on the agreements of a round, then what happens, then the approval; gives its refusals. */
  async function after(happens: () => Promise<unknown>): Promise<string[]> {
    const complaint = await verified('S-jn');
    const proposal = await recorded(app, 'transferSupply', transfer(complaint, { regionCode: '370100' }), shown);
    expect(factOf(proposal, 'successor')).toBe('s-backup');
    await happens();
    const before = await app.database.contents();
    const { userErrors } = await decide(proposal.id);
    expect(await app.database.contents()).toEqual(before);
    return userErrors.map(({ code }) => code);
  }

  it('is stale when more has come by the day of the figures, and changes nothing', async () => {
    const come = { agreement: 'S-jn', quantity: 10, deliveredOn: '2022-11-10', acceptedOn: '2022-12-10' };
    expect(await after(() => delivered(app, come))).toEqual(['PROPOSAL_STALE']);
  });

  it('is stale when more has come since', async () => {
    const come = { agreement: 'S-jn', quantity: 10, deliveredOn: '2022-12-11', acceptedOn: '2022-12-11' };
    expect(await after(() => delivered(app, come))).toEqual(['PROPOSAL_STALE', 'SUPPLIED_SINCE']);
    await app.database.pool.query(
      `update delivery set accepted_on = '2022-12-10', delivered_on = '2022-12-10' where accepted_on = '2022-12-11'`,
    );
  });

  it('is stale when the price of the successor was corrected', async () => {
    const correction = { roundCode: 'S', lotCode: 'lot-1', productCode: 's-backup', winningPrice: '2.4', reason: '印刷错误' };
    expect(await after(() => approved(app, 'correctWinningPrice', correction))).toEqual(['PROPOSAL_STALE']);
  });

  it('stands when an institution pays meanwhile', async () => {
    const complaint = await verified('S-jn');
    const { id } = await recorded(app, 'transferSupply', transfer(complaint, { regionCode: '370100' }));
    await app.database.pool.query(`
      insert into payable_entry (area_code, id, payable_id, kind, amount, occurred_on, reference, provenance, confidence)
        select area_code, gen_random_uuid(), id, 'PAYMENT', 1, '2023-01-05', 'later', 'test', 'HIGH' from payable where amount = 20.00 limit 1`);
    expect((await decide(id)).userErrors).toEqual([]);
    // The region was a pooling area: the agreement of the other one stays as it was.
    expect(await agreementsOf(app, 's-failing')).toMatchObject([
      { number: 'S-jn', quantity: 20 },
      { number: 'S-jn2', quantity: 0 },
      { number: 'S-qd', quantity: 600 },
    ]);
    await expectTrueSums(app.database);
  });
});

describe('[S0-10] [RI2] a backup that supplies the same institution already', () => {
  beforeAll(() => region(app, { round: 'C', failing: 'c-failing', other: 'c-backup', isBackup: true, capacityOfOther: 2400 }));

  it('has its volume and its agreement raised by an amendment, within the capacity that it declared', async () => {
    // Of 2,400 a year 600 are Hangzhou's; 1,800 would do for Shandong if nobody there had any.
    const more = { roundCode: 'C', productCode: 'c-backup', agreementYear: 2022, volumes: [{ institutionCode: 'C-jn', quantity: 7 }] };
    await recorded(app, 'recordAgreedVolumes', more);
    const complaint = await verified('C-jn');
    const { userErrors } = await record(app, 'transferSupply', transfer(complaint));
    expect(userErrors.map(({ code, field }) => `${code} ${field}`)).toEqual(['CAPACITY_EXCEEDED successorProductCode']);
    const { id } = await recorded(app, 'transferSupply', transfer(complaint, { regionCode: '370100' }));
    expect((await decide(id)).userErrors).toEqual([]);
    expect(await agreementsOf(app, 'c-backup')).toMatchObject([
      { number: 'C-jn/2', quantity: 607 },
      { number: 'C-jn2/2', quantity: 600 },
    ]);
    await expectTrueSums(app.database);
  });

  it('[RI2] takes over a second time what the first transfer left', async () => {
    await app.database.pool.query(
      `update bid set declared_capacity = 1000000 where product_id = (select id from product where code = 'c-backup')`,
    );
    const input = {
      areaCode: '370200',
      roundCode: 'C',
      lotCode: 'lot-1',
      productCode: 'c-failing',
      missingQuantity: 1,
      notSuppliedSince: '2022-12-01',
      evidence: '全市断供',
    };
    const { object } = await record(app, 'recordSupplyComplaint', input, { caller: { ...agency, area: '370200' } });
    await recorded(app, 'decideSupplyComplaint', { complaintId: object!.id, decision: 'VERIFY', reason: '属实' });
    const { id } = await recorded(app, 'transferSupply', transfer(object!.id));
    expect((await decide(id)).userErrors).toEqual([]);
    expect(await agreementsOf(app, 'c-backup')).toMatchObject([{ quantity: 607 }, { quantity: 600 }, { number: 'C-qd/2', quantity: 600 }]);
  });
});
