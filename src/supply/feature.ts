import type { Feature } from '../platform/feature.ts';
import { AgreementAmendment } from './agreement-amendment.entity.ts';
import { agreementExport } from './agreement.export.ts';
import { AgreementQuantity } from './agreement-quantity.entity.ts';
import { Agreement } from './agreement.entity.ts';
import { DeliveryTime } from './delivery-time.entity.ts';
import { deliveryImport } from './delivery.import.ts';
import { Delivery } from './delivery.entity.ts';
import { DistributorAppointment } from './distributor-appointment.entity.ts';
import { GoodsReturn } from './goods-return.entity.ts';
import { Listing } from './listing.entity.ts';
import { MovementRollup } from './movement-rollup.entity.ts';
import { deliveryExport, orderExport } from './movement.export.ts';
import { orderImport } from './order.import.ts';
import { PurchaseOrder } from './purchase-order.entity.ts';
import { QuantityEntry } from './quantity-entry.entity.ts';
import { SupplyRecordingResolver } from './recording.resolver.ts';
import { rebuildMovementRollup } from './roll-up-movements.ts';
import { supplyFiles } from './supply.files.ts';
import { SupplyQueries, supplyReads } from './supply.reads.ts';
import { rules } from './policy/index.ts';

/** Agreements, distributors, listing, orders, deliveries and their acceptance, completion. */
export const supply: Feature = {
  name: 'supply',
  entities: [
    Agreement,
    AgreementAmendment,
    DistributorAppointment,
    Listing,
    PurchaseOrder,
    Delivery,
    GoodsReturn,
    QuantityEntry,
    AgreementQuantity,
    MovementRollup,
    DeliveryTime,
  ],
  rules,
  resolvers: [SupplyQueries, SupplyRecordingResolver],
  reads: supplyReads,
  tables: [],
  acts: [orderImport, deliveryImport],
  files: supplyFiles,
  exports: [agreementExport, orderExport, deliveryExport],
  rollups: { movement_rollup: rebuildMovementRollup },
};
