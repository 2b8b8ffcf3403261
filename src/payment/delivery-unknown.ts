import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import type { DeliveryReference } from '../supply/index.ts';

/** No delivery with these numbers is on record for who asks; which of the numbers is unknown is not told. */
export function deliveryUnknown({ areaCode, agreementNumber, orderNumber, deliveryNumber }: DeliveryReference): Refusal {
  const numbers = [areaCode, agreementNumber, orderNumber, deliveryNumber].join(' / ');
  return unknownCode('deliveryNumber', 'delivery', '到货', numbers);
}
