import type { ActImport } from '../platform/tables/act-import.ts';
import { code, date, decimal } from '../platform/tables/column-type.ts';
import { deliveryColumns, namedDelivery } from '../supply/index.ts';
import type { PaymentInput } from './recording.input.ts';
import { recordPayments } from './record-payments.ts';

/** Files of payments (付款) on the payables of deliveries; a payment is known by its reference. */
export const paymentImport: ActImport<PaymentInput> = {
  kind: 'payments',
  title: { en: 'payments', zh: '付款' },
  table: 'payable_entry',
  columns: [
    ...deliveryColumns,
    {
      name: 'amount',
      aliases: ['付款金额', '金额'],
      type: decimal(2, { least: '0.01', most: '9999999999999999.99', aboveZero: true }),
      required: true,
    },
    { name: 'paid_on', aliases: ['付款日期'], type: date(), required: true },
    { name: 'reference', aliases: ['凭证号', '付款凭证号'], type: code(), required: true },
  ],
  useCase: recordPayments,
  key: ['reference', 'area_code', 'agreement_number', 'order_number', 'delivery_number'],
  names: `${namedDelivery} join payable p on p.area_code = d.area_code and p.id = d.id`,
  onRecord: `join payable_entry e on e.area_code = p.area_code and e.payable_id = p.id and e.kind = 'PAYMENT' and e.reference = line.reference`,
  compared: { amount: 'e.amount', paid_on: 'e.occurred_on' },
  holds: ['order by p.area_code, p.id for no key update of p'],
};
