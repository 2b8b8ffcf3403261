import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  AreaType,
  Area,
  EnterpriseType,
  Enterprise,
  Institution,
  InstitutionType,
  PolicyDocument,
  PolicyDocumentType,
  Product,
  ProductType,
} from '../catalogue/index.ts';
import type { Explanation } from '../kernel/explanation.ts';
import { localDateAt } from '../kernel/local-date.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import type { Context } from '../platform/graphql/context.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { DecimalScalar } from '../platform/graphql/scalars.ts';
import type { PageArguments } from '../platform/read/paged-list.ts';
import { findVisible } from '../platform/read/visible.ts';
import type { AgreedVolumeAmendment } from './agreed-volume-amendment.entity.ts';
import type { AgreedVolume } from './agreed-volume.entity.ts';
import { Bid } from './bid.entity.ts';
import { BidConnection, BidStatusEnum, BidType } from './bid.type.ts';
import { compareBid } from './compare-bid.ts';
import type { DemandReport } from './demand-report.entity.ts';
import {
  agreedVolumeList,
  bidList,
  demandReportList,
  lotList,
  mayKnowRound,
  roundList,
  selectedProductList,
  supplyRegionList,
} from './lists.ts';
import { Lot } from './lot.entity.ts';
import { LotConnection, LotType } from './lot.type.ts';
import { Round } from './round.entity.ts';
import { PublishedFiguresType, RoundConnection, RoundTransitionType, RoundType } from './round.type.ts';
import { SelectedProduct } from './selected-product.entity.ts';
import { SelectedProductConnection, SelectedProductType, SupplyRegionConnection, SupplyRegionType } from './selected-product.type.ts';
import type { SupplyRegion } from './supply-region.entity.ts';
import {
  AgreedVolumeAmendmentType,
  AgreedVolumeConnection,
  AgreedVolumeType,
  DemandReportConnection,
  DemandReportType,
} from './volume.type.ts';
import { lotByCode, priceRangeOfRound, transitionsOfRound, amendmentsOfVolume } from './read-round.ts';

@Resolver()
export class ProcurementResolver {
  @Query(() => RoundType, maybe('The round with this code.', '按代码取批次。'))
  round(@Arg('code', () => String, always('The business code.', '业务代码。')) code: string, @Ctx() context: Context) {
    return findVisible(context.em, context.caller, roundList.list, { code });
  }

  @Query(() => RoundConnection, always('Rounds, the latest opening first.', '采购批次,最近开标的在前。'))
  rounds(@Args(() => roundList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(roundList.list, args);
  }
}

@Resolver(() => RoundType)
export class RoundResolver {
  @FieldResolver(
    () => DecimalScalar,
    maybe('The lowest winning price on record, in the price unit of its product.', '已记录的最低中选价,以该产品计价单位计。'),
  )
  async lowestWinningPrice(@Root() round: Round, @Ctx() context: Context) {
    return (await priceRangeOfRound(context, round.id)).lowest;
  }

  @FieldResolver(
    () => DecimalScalar,
    maybe('The highest winning price on record: the target of convergence.', '已记录的最高中选价,即支付标准趋同的目标。'),
  )
  async highestWinningPrice(@Root() round: Round, @Ctx() context: Context) {
    return (await priceRangeOfRound(context, round.id)).highest;
  }

  @FieldResolver(() => PublishedFiguresType, always('Figures as published.', '官方公布数据。'))
  published(@Root() round: Round) {
    return round;
  }

  @FieldResolver(() => RoundType, maybe('The earlier round that this one renews.', '所接续的批次。'))
  async renews(@Root() round: Round, @Ctx() context: Context) {
    const earlier = round.renews ? await context.load(Round, round.renews.id) : null;
    return earlier && mayKnowRound(context.caller, earlier) ? earlier : null;
  }

  @FieldResolver(() => PolicyDocumentType, maybe('The procurement document.', '采购文件。'))
  policyDocument(@Root() round: Round, @Ctx() context: Context) {
    return round.policyDocument ? context.load(PolicyDocument, round.policyDocument.id) : null;
  }

  @FieldResolver(() => LotType, maybe('The lot with this code.', '按代码取竞价单元。'))
  lot(
    @Root() round: Round,
    @Arg('code', () => String, always('The code of the lot.', '竞价单元代码。')) code: string,
    @Ctx() context: Context,
  ) {
    return lotByCode(context, round.id, code);
  }

  @FieldResolver(() => LotConnection, always('The lots of the round.', '批次内的竞价单元。'))
  lots(@Root() round: Round, @Args(() => lotList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(lotList.list, args, round.id);
  }

  @FieldResolver(() => SelectedProductConnection, always('The selected products, by rank.', '中选产品,按名次。'))
  selectedProducts(@Root() round: Round, @Args(() => selectedProductList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(selectedProductList.list, args, round.id);
  }

  @FieldResolver(() => [RoundTransitionType], always('How the round came to its status, oldest first.', '状态变更记录,从早到晚。'))
  transitions(@Root() round: Round, @Ctx() context: Context) {
    return transitionsOfRound(context, round.id);
  }
}

@Resolver(() => LotType)
export class LotResolver {
  @FieldResolver(() => RoundType, always('The round.', '所属批次。'))
  round(@Root() lot: Lot, @Ctx() context: Context) {
    return context.load(Round, lot.round.id);
  }

  @FieldResolver(
    () => BidConnection,
    always('The opened bids, by rank; an enterprise sees its own before the opening.', '已开标的申报,按名次;企业开标前可见自己的申报。'),
  )
  bids(@Root() lot: Lot, @Args(() => bidList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(bidList.list, args, lot.id);
  }

  @FieldResolver(
    () => DemandReportConnection,
    always('The demand reported; an institution sees its own.', '报量数据;医疗机构可见本机构数据。'),
  )
  demandReports(@Root() lot: Lot, @Args(() => demandReportList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(demandReportList.list, args, lot.id);
  }

  @FieldResolver(() => SelectedProductConnection, always('The selected products of the lot.', '本竞价单元的中选产品。'))
  selectedProducts(@Root() lot: Lot, @Args(() => selectedProductList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(selectedProductsOfLot, args, lot.id);
  }
}

@Resolver(() => BidType)
export class BidResolver {
  @FieldResolver(
    () => DecimalScalar,
    maybe('The declared price in yuan per price unit; null while sealed or not on record.', '申报价,元/计价单位;密封或未记录时为空。'),
  )
  price(@Root() bid: Bid, @Ctx() context: Context) {
    return unsealed(bid, context, (each) => each.price);
  }

  @FieldResolver(
    () => DecimalScalar,
    maybe(
      'The price by which bids are compared, in yuan per counting unit; null while sealed or not on record.',
      '单位可比价,元/计数单位;密封或未记录时为空。',
    ),
  )
  comparableUnitPrice(@Root() bid: Bid, @Ctx() context: Context) {
    return unsealed(bid, context, (each) => each.comparableUnitPrice);
  }

  @FieldResolver(
    () => ExplanationType,
    maybe(
      'How the comparable unit price follows from the declared one, with the factor shown; null while sealed or where a figure is not on record.',
      '单位可比价由申报价折算的过程及系数;密封或数据未记录时为空。',
    ),
  )
  comparison(@Root() bid: Bid, @Ctx() context: Context) {
    return unsealed(bid, context, () => comparisonOf(bid, context));
  }

  @FieldResolver(() => BidStatusEnum, maybe('The outcome; null until evaluated.', '结果;评审前为空。'))
  outcome(@Root() bid: Bid) {
    return bid.status === 'SEALED' || bid.status === 'OPENED' ? null : bid.status;
  }

  @FieldResolver(() => LotType, always('The lot.', '竞价单元。'))
  lot(@Root() bid: Bid, @Ctx() context: Context) {
    return context.load(Lot, bid.lot.id);
  }

  @FieldResolver(() => EnterpriseType, always('The enterprise that bids.', '申报企业。'))
  enterprise(@Root() bid: Bid, @Ctx() context: Context) {
    return context.load(Enterprise, bid.enterprise.id);
  }

  @FieldResolver(() => ProductType, always('The product.', '申报产品。'))
  product(@Root() bid: Bid, @Ctx() context: Context) {
    return context.load(Product, bid.product.id);
  }
}

async function comparisonOf(bid: Bid, context: Context): Promise<Explanation | null> {
  const [lot, product] = await Promise.all([context.load(Lot, bid.lot.id), context.load(Product, bid.product.id)]);
  if (!bid.price || !bid.unitsPerPriceUnit || !lot || !product) return null;
  const on = localDateAt(bid.recordedAt);
  const compared = compareBid({ price: bid.price, unitsPerPriceUnit: bid.unitsPerPriceUnit, product, lot, on });
  return compared.ok ? compared.value.explanation : null;
}

/** A sealed price is shown to nobody but the enterprise that declared it, on whatever path the bid was reached. */
async function unsealed<V>(bid: Bid, context: Context, read: (bid: Bid) => V | Promise<V>): Promise<V | null> {
  if (bid.status !== 'SEALED') return read(bid);
  if (context.caller.role !== 'ENTERPRISE') return null;
  const enterprise = await context.load(Enterprise, bid.enterprise.id);
  return enterprise?.code === context.caller.enterprise ? read(bid) : null;
}

@Resolver(() => SelectedProductType)
export class SelectedProductResolver {
  @FieldResolver(() => RoundType, always('The round.', '所属批次。'))
  round(@Root() selected: SelectedProduct, @Ctx() context: Context) {
    return context.load(Round, selected.round.id);
  }

  @FieldResolver(() => LotType, always('The lot.', '竞价单元。'))
  lot(@Root() selected: SelectedProduct, @Ctx() context: Context) {
    return context.load(Lot, selected.lot.id);
  }

  @FieldResolver(() => ProductType, always('The product.', '产品。'))
  product(@Root() selected: SelectedProduct, @Ctx() context: Context) {
    return context.load(Product, selected.product.id);
  }

  @FieldResolver(() => BidType, maybe('The bid that won, where on record.', '中选的申报(已记录时)。'))
  bid(@Root() selected: SelectedProduct, @Ctx() context: Context) {
    return selected.bid ? context.load(Bid, selected.bid.id) : null;
  }

  @FieldResolver(() => AgreedVolumeConnection, always('The agreed volumes of the institutions.', '各医疗机构的约定采购量。'))
  agreedVolumes(@Root() selected: SelectedProduct, @Args(() => agreedVolumeList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(agreedVolumeList.list, args, selected.id);
  }

  @FieldResolver(() => SupplyRegionConnection, always('The regions that it supplies.', '供应地区。'))
  supplyRegions(@Root() selected: SelectedProduct, @Args(() => supplyRegionList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(supplyRegionList.list, args, selected.id);
  }
}

@Resolver(() => SupplyRegionType)
export class SupplyRegionResolver {
  @FieldResolver(() => AreaType, always('The area.', '地区。'))
  area(@Root() region: SupplyRegion, @Ctx() context: Context) {
    return context.load(Area, region.area.code);
  }
}

@Resolver(() => AgreedVolumeType)
export class AgreedVolumeResolver {
  @FieldResolver(() => SelectedProductType, always('The selected product.', '中选产品。'))
  selectedProduct(@Root() volume: AgreedVolume, @Ctx() context: Context) {
    return context.load(SelectedProduct, volume.selectedProduct.id);
  }

  @FieldResolver(() => InstitutionType, always('The institution that commits.', '约定采购的医疗机构。'))
  institution(@Root() volume: AgreedVolume, @Ctx() context: Context) {
    return context.load(Institution, volume.institution.id);
  }

  @FieldResolver(
    () => [AgreedVolumeAmendmentType],
    always('Every change since it was recorded, oldest first.', '录入后的全部变更,从早到晚。'),
  )
  amendments(@Root() volume: AgreedVolume, @Ctx() context: Context): Promise<AgreedVolumeAmendment[]> {
    return amendmentsOfVolume(context, volume.id);
  }
}

@Resolver(() => DemandReportType)
export class DemandReportResolver {
  @FieldResolver(() => InstitutionType, always('The institution that reports.', '报量医疗机构。'))
  institution(@Root() report: DemandReport, @Ctx() context: Context) {
    return context.load(Institution, report.institution.id);
  }

  @FieldResolver(() => ProductType, maybe('The product, where the round asks for brands; else null.', '按品牌报量时的产品,否则为空。'))
  product(@Root() report: DemandReport, @Ctx() context: Context) {
    return report.product ? context.load(Product, report.product.id) : null;
  }
}

const selectedProductsOfLot = selectedProductList.under('lot_id');
