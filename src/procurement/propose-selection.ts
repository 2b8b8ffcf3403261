import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { Area, Institution } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { localDate } from '../kernel/local-date.ts';
import { sumOf } from '../kernel/quantity.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { advanceRound, holdRound } from './advance-round.ts';
import { AgreedVolume } from './agreed-volume.entity.ts';
import { BidEvaluation } from './bid-evaluation.entity.ts';
import { Bid } from './bid.entity.ts';
import { DemandReport } from './demand-report.entity.ts';
import { LotShare } from './lot-share.entity.ts';
import { Lot } from './lot.entity.ts';
import { agreementYearField, percentField } from './figures.ts';
import { divideAgreedVolume, priceCut, type DividedVolume } from './policy/index.ts';
import type { LotProposalInput, ProposeSelectionInput } from './recording.input.ts';
import { rollUpRecorded } from './roll-up-agreed-volumes.ts';
import type { Round } from './round.entity.ts';
import { SelectedProduct } from './selected-product.entity.ts';
import { SupplyRegion } from './supply-region.entity.ts';

/**
 * Proposes the selection of a round: for every lot with bids proposed by the evaluation, the selected products with
 * price and quantity, their supply regions, and the agreed volume of each institution for the first agreement year.
 * The volume is computed once, stored, and summed; a lot whose division is not on record has its outcomes recorded
 * one by one instead, before this step.
 */
export async function proposeSelection(context: Context, em: EntityManager, input: ProposeSelectionInput): Promise<Verdict<Round>> {
  const held = await holdRound(em, input.roundCode, 'EXCLUSIVE');
  if (!held.ok) return held;
  const round = held.value;
  const moved = await advanceRound(context, em, round, { action: 'proposeSelection', on: input.on, reason: input.reason });
  const refusals = [...(moved.ok ? [] : moved.refusals), ...agreementYearField(input.agreementYear)];
  if (refusals.length > 0) return refused(refusals);

  const lots = await em.find(Lot, { round }, { orderBy: { code: 'asc' } });
  const proposals = input.lots ?? [];
  for (const [index, { lotCode, chosenPercent }] of proposals.entries()) {
    const at = `lots.${index}`;
    if (proposals.findIndex((each) => each.lotCode === lotCode) !== index) refusals.push(lotTwice(`${at}.lotCode`, lotCode));
    refusals.push(...percentField(`${at}.chosenPercent`, chosenPercent ?? null));
    if (!lots.some((lot) => lot.code === lotCode)) refusals.push(unknownCode(`${at}.lotCode`, 'lot of the round', '竞价单元', lotCode));
  }
  const ofRound = { lot: { round } };
  const openBids = (await em.count(Bid, ofRound)) - (await em.count(BidEvaluation, { bid: ofRound, outcome: { $ne: null } }));
  if (openBids > 0) refusals.push(notEvaluated(openBids));
  const volumes: AgreedVolume[] = [];
  for (const lot of lots) {
    const at = proposals.findIndex((each) => each.lotCode === lot.code);
    const proposed = await proposeLot(context, em, round, lot, input.agreementYear, proposals[at]);
    if (proposed.ok) volumes.push(...proposed.value);
    else refusals.push(...proposed.refusals.map((each) => inLot(lot, at, each)));
  }
  if (refusals.length > 0) return refused(refusals);
  await em.flush();
  if ((await em.count(SelectedProduct, { round })) === 0) return refused([nothingSelected]);
  await rollUpRecorded(em, volumes);
  return accepted(round);
}

async function proposeLot(
  context: Context,
  em: EntityManager,
  round: Round,
  lot: Lot,
  agreementYear: number,
  proposal: LotProposalInput | undefined,
): Promise<Verdict<AgreedVolume[]>> {
  const evaluations = await em.find(
    BidEvaluation,
    { bid: { lot }, outcome: 'PROPOSED' },
    { populate: ['bid.product', 'bid.lot'], orderBy: { bid: { comparableUnitPrice: 'asc', id: 'asc' } } },
  );
  const recordedAlready = await em.find(SelectedProduct, { lot });
  const winners = evaluations
    .map(({ bid, rank }) => ({ bid: bid.getEntity(), rank: rank ?? null }))
    .filter(({ bid }) => !recordedAlready.some((each) => each.product.id === bid.product.id));
  if (winners.length === 0) return accepted([]);

  const demand = await demandOf(em, lot);
  const reassignments = proposal?.reassignments ?? [];
  const strangers = reassignments.filter(({ institutionCode }) => !demand.some((each) => each.institutionCode === institutionCode));
  if (strangers.length > 0) return refused(strangers.map(({ institutionCode }) => withoutDemand(institutionCode)));
  const total = demand.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n);
  if (total > BigInt(Number.MAX_SAFE_INTEGER)) return refused([demandTooLarge(total)]);
  const divided = divideAgreedVolume({
    scheme: round.scheme,
    on: localDate(round.openedOn!),
    category: lot.antibacterial ? 'ANTIBACTERIAL' : 'ORDINARY',
    chosenPercent: proposal?.chosenPercent ?? null,
    winners: winners.map(({ bid }) => {
      const productCode = bid.product.getEntity().code;
      const choice = proposal?.choices?.find((each) => each.productCode === productCode);
      return {
        productCode,
        comparableUnitPrice: bid.comparableUnitPrice!,
        turn: choice?.turn ?? 0,
        wishes: choice?.wishes ?? [],
        backupWishes: choice?.backupWishes ?? [],
      };
    }),
    demand,
    reassignments,
  });
  if (!divided.ok) return divided;
  const without = winners.filter(({ bid }) => !divided.value.volumes.some((each) => each.productCode === bid.product.getEntity().code));
  if (without.length > 0) return refused(without.map(({ bid }) => noVolume(bid.product.getEntity().code)));
  const dearer = winners.flatMap(({ bid }) => {
    const before = priceBeforeOf(bid);
    const cut = before ? priceCut(UnitPrice.of(before, bid.priceUnit), UnitPrice.of(bid.price!, bid.priceUnit)) : null;
    return cut && !cut.ok ? cut.refusals : [];
  });
  if (dearer.length > 0) return refused(dearer);
  const share = (await em.findOne(LotShare, { lot })) ?? em.create(LotShare, { lot });
  share.percent = divided.value.percent;
  return accepted(await store(context, em, round, winners, divided.value, agreementYear));
}

/** A bid that the evaluation proposes, with its place by price. */
interface Winner {
  readonly bid: Bid;
  readonly rank: number | null;
}

/** The lot's price before the round, where the bid's price is for the same unit: one counting unit. */
const priceBeforeOf = (bid: Bid) => (bid.unitsPerPriceUnit === 1 ? (bid.lot.getEntity().priceBefore ?? null) : null);

/** A lot's demand; its region is the province, in which the institution's pooling area lies. */
async function demandOf(em: EntityManager, lot: Lot) {
  const reports = await em.find(
    DemandReport,
    { lot },
    { populate: ['institution', 'product', 'area'], orderBy: { institution: { code: 'asc' }, id: 'asc' } },
  );
  return reports.map((report) => {
    const area = report.area.getEntity();
    return {
      regionCode: area.parent?.code ?? area.code,
      institutionCode: report.institution.getEntity().code,
      productCode: report.product?.getEntity().code ?? null,
      quantity: report.quantity,
    };
  });
}

async function store(
  context: Context,
  em: EntityManager,
  round: Round,
  winners: readonly Winner[],
  { volumes, regions, explanations }: DividedVolume,
  agreementYear: number,
): Promise<AgreedVolume[]> {
  const institutions = await em.find(Institution, { code: { $in: [...new Set(volumes.map((each) => each.institutionCode))] } });
  const institutionByCode = new Map(institutions.map((each) => [each.code, each]));
  const stored: AgreedVolume[] = [];
  for (const { bid, rank } of winners) {
    const { code } = bid.product.getEntity();
    const ofProduct = volumes.filter((each) => each.productCode === code);
    const selected = em.create(SelectedProduct, {
      ...recordedRow(context),
      round,
      lot: bid.lot,
      product: bid.product,
      bid,
      basis: 'BIDDING',
      experts: [],
      rank,
      winningPrice: bid.price,
      priceUnit: bid.priceUnit,
      priceBefore: priceBeforeOf(bid),
      agreedQuantity: sumOf(ofProduct.map((each) => each.quantity)),
      explanation: explanations.get(code) ?? null,
      origin: 'RECORDED',
    });
    const { id: _none, ...recorded } = recordedRow(context);
    for (const { areaCode, role } of regions.filter((each) => each.productCode === code)) {
      em.create(SupplyRegion, { selectedProduct: selected, area: em.getReference(Area, areaCode), role, ...recorded });
    }
    for (const { institutionCode, quantity } of ofProduct) {
      const institution = institutionByCode.get(institutionCode)!;
      const place = { id: uuidv7(), area: institution.area, selectedProduct: selected, institution };
      stored.push(em.create(AgreedVolume, { ...recorded, ...place, agreementYear, quantity }));
    }
  }
  return stored;
}

/** Where the input speaks of what a refusal of one lot is about. */
const fieldInLot: Readonly<Record<string, string>> = {
  winners: '.choices',
  wishes: '.choices',
  chosenPercent: '.chosenPercent',
  reassigned: '.reassignments',
  reassignments: '.reassignments',
};

/** A refusal of one lot says of which, and points to it in the input, where the input says anything of it (`at` is not -1). */
function inLot({ code }: Lot, at: number, refusal: Refusal): Refusal {
  const { field, message, messageZh, facts } = refusal;
  return {
    ...refusal,
    field: field && (at < 0 ? 'lots' : `lots.${at}${fieldInLot[field] ?? ''}`),
    message: `Lot ${code}: ${message}`,
    messageZh: `竞价单元 ${code}:${messageZh}`,
    facts: [fact('lot', code), ...facts],
  };
}

function notEvaluated(bids: number): Refusal {
  return {
    code: 'BIDS_NOT_EVALUATED',
    field: 'roundCode',
    message: `${bids} opened bid(s) have no verdict yet; evaluate the bids first.`,
    messageZh: `尚有 ${bids} 个已开标的申报未评审;请先评审。`,
    rule: null,
    facts: [fact('bids', bids)],
  };
}

const nothingSelected: Refusal = {
  code: 'NOTHING_SELECTED',
  field: 'roundCode',
  message: 'No bid is proposed and no outcome is recorded: there is nothing to propose.',
  messageZh: '没有拟中选的申报,也没有已录入的结果,无可提出。',
  rule: null,
  facts: [],
};

function lotTwice(field: string, lot: string): Refusal {
  return {
    code: 'LOT_LISTED_TWICE',
    field,
    message: `Lot ${lot} is listed twice.`,
    messageZh: `竞价单元 ${lot} 重复列出。`,
    rule: null,
    facts: [fact('lot', lot)],
  };
}

function withoutDemand(institution: string): Refusal {
  return {
    code: 'REASSIGNED_WITHOUT_DEMAND',
    field: 'reassignments',
    message: `Institution ${institution} reported no demand in this lot; it has nothing to re-assign.`,
    messageZh: `医疗机构 ${institution} 在本竞价单元未报量,无可再分配。`,
    rule: 'procurement.intended-volume',
    facts: [fact('institution', institution)],
  };
}

function demandTooLarge(total: bigint): Refusal {
  return {
    code: 'DEMAND_OUT_OF_RANGE',
    field: 'lots',
    message: `The reported demand sums to ${total}; quantities end at ${Number.MAX_SAFE_INTEGER}.`,
    messageZh: `报量合计 ${total},超过数量上限 ${Number.MAX_SAFE_INTEGER}。`,
    rule: 'procurement.agreed-quantity',
    facts: [fact('demand', String(total))],
  };
}

function noVolume(product: string): Refusal {
  return {
    code: 'QUANTITY_MISSING',
    field: 'lots',
    message: `Product ${product} would be selected without any agreed quantity.`,
    messageZh: `产品 ${product} 将在没有约定采购量的情况下中选。`,
    rule: 'procurement.outcome-completeness',
    facts: [fact('product', product)],
  };
}
