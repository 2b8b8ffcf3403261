import { filesBy, type RecordedFile } from '../platform/tables/recorded-file.ts';
import { deliveryImport } from './delivery.import.ts';
import { orderImport } from './order.import.ts';
import { placeOrders } from './place-orders.ts';
import { recordDeliveries } from './record-deliveries.ts';
import { supplyActs } from './rights.ts';

const { ofBatch } = filesBy(supplyActs);

/** The files that institutions and enterprises may give the server. */
export const supplyFiles: readonly RecordedFile[] = [
  ofBatch(orderImport, 'placeOrders', 'PurchaseOrder', placeOrders),
  ofBatch(deliveryImport, 'recordDeliveries', 'Delivery', recordDeliveries),
];
