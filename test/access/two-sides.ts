import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, type TestApp } from '../support/app.ts';
import { agencyOf, enterpriseOf, institutionOf, promised, toSign } from '../support/build-agreement.ts';
import { recordedRows } from '../support/build-batch.ts';
import { record, recorded } from '../support/build-recorder.ts';

/** An enterprise with its round and product, and an institution with its area and agency; everything of it bears its name. */
export interface Side {
  readonly name: string;
  readonly round: string;
  readonly product: string;
  readonly institution: string;
  readonly area: string;
}

const sideOf = (name: string, area: string): Side => ({
  name,
  round: `round-${name}`,
  product: `ent-${name}`,
  institution: `inst-${name}`,
  area,
});
export const one = sideOf('one', '330100');
export const other = sideOf('other', '320100');
/** What the other's enterprise sells to the one's institution. */
export const across: Side = { ...other, name: 'across', institution: one.institution, area: one.area };

/** What stands in every text that a side alone may see. */
export const canaryOf = ({ name }: Side) => `canary-${name}`;

/** The callers, by words. */
export const callers: Readonly<Record<string, Partial<Caller> | undefined>> = {
  anonymous: undefined,
  settlement: { role: 'SETTLEMENT', subject: 'fund-1' },
  "the one's enterprise": enterpriseOf(one.product),
  "the one's institution": institutionOf(one.institution),
  "the one's agency": agencyOf(one.area),
  "the other's enterprise": enterpriseOf(other.product),
  "the other's institution": institutionOf(other.institution),
  "the other's agency": agencyOf(other.area),
  expert,
  approver: { role: 'APPROVER', subject: 'approver-1' },
  auditor: { role: 'AUDITOR', subject: 'auditor-1' },
};

/** The canaries that each caller may see; the rest see none. */
export const mayKnow: Readonly<Record<string, readonly Side[]>> = {
  "the one's enterprise": [one],
  "the one's institution": [one, across],
  "the one's agency": [one, across],
  "the other's enterprise": [other, across],
  "the other's institution": [other],
  "the other's agency": [other],
  expert: [one, other, across],
  approver: [one, other, across],
  auditor: [one, other, across],
};

/** What is everybody's to know: rounds in force, and what was agreed. */
export async function prepared(app: TestApp): Promise<void> {
  for (const [at, side] of [one, other].entries()) {
    const of = { [side.institution]: { area: side.area, quantity: 1000 + at } };
    await promised(app, { round: side.round, product: side.product, price: '590', promised: of });
  }
  const volumes = [{ institutionCode: across.institution, quantity: 1500 }];
  await recorded(app, 'recordAgreedVolumes', { roundCode: across.round, productCode: across.product, agreementYear: 2021, volumes });
  await recorded(app, 'recordEnterprise', { code: 'carrier', kind: 'DISTRIBUTOR', name: '配送' });
}

/** How rows name what a side did. */
export const namesOf = (side: Side) => ({
  areaCode: side.area,
  agreementNumber: `${canaryOf(side)}-agreement`,
  orderNumber: `${canaryOf(side)}-order`,
  deliveryNumber: `${canaryOf(side)}-delivery`,
});

/** Everything that issue 5 lets a side do, each act by who does it, with a canary in each of its texts. */
export async function performed(app: TestApp, side: Side): Promise<void> {
  const canary = canaryOf(side);
  const { areaCode, agreementNumber, orderNumber, deliveryNumber } = namesOf(side);
  const [enterprise, institution] = [enterpriseOf(side.product), institutionOf(side.institution)];
  const taken = async (act: string, input: object, caller: Partial<Caller>) => {
    const { object, userErrors, errors } = await record(app, act, input, { caller });
    if (!object) throw new Error(`${act}: ${JSON.stringify({ userErrors, errors })}`);
    return object.id;
  };
  const place = { roundCode: side.round, productCode: side.product, areaCode, distributorCode: 'carrier' };
  await taken('appointDistributor', { ...place, effectiveFrom: '2021-01-20', reason: `${canary} appointment` }, enterprise);
  await recordedRows(app, 'signAgreements', [toSign(side.round, side.product, side.institution, { number: agreementNumber })]);
  const agreement = { areaCode, agreementNumber };
  const order = { ...agreement, orderNumber };
  const delivery = { ...order, deliveryNumber };
  const open = { ...order, deliveryNumber: `${deliveryNumber}-open` };
  await recordedRows(app, 'placeOrders', [{ ...agreement, number: orderNumber, orderedOn: '2021-02-01', quantity: 91 }], {
    caller: institution,
  });
  const came = [deliveryNumber, open.deliveryNumber].map((number) => ({ ...order, number, deliveredOn: '2021-02-10', quantity: 31 }));
  await recordedRows(app, 'recordDeliveries', came, { caller: enterprise });
  const acceptance = {
    ...delivery,
    acceptedOn: '2021-02-15',
    acceptedQuantity: 29,
    rejectedQuantity: 2,
    rejectionReason: `${canary} 破损`,
  };
  await recordedRows(app, 'acceptDeliveries', [acceptance], { caller: institution });
  await taken('returnGoods', { ...delivery, quantity: 3, returnedOn: '2021-02-20', reason: `${canary} return` }, institution);
  const paid = ['kept', 'reversed'].map((which, at) => ({
    ...delivery,
    amount: `${1111 + at}.13`,
    paidOn: '2021-03-01',
    reference: `${canary}-${which}`,
  }));
  await recordedRows(app, 'recordPayments', paid, { caller: institution });
  const reversal = { ...delivery, paymentReference: `${canary}-reversed`, reversedOn: '2021-03-02', reason: `${canary} reversal` };
  await taken('reversePayment', reversal, institution);
  const missing = { ...agreement, missingQuantity: 17, notSuppliedSince: '2021-04-01', evidence: `${canary} evidence` };
  const complaintId = await taken('recordSupplyComplaint', missing, institution);
  await taken('decideSupplyComplaint', { complaintId, decision: 'VERIFY', reason: `${canary} finding` }, expert);
  await taken('amendAgreement', { ...agreement, inForceTo: '2021-12-31', reason: `${canary} amendment` }, expert);
  // The fund prepays an institution once a year, for all that it agreed.
  if (side === across) return;
  const prepaid = { agreementYear: 2021, payeeCode: side.institution };
  await taken(
    'recordPrepayment',
    { ...prepaid, amount: '300000.01', on: '2021-02-01', reference: `${canary}-prepaid` },
    agencyOf(side.area),
  );
  await taken('topUpPrepayment', { ...prepaid, amount: '77.77', on: '2021-02-02', reference: `${canary}-top-up` }, agencyOf(side.area));
  const offset = { agreementYear: 2021, institutionCode: side.institution, on: '2021-12-30', reference: `${canary}-offset` };
  await taken('offsetPrepayment', offset, agencyOf(side.area));
}
