import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { delivered, region } from '../support/build-continuity.ts';
import { approver, data, record, recorded, refusedWith } from '../support/build-recorder.ts';
import { holders, theLot } from '../support/build-round.ts';

const agencyOf = (area: string): Partial<Caller> => ({ role: 'AGENCY', area, subject: `agency-${area}` });
const institutionOf = (code: string): Partial<Caller> => ({ role: 'INSTITUTION', institution: code, subject: code });
const enterpriseOf = (code: string): Partial<Caller> => ({ role: 'ENTERPRISE', enterprise: code, subject: code });

let app: TestApp;
/** Complaints by what became of them. */
const ids: Record<'open' | 'verified' | 'dismissed' | 'lonely', string> = { open: '', verified: '', dismissed: '', lonely: '' };

const complaint = (more: object = {}) => ({
  areaCode: '370100',
  agreementNumber: 'R-jn',
  missingQuantity: 100,
  notSuppliedSince: '2022-11-20',
  evidence: '三次订单均未到货',
  ...more,
});
const complain = async (caller: Partial<Caller>, more: object = {}) => {
  const { object, userErrors, errors } = await record(app, 'recordSupplyComplaint', complaint(more), { caller });
  expect({ userErrors, errors }).toEqual({ userErrors: [], errors: [] });
  return object!.id;
};
const find = (complaintId: string, decision: string) => recorded(app, 'decideSupplyComplaint', { complaintId, decision, reason: '已核实' });

beforeAll(async () => {
  app = await testApp();
  await region(app, { round: 'R', failing: 'r-failing', other: 'r-backup', isBackup: true });
  await region(app, { round: 'L', failing: 'l-failing', other: 'l-other', isBackup: false });
  await holders(app, 'DRUG', ['substitute']);
  await holders(app, 'STENT', ['stent']);
  ids.open = await complain(institutionOf('R-jn'));
  ids.verified = await complain(agencyOf('370100'));
  await find(ids.verified, 'VERIFY');
  ids.dismissed = await complain(agencyOf('370200'), { areaCode: '370200', agreementNumber: 'R-qd' });
  await find(ids.dismissed, 'DISMISS');
  ids.lonely = await complain(agencyOf('370100'), { agreementNumber: 'L-jn' });
  await find(ids.lonely, 'VERIFY');
}, 120_000);
afterAll(() => app.stop());

describe('[RI2] a supply complaint', () => {
  it('is seen by those whom it concerns, and by nobody else', async () => {
    const seen = async (caller?: Partial<Caller>) => {
      const document = '{ supplyComplaints(first: 100) { totalCount nodes { id } } }';
      const { supplyComplaints } = await data<{ supplyComplaints: { totalCount: number; nodes: { id: string }[] } }>(
        app,
        document,
        {},
        caller,
      );
      expect(supplyComplaints.totalCount).toBe(supplyComplaints.nodes.length);
      const names = Object.entries(ids).filter(([, id]) => supplyComplaints.nodes.some((node) => node.id === id));
      return names.map(([name]) => name);
    };
    expect(await seen({ role: 'EXPERT', subject: 'e' })).toEqual(['open', 'verified', 'dismissed', 'lonely']);
    expect(await seen(approver)).toEqual(['open', 'verified', 'dismissed', 'lonely']);
    expect(await seen({ role: 'AUDITOR', subject: 'a' })).toEqual(['open', 'verified', 'dismissed', 'lonely']);
    expect(await seen(institutionOf('R-jn'))).toEqual(['open', 'verified']);
    expect(await seen(institutionOf('R-jn2'))).toEqual([]);
    expect(await seen(agencyOf('370100'))).toEqual(['open', 'verified', 'lonely']);
    expect(await seen(agencyOf('370200'))).toEqual(['dismissed']);
    expect(await seen(agencyOf('330100'))).toEqual([]);
    // An enterprise learns of a complaint once an expert has found it true.
    expect(await seen(enterpriseOf('r-failing'))).toEqual(['verified']);
    expect(await seen(enterpriseOf('r-backup'))).toEqual([]);
    expect(await seen({ role: 'SETTLEMENT', subject: 's' })).toEqual([]);
    expect(await seen()).toEqual([]);
    for (const caller of [institutionOf('R-jn2'), agencyOf('370200'), enterpriseOf('r-failing')]) {
      const { node } = await data<{ node: object | null }>(app, 'query($id: ID!) { node(id: $id) { id } }', { id: ids.open }, caller);
      expect(node).toBeNull();
    }
  });

  it('is recorded, found true, proposed and approved by those who may, and by nobody else', async () => {
    const forbidden = async (name: string, input: object, caller: Partial<Caller>) =>
      (await record(app, name, input, { caller })).errors.map(({ code }) => code);
    for (const caller of [enterpriseOf('r-failing'), approver, { role: 'EXPERT', subject: 'e' } as const]) {
      expect(await forbidden('recordSupplyComplaint', complaint(), caller)).toEqual(['FORBIDDEN']);
    }
    const decision = { complaintId: ids.open, decision: 'VERIFY', reason: '属实' };
    const transfer = { complaintId: ids.verified, regionCode: '370100', effectiveFrom: '2022-12-15', reason: '接替' };
    for (const caller of [enterpriseOf('r-failing'), approver, agencyOf('370100'), institutionOf('R-jn')]) {
      expect(await forbidden('decideSupplyComplaint', decision, caller)).toEqual(['FORBIDDEN']);
      expect(await forbidden('transferSupply', transfer, caller)).toEqual(['FORBIDDEN']);
    }
  });
});

describe('[RI2] each refusal of a complaint, with nothing changed', () => {
  const own = institutionOf('R-jn');
  const agency = agencyOf('370100');
  const ofProduct = { agreementNumber: null, roundCode: 'R', lotCode: theLot, productCode: 'r-failing' };
  it.each<[string, object, Partial<Caller>, ...string[]]>([
    ['the agreement of another institution', { agreementNumber: 'R-jn2' }, own, 'UNKNOWN_CODE agreementNumber'],
    ['no agreement at all', { agreementNumber: 'none' }, agency, 'UNKNOWN_CODE agreementNumber'],
    ['another area', { areaCode: '370200', agreementNumber: 'R-qd' }, agency, 'OTHER_AREA areaCode'],
    [
      'nothing missing, from a day to come, without evidence',
      { missingQuantity: 0, notSuppliedSince: '2026-11-22', evidence: ' ' },
      agency,
      'MALFORMED_TEXT evidence',
      'QUANTITY_NOT_POSITIVE missingQuantity',
      'DATE_IN_FUTURE notSuppliedSince',
    ],
    ['a product, by an institution', ofProduct, own, 'COMPLAINT_SUBJECT_NOT_CLEAR agreementNumber'],
    ['both', { ...ofProduct, agreementNumber: 'R-jn' }, agency, 'COMPLAINT_SUBJECT_NOT_CLEAR agreementNumber'],
    ['a product that was not selected', { ...ofProduct, productCode: 'substitute' }, agency, 'UNKNOWN_CODE productCode'],
  ])('%s', async (_title, more, caller, ...codes) => {
    const before = await app.database.contents();
    const { object, userErrors, errors } = await record(app, 'recordSupplyComplaint', complaint(more), { caller });
    expect({ object, errors }).toEqual({ object: null, errors: [] });
    expect(userErrors.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
    expect(await app.database.contents()).toEqual(before);
  });

  it.each<[string, () => object, ...string[]]>([
    ['an unknown one', () => ({ complaintId: ids.open.slice(1) }), 'COMPLAINT_UNKNOWN complaintId'],
    [
      'one that is decided',
      () => ({ complaintId: ids.verified, reason: '' }),
      'MALFORMED_TEXT reason',
      'ACTION_NOT_ALLOWED_IN_STATE complaintId',
    ],
  ])('a decision on %s', async (_title, input, ...codes) => {
    const refusals = await refusedWith(app, 'decideSupplyComplaint', { decision: 'DISMISS', reason: '不属实', ...input() });
    expect(refusals.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });
});

describe('[RI1] [RI2] each refusal of a transfer, with nothing changed', () => {
  const transfer = (more: object = {}) => ({
    complaintId: ids.verified,
    regionCode: '370000',
    effectiveFrom: '2022-12-15',
    figuresOn: '2022-12-10',
    reason: '接替',
    ...more,
  });
  const lonely = (more: object = {}) => transfer({ complaintId: ids.lonely, ...more });
  it.each<[string, () => object, ...string[]]>([
    ['of no complaint', () => transfer({ complaintId: 'none' }), 'COMPLAINT_UNKNOWN complaintId'],
    ['of one that is not verified', () => transfer({ complaintId: ids.open }), 'ACTION_NOT_ALLOWED_IN_STATE complaintId'],
    ['of one that was dismissed', () => transfer({ complaintId: ids.dismissed }), 'ACTION_NOT_ALLOWED_IN_STATE complaintId'],
    [
      'before the failure, on figures to come, without a reason',
      () => transfer({ effectiveFrom: '2022-11-19', figuresOn: '2026-11-22', reason: ' ' }),
      'MALFORMED_TEXT reason',
      'DATE_IN_FUTURE figuresOn',
      'TRANSFER_BEFORE_FAILURE effectiveFrom',
    ],
    [
      'in a region elsewhere',
      () => transfer({ regionCode: '330000' }),
      'OUTSIDE_REGION regionCode',
      'NO_BACKUP successorProductCode',
      'NOTHING_REMAINS regionCode',
    ],
    ['in no region', () => transfer({ regionCode: '999999' }), 'UNKNOWN_CODE regionCode'],
    ['after the end of all agreements', () => transfer({ effectiveFrom: '2023-11-01' }), 'NOTHING_REMAINS regionCode'],
    ['to nobody on record', () => transfer({ successorProductCode: 'none' }), 'UNKNOWN_CODE successorProductCode'],
    [
      'to a product of another category',
      () => transfer({ successorProductCode: 'stent' }),
      'PRODUCT_OF_OTHER_CATEGORY successorProductCode',
    ],
    ['to itself', () => transfer({ successorProductCode: 'r-failing' }), 'SUCCESSOR_IS_FAILING successorProductCode'],
    [
      'past the backup',
      () => transfer({ successorProductCode: 'substitute', replacementPrice: '3' }),
      'BACKUP_COMES_FIRST successorProductCode',
    ],
    ['to the backup at another price', () => transfer({ replacementPrice: '3' }), 'PRICE_ALREADY_ON_RECORD replacementPrice'],
    ['to nobody, where there is no backup', () => lonely(), 'NO_BACKUP successorProductCode'],
    [
      'to a replacement without a price',
      () => lonely({ successorProductCode: 'substitute' }),
      'REPLACEMENT_PRICE_MISSING replacementPrice',
    ],
    [
      'at a price that is none',
      () => lonely({ successorProductCode: 'substitute', replacementPrice: '0' }),
      'MALFORMED_PRICE replacementPrice',
    ],
  ])('%s', async (_title, input, ...codes) => {
    const refusals = await refusedWith(app, 'transferSupply', input());
    expect(refusals.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
    for (const { message, messageZh } of refusals) {
      expect(message).toMatch(/^\P{Script=Han}+\.$/u);
      expect(messageZh).toMatch(/\p{Script=Han}.*。$/u);
    }
  });

  it('to one that withdrew, whose price is not on record, or whose listing is suspended there', async () => {
    const toOther = () => refusedWith(app, 'transferSupply', lonely({ successorProductCode: 'l-other' }));
    const codes = async () => (await toOther()).map(({ code }) => code);
    const suspension = {
      productCode: 'l-other',
      areaCode: '370000',
      effectiveFrom: '2022-12-15',
      effectiveTo: '2022-12-16',
      reason: '停供',
      source: 'SYNTHETIC: made for this test',
    };
    await recorded(app, 'suspendListing', suspension);
    expect(await codes()).toEqual(['SUCCESSOR_SUSPENDED']);
    const after = lonely({ successorProductCode: 'l-other', effectiveFrom: '2022-12-16' });
    await recorded(app, 'transferSupply', after);
    const ofOther = `product_id = (select id from product where code = 'l-other')`;
    await app.database.pool.query(`update selected_product set price_unit = '盒', bid_id = null where ${ofOther}`);
    expect((await refusedWith(app, 'transferSupply', after)).map(({ code }) => code)).toEqual(['PRICE_NOT_ON_RECORD']);
    const gone = { roundCode: 'L', lotCode: theLot, productCode: 'l-other', withdrawnOn: '2022-12-01', reason: '退出' };
    await recorded(app, 'withdrawWinner', gone);
    expect((await refusedWith(app, 'transferSupply', after)).map(({ code }) => code)).toEqual(['SUCCESSOR_WITHDRAWN']);
    expect((await refusedWith(app, 'withdrawWinner', gone)).map(({ code }) => code)).toEqual(['ALREADY_WITHDRAWN']);
  });

  it('of more agreements than a person can look at', async () => {
    await app.database.pool.query(`
      with copied as (insert into institution (id, code, area_code, level, name, provenance, confidence)
          select gen_random_uuid(), 'many-' || n, '370200', 'PRIMARY', 'many', 'test', 'SYNTHETIC' from generate_series(1, 999) n returning id, area_code),
        agreed as (insert into agreed_volume (area_code, id, selected_product_id, institution_id, agreement_year, quantity, provenance, confidence)
          select c.area_code, gen_random_uuid(), s.id, c.id, 2022, 1, 'test', 'SYNTHETIC' from copied c, selected_product s join product p on p.id = s.product_id
          where p.code = 'l-failing' returning *)
      insert into agreement (area_code, id, number, agreed_volume_id, selected_product_id, product_id, enterprise_id, institution_id, agreement_year,
          signed_on, in_force_from, in_force_to, unit_price, price_unit, units_per_price_unit, provenance, confidence)
        select v.area_code, gen_random_uuid(), v.id::text, v.id, s.id, s.product_id, p.holder_id, v.institution_id, 2022, '2022-11-01', '2022-11-01',
          '2023-11-01', s.winning_price, s.price_unit, 1, 'test', 'SYNTHETIC'
        from agreed v join selected_product s on s.id = v.selected_product_id join product p on p.id = s.product_id`);
    const input = lonely({ successorProductCode: 'substitute', replacementPrice: '3' });
    expect((await refusedWith(app, 'transferSupply', input)).map(({ code }) => code)).toEqual(['TOO_MANY_AGREEMENTS']);
  });
});

it('[RI2] a transfer of a round that is over is refused', async () => {
  await delivered(app, { agreement: 'R-jn', quantity: 1, deliveredOn: '2022-12-11', acceptedOn: '2022-12-11' });
  const input = { complaintId: ids.verified, regionCode: '370000', effectiveFrom: '2022-12-15', figuresOn: '2022-12-10', reason: '接替' };
  expect((await refusedWith(app, 'transferSupply', input)).map(({ code }) => code)).toEqual(['SUPPLIED_SINCE']);
  await app.database.pool.query(`update round set status = 'EXPIRED' where code = 'R'`);
  expect((await refusedWith(app, 'transferSupply', { ...input, figuresOn: '2022-12-11' })).map(({ code }) => code)).toEqual([
    'ACTION_NOT_ALLOWED_IN_STATE',
  ]);
});
