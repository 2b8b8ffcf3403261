import type { Refusal } from '../kernel/refusal.ts';
import { capacityLeft } from './policy/index.ts';
import type { BeyondCapacity } from './roll-up-agreed-volumes.ts';

/** What the rule says of a sum that passes the declared capacity; the transaction is taken back with it. */
export function beyondCapacity({ committed, declared }: BeyondCapacity): Refusal[] {
  const judged = capacityLeft({ declared, committed });
  return judged.ok ? [] : [...judged.refusals];
}
