import { expect, it } from 'vitest';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { marginSimulation } from './margin-simulation.ts';

const side = (price: string, cost: string, volume: number) => ({
  price: UnitPrice.of(price, 'stent'),
  cost: UnitPrice.of(cost, 'stent'),
  volume,
});

it.each([
  // old price, cost, volume; new price, cost, volume; totals, covered, break-even volume
  ['100', '60', 1000, '50', '40', 3999, '40000.00', '39990.00', false, 4000],
  ['100', '60', 1000, '50', '40', 4000, '40000.00', '40000.00', true, 4000],
  ['100', '60', 1000, '50', '47', 20000, '40000.00', '60000.00', true, 13334], // 13,333.3 rounded up
  ['100', '60', 1000, '50', '50', 9999, '40000.00', '0.00', false, null],
  ['50', '60', 10, '70', '60', 1, '-100.00', '10.00', true, 0],
] as const)(
  '[S0-12] %s-%s on %d against %s-%s on %d',
  (oldPrice, oldCost, oldVolume, newPrice, newCost, newVolume, before, after, isCovered, breakEvenVolume) => {
    const simulated = marginSimulation(side(oldPrice, oldCost, oldVolume), side(newPrice, newCost, newVolume));
    expect({ ...simulated, before: String(simulated.before), after: String(simulated.after) }).toMatchObject({
      before,
      after,
      isCovered,
      breakEvenVolume,
    });
  },
);
