import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayOfMonth, localDate, type LocalDate } from '../../kernel/local-date.ts';
import { syntheticPerformance, type PerformedAgreement } from './synthetic-performance.ts';

const agreement: PerformedAgreement = {
  quantity: 400,
  unitPrice: '469.0000',
  units: 1,
  from: localDate('2021-01-01'),
  to: localDate('2022-01-01'),
};

/** Numbers of the property's own, repeated. */
const told = (numbers: readonly number[]) => {
  let at = 0;
  return () => numbers[at++ % numbers.length]!;
};
const nextMonthEnd = (day: LocalDate) => lastDayOfMonth(day, 1);

describe('synthetic performance', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 7, maxLength: 60 });

  it('meets what the tables and the rules ask, whatever the chances', () => {
    fc.assert(
      fc.property(chances, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 500 }), (numbers, count, quantity) => {
        const orders = syntheticPerformance({ ...agreement, quantity }, count, told(numbers), nextMonthEnd);
        const deliveries = orders.flatMap((order) => order.deliveries.map((delivery) => ({ order, delivery })));
        expect(deliveries).toHaveLength(count);
        for (const order of orders)
          expect(order.quantity).toBeGreaterThanOrEqual(order.deliveries.reduce((sum, each) => sum + each.quantity, 0));
        for (const { order, delivery } of deliveries) {
          const { deliveredOn, acceptance } = delivery;
          expect(delivery.quantity).toBeGreaterThan(0);
          expect(order.orderedOn >= agreement.from && deliveredOn >= order.orderedOn && deliveredOn < agreement.to).toBe(true);
          if (!acceptance) continue;
          expect(acceptance.accepted + acceptance.rejected).toBe(delivery.quantity);
          expect(acceptance.accepted).toBeGreaterThanOrEqual(0);
          expect(acceptance.acceptedOn >= deliveredOn && acceptance.acceptedOn < agreement.to).toBe(true);
          expect(acceptance.payable?.amount ?? 0n).toBe(BigInt(acceptance.accepted) * 46_900n);
          const { payments = [] } = acceptance.payable ?? {};
          expect(payments.every(({ amount, paidOn }) => amount > 0n && paidOn >= acceptance.acceptedOn)).toBe(true);
          expect(payments.reduce((sum, { amount }) => sum + amount, 0n) <= (acceptance.payable?.amount ?? 0n)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('rounds a line half up once, to the fen', () => {
    const box = { ...agreement, quantity: 1, unitPrice: '10.0000', units: 7 };
    const [order] = syntheticPerformance(box, 1, told([0.5]), nextMonthEnd);
    // 10.00 / 7 = 1.428…
    expect(order!.deliveries[0]!.acceptance!.payable!.amount).toBe(143n);
  });
});
