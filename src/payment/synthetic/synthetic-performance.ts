import { addDays, daysBetween, lastDayOfMonth, type LocalDate } from '../../kernel/local-date.ts';

/** An agreement to make up deliveries for. `units` is how many counting units one price unit has. */
export interface PerformedAgreement {
  readonly quantity: number;
  readonly unitPrice: string;
  readonly units: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface SyntheticOrder {
  readonly orderedOn: LocalDate;
  readonly quantity: number;
  readonly deliveries: readonly SyntheticDelivery[];
}

export interface SyntheticDelivery {
  readonly deliveredOn: LocalDate;
  readonly quantity: number;
  readonly acceptance: SyntheticAcceptance | null;
}

export interface SyntheticAcceptance {
  readonly acceptedOn: LocalDate;
  readonly accepted: number;
  readonly rejected: number;
  readonly payable: SyntheticPayable | null;
}

/** Amounts in fen, so that they add up exactly. */
export interface SyntheticPayable {
  readonly amount: bigint;
  readonly dueOn: LocalDate;
  readonly payments: readonly { readonly paidOn: LocalDate; readonly amount: bigint }[];
}

/** The last day by which anything happens: some of what fell due is paid long after the year. */
const settledWithin = 120;

/**
 * Makes up what became of one agreement: orders over its year in one to three deliveries each, some of them rejected in
 * part, accepted within days or on the last day of a month, paid in time, late, in part, or not at all. One delivery in
 * fifty is not checked yet.
 * @param deliveries how many there are; each has at least one unit
 * @param random gives numbers in [0, 1), the same ones for the same seed
 * @param dueOn the deadline of a day of acceptance
 * @source none: demonstration data, every row of it SYNTHETIC
 */
export function syntheticPerformance(
  agreement: PerformedAgreement,
  deliveries: number,
  random: () => number,
  dueOn: (acceptedOn: LocalDate) => LocalDate,
): SyntheticOrder[] {
  const orders: SyntheticOrder[] = [];
  // From little use to more than was agreed.
  const quantity = Math.max(deliveries, Math.floor(agreement.quantity * (0.6 + random() * 0.55)));
  const days = daysBetween(agreement.from, agreement.to);
  const lastDay = addDays(agreement.to, -1);
  let given = 0;
  for (let made = 0; made < deliveries;) {
    const parts = Math.min(1 + Math.floor(random() * 3), deliveries - made);
    const orderedOn = addDays(agreement.from, Math.floor(((made + random()) / deliveries) * (days - 20)));
    let day = orderedOn;
    const ofOrder = Array.from({ length: parts }, (_, part) => {
      const upTo = Math.floor((quantity * (made + part + 1)) / deliveries);
      const share = upTo - given;
      given = upTo;
      day = earlier(addDays(day, 1 + Math.floor(random() * 6)), lastDay);
      return deliveryOf(agreement, { deliveredOn: day, quantity: share, lastDay }, random, dueOn);
    });
    const delivered = ofOrder.reduce((sum, each) => sum + each.quantity, 0);
    // One order in ten has not come in full.
    const missing = random() < 0.1 ? 1 + Math.floor(random() * 3) : 0;
    orders.push({ orderedOn, quantity: delivered + missing, deliveries: ofOrder });
    made += parts;
  }
  return orders;
}

const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b);

function deliveryOf(
  agreement: PerformedAgreement,
  { deliveredOn, quantity, lastDay }: { deliveredOn: LocalDate; quantity: number; lastDay: LocalDate },
  random: () => number,
  dueOn: (acceptedOn: LocalDate) => LocalDate,
): SyntheticDelivery {
  if (random() < 0.02) return { deliveredOn, quantity, acceptance: null };
  const monthEnd = random() < 0.25;
  const acceptedOn = earlier(monthEnd ? lastDayOfMonth(deliveredOn) : addDays(deliveredOn, Math.floor(random() * 5)), lastDay);
  const rejected = random() < 0.03 ? 1 + Math.floor(random() * quantity) : 0;
  const accepted = quantity - rejected;
  const payable = accepted === 0 ? null : payableOf(amountOf(agreement, accepted), acceptedOn, dueOn(acceptedOn), random);
  return { deliveredOn, quantity, acceptance: { acceptedOn, accepted, rejected, payable } };
}

/** Fen of a line, half up once. */
export function amountOf({ unitPrice, units }: Pick<PerformedAgreement, 'unitPrice' | 'units'>, quantity: number): bigint {
  const [yuan = '0', decimals = ''] = unitPrice.split('.');
  const tenThousandths = BigInt(yuan + decimals.padEnd(4, '0'));
  const divisor = 100n * BigInt(units);
  return (2n * BigInt(quantity) * tenThousandths + divisor) / (2n * divisor);
}

function payableOf(amount: bigint, acceptedOn: LocalDate, dueOn: LocalDate, random: () => number): SyntheticPayable {
  const chance = random();
  const open = daysBetween(acceptedOn, dueOn);
  const inTime = () => addDays(acceptedOn, Math.floor(random() * (open + 1)));
  const late = () => addDays(dueOn, 1 + Math.floor(random() * settledWithin));
  if (chance < 0.6) return { amount, dueOn, payments: [{ paidOn: inTime(), amount }] };
  if (chance < 0.8) return { amount, dueOn, payments: [{ paidOn: late(), amount }] };
  if (chance < 0.9 && amount > 1n) {
    const first = amount / 2n;
    const payments = [{ paidOn: inTime(), amount: first }];
    return { amount, dueOn, payments: random() < 0.5 ? payments : [...payments, { paidOn: late(), amount: amount - first }] };
  }
  return { amount, dueOn, payments: [] };
}
