import * as fc from 'fast-check';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import { expert, type TestApp } from './app.ts';
import { under, type PromiseGiven } from './build-agreement.ts';
import { recordBatch } from './build-batch.ts';
import { record } from './build-recorder.ts';

/** The day of the tests' clock: the last on which anything can have happened. */
const last = '2026-11-21';

interface Drawn {
  /** A whole number from 0 to less than this. */
  below(this: void, bound: number): number;
}

/** Numbers that a seed decides. */
function drawnFrom(seed: number): Drawn {
  let state = fc.hash(String(seed));
  return { below: (bound) => (state = fc.hash(String(state))) % bound };
}

const later = (day: string, days: number): string => {
  const found = addDays(localDate(day), days).toString();
  return found > last ? last : found;
};

/** One delivery's way, from order to reversal; each act may be refused, and some are meant to be. */
async function way(app: TestApp, given: PromiseGiven, name: string, { below }: Drawn): Promise<string[]> {
  const institutions = Object.keys(given.promised);
  const agreement = under(given, institutions[below(institutions.length)]!);
  const order = { ...agreement, orderNumber: `order-${name}` };
  const delivery = { ...order, deliveryNumber: 'first' };
  const taken: string[] = [];
  const errorPolicy = 'REJECT_FAILED_ROWS';
  const batch = async (act: string, rows: readonly object[]) => {
    const { recordedRows, errors } = await recordBatch(app, act, rows, { errorPolicy });
    if (errors.length > 0) throw new Error(`${act}: ${JSON.stringify(errors)}`);
    for (let row = 0; row < recordedRows; row += 1) taken.push(act);
  };
  const single = async (act: string, input: object) => {
    if ((await record(app, act, input, { caller: expert })).object) taken.push(act);
  };
  const orderedOn = later('2021-01-20', below(330));
  const quantity = 2 + below(90);
  await batch('placeOrders', [
    { ...agreement, number: order.orderNumber, orderedOn, quantity },
    // The same number, and a day before the agreement.
    { ...agreement, number: order.orderNumber, orderedOn, quantity: 1 },
    { ...agreement, number: `${order.orderNumber}-early`, orderedOn: '2021-01-19', quantity: 1 },
  ]);
  const deliveredOn = later(orderedOn, below(20));
  const part = 1 + below(quantity);
  const more = { ...order, number: 'second', deliveredOn: later(deliveredOn, below(20)), quantity: 1 + below(quantity) };
  await batch('recordDeliveries', [{ ...order, number: 'first', deliveredOn, quantity: part }, more]);
  const rejectedQuantity = below(3) === 0 ? below(part + 1) : 0;
  const acceptedOn = later(deliveredOn, below(40));
  const acceptedQuantity = part - rejectedQuantity;
  await batch('acceptDeliveries', [
    { ...delivery, acceptedOn, acceptedQuantity, rejectedQuantity, rejectionReason: rejectedQuantity > 0 ? '破损' : null },
    // Nothing came under this number.
    { ...delivery, deliveryNumber: 'none', acceptedOn, acceptedQuantity, rejectedQuantity: 0 },
  ]);
  if (below(2) === 0)
    await single('returnGoods', {
      ...delivery,
      quantity: 1 + below(acceptedQuantity + 1),
      returnedOn: later(acceptedOn, below(60)),
      reason: '近效期',
    });
  // A part of what is owed for most, too much for some.
  const most = below(3) === 0 ? 600 : 60;
  const payment = {
    ...delivery,
    amount: `${below(acceptedQuantity * most + 1)}.${10 + below(90)}`,
    paidOn: later(acceptedOn, below(4) === 0 ? 3000 : below(120)),
  };
  await batch('recordPayments', [
    { ...payment, reference: 'one' },
    { ...payment, reference: 'two', paidOn: later(payment.paidOn, below(50)) },
  ]);
  const reversal = { ...delivery, paymentReference: 'one', reversedOn: later(payment.paidOn, below(70)), reason: '误付' };
  if (below(2) === 0) await Promise.all([single('reversePayment', reversal), single('reversePayment', reversal)]);
  return taken;
}

/** What writers do at once, each one way after the other: the acts that were taken. */
export async function randomActs(
  app: TestApp,
  given: readonly PromiseGiven[],
  seed: number,
  { writers = 4, ways = 6 } = {},
): Promise<string[]> {
  const done = Array.from({ length: writers }, async (_none, writer) => {
    const drawn = drawnFrom(seed + writer);
    const taken: string[] = [];
    for (let at = 0; at < ways; at += 1) taken.push(...(await way(app, given[drawn.below(given.length)]!, `${writer}-${at}`, drawn)));
    return taken;
  });
  return (await Promise.all(done)).flat();
}
