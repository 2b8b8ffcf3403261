import { filesBy, type RecordedFile } from '../platform/tables/recorded-file.ts';
import { acceptDeliveries } from './accept-deliveries.ts';
import { acceptanceImport } from './acceptance.import.ts';
import { paymentImport } from './payment.import.ts';
import { recordPayments } from './record-payments.ts';
import { paymentActs } from './rights.ts';

const { ofBatch } = filesBy(paymentActs);

/** The files that institutions may give the server. */
export const paymentFiles: readonly RecordedFile[] = [
  ofBatch(acceptanceImport, 'acceptDeliveries', 'Delivery', acceptDeliveries),
  ofBatch(paymentImport, 'recordPayments', 'Payable', recordPayments),
];
