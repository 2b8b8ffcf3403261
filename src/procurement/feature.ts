import type { Feature } from '../platform/feature.ts';
import { factNode, visibleNode } from '../platform/graphql/node.ts';
import { AgreedVolumeAmendment } from './agreed-volume-amendment.entity.ts';
import { AgreedVolumeRollup } from './agreed-volume-rollup.entity.ts';
import { AgreedVolume } from './agreed-volume.entity.ts';
import { Bid } from './bid.entity.ts';
import { DemandReport } from './demand-report.entity.ts';
import { settleBids } from './settle-bids.ts';
import { agreedVolumesAlone, bidList, demandReportList, lotList, roundList, selectedProductList } from './lists.ts';
import { Lot } from './lot.entity.ts';
import {
  AgreedVolumeResolver,
  BidResolver,
  DemandReportResolver,
  LotResolver,
  ProcurementResolver,
  RoundResolver,
  SelectedProductResolver,
  SupplyRegionResolver,
} from './procurement.resolver.ts';
import { procurementTables } from './procurement.import.ts';
import { ProcurementRecordingResolver } from './recording.resolver.ts';
import { rebuildAgreedVolumeRollup } from './roll-up-agreed-volumes.ts';
import { RoundTransition } from './round-transition.entity.ts';
import { Round } from './round.entity.ts';
import { CommittedQuantityResolver, LotSavingsResolver, SelectedProductSavingsResolver, SimulationResolver } from './savings.resolver.ts';
import { SelectedProduct } from './selected-product.entity.ts';
import { StatisticsResolver, StatisticsRowResolver } from './statistics.resolver.ts';
import { SupplyRegion } from './supply-region.entity.ts';

/** Rounds, lots, demand, bids, selection, winning prices and agreed volumes. */
export const procurement: Feature = {
  name: 'procurement',
  entities: [
    Round,
    RoundTransition,
    Lot,
    Bid,
    SelectedProduct,
    SupplyRegion,
    DemandReport,
    AgreedVolume,
    AgreedVolumeAmendment,
    AgreedVolumeRollup,
  ],
  resolvers: [
    ProcurementResolver,
    ProcurementRecordingResolver,
    RoundResolver,
    LotResolver,
    BidResolver,
    SelectedProductResolver,
    SupplyRegionResolver,
    AgreedVolumeResolver,
    DemandReportResolver,
    SelectedProductSavingsResolver,
    LotSavingsResolver,
    SimulationResolver,
    CommittedQuantityResolver,
    StatisticsResolver,
    StatisticsRowResolver,
  ],
  nodes: [
    visibleNode('Round', roundList.list),
    visibleNode('Lot', lotList.list),
    visibleNode('Bid', bidList.list),
    visibleNode('SelectedProduct', selectedProductList.list),
    visibleNode('DemandReport', demandReportList.list),
    factNode('AgreedVolume', agreedVolumesAlone),
  ],
  tables: procurementTables,
  settle: settleBids,
  rollups: { agreed_volume_rollup: rebuildAgreedVolumeRollup },
};
