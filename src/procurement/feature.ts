import type { Feature } from '../platform/feature.ts';
import { procurementActsByTwo } from './acts-by-two.ts';
import { AgreedVolumeAmendment } from './agreed-volume-amendment.entity.ts';
import { AgreedVolumeRollup, AgreedVolumeRollupByArea, AgreedVolumeRollupByProduct } from './agreed-volume-rollup.entity.ts';
import { AgreedVolume } from './agreed-volume.entity.ts';
import { BidEvaluation } from './bid-evaluation.entity.ts';
import { Bid } from './bid.entity.ts';
import { CreditRating } from './credit-rating.entity.ts';
import { DemandStatisticsResolver } from './demand-statistics.resolver.ts';
import { DemandReport } from './demand-report.entity.ts';
import { LotShare } from './lot-share.entity.ts';
import { EnterpriseBar } from './enterprise-bar.entity.ts';
import { ListingSuspension } from './listing-suspension.entity.ts';
import { Lot } from './lot.entity.ts';
import { procurementFiles } from './procurement.files.ts';
import { procurementTables } from './procurement.import.ts';
import { ProcurementQueries, procurementReads } from './procurement.reads.ts';
import { ProcurementRecordingResolver } from './recording.resolver.ts';
import { rebuildAgreedVolumeRollup } from './roll-up-agreed-volumes.ts';
import { publishDemand, republishDemand } from './publish-demand.ts';
import { PublishedDemand } from './published-demand.entity.ts';
import { RoundSeal } from './round-seal.entity.ts';
import { RoundTransition } from './round-transition.entity.ts';
import { Round } from './round.entity.ts';
import { sealPlainBids } from './seal-plain-bids.ts';
import { SelectedProduct } from './selected-product.entity.ts';
import { settleBids } from './settle-bids.ts';
import { SimulationResolver } from './simulation.resolver.ts';
import { StandingQueries, standingReads } from './standing.reads.ts';
import { StandingResolver } from './standing.resolver.ts';
import { WinningPriceCorrection } from './winning-price-correction.entity.ts';
import { SupplyRegion } from './supply-region.entity.ts';
import { rules } from './policy/index.ts';

/** Rounds, lots, demand, bids, selection, winning prices and agreed volumes. */
export const procurement: Feature = {
  name: 'procurement',
  entities: [
    Round,
    RoundTransition,
    RoundSeal,
    Lot,
    LotShare,
    Bid,
    BidEvaluation,
    SelectedProduct,
    SupplyRegion,
    DemandReport,
    AgreedVolume,
    AgreedVolumeAmendment,
    AgreedVolumeRollup,
    AgreedVolumeRollupByArea,
    AgreedVolumeRollupByProduct,
    PublishedDemand,
    WinningPriceCorrection,
    EnterpriseBar,
    CreditRating,
    ListingSuspension,
  ],
  actsByTwo: procurementActsByTwo,
  rules,
  resolvers: [
    ProcurementQueries,
    StandingQueries,
    ProcurementRecordingResolver,
    StandingResolver,
    SimulationResolver,
    DemandStatisticsResolver,
  ],
  reads: [...procurementReads, ...standingReads],
  tables: procurementTables,
  files: procurementFiles,
  settle: async (database) => {
    await settleBids(database);
    await database.fork().transactional((em) => publishDemand(em));
  },
  prepare: sealPlainBids,
  rollups: { agreed_volume_rollup: rebuildAgreedVolumeRollup, published_demand: republishDemand },
};
