import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { Area } from '../catalogue/index.ts';
import { fact, type Fact } from '../kernel/fact.ts';
import { localDate, today } from '../kernel/local-date.ts';
import { sumOf } from '../kernel/quantity.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import { openAmounts } from '../payment/index.ts';
import type { Prepared } from '../platform/approval/approved-act.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import {
  dateInFuture,
  handOverVolumes,
  holdRound,
  holdVolumes,
  requireStatus,
  SelectedProduct,
  type AgreedVolume,
} from '../procurement/index.ts';
import { handOverAgreements, holdAgreementsOfProduct, suppliedBy, type Agreement } from '../supply/index.ts';
import type { TransferSupplyInput } from './continuity.input.ts';
import { findSuccessor } from './find-successor.ts';
import { remainingQuantity } from './policy/index.ts';
import { holdComplaint, moveComplaint } from './record-complaint.ts';
import { SuccessionLine } from './succession-line.entity.ts';
import { Succession } from './succession.entity.ts';
import type { SupplyComplaint } from './supply-complaint.entity.ts';

/** More agreements than a person can look at belong in several transfers, by pooling area. */
const mostAgreements = 1000;

/** One agreement with what was agreed, what came, and what is left to move. */
interface Remaining {
  readonly agreement: Agreement;
  readonly volume: AgreedVolume;
  readonly agreed: number;
  readonly supplied: number;
  readonly remaining: number;
  readonly inTransit: number;
}

/**
 * Moves what remains of a failing product in a region to its backup or to a replacement, from a day on (RI1, RI2): every
 * old agreement comes down to what was supplied under it, with the reason; the successor gets agreed volumes and
 * agreements at its own winning price. Takes two persons; what is open for goods that came stays owed to the first
 * enterprise, and is shown with the proposal.
 */
export async function transferSupply(
  context: Context,
  em: EntityManager,
  input: TransferSupplyInput,
  proposalId: string,
): Promise<Verdict<Prepared<SelectedProduct>>> {
  const { effectiveFrom, reason } = input;
  const figuresOn = input.figuresOn ?? today(context.clock);
  const held = await holdComplaint(em, input.complaintId);
  if (!held.ok) return held;
  const complaint = held.value;
  const failing = await em.findOneOrFail(
    SelectedProduct,
    { id: complaint.selectedProduct.id },
    { populate: ['round', 'lot', 'product.holder'] },
  );
  // Alone: nobody agrees on volumes of the round meanwhile, and what the successor is committed to stands still.
  const round = await holdRound(em, failing.round.getEntity().code, 'EXCLUSIVE');
  if (!round.ok) return round;
  const refusals = [
    ...requireStatus(round.value, ['FINAL', 'IN_FORCE']).map((each) => ({ ...each, field: 'complaintId' })),
    ...textRefusals({ reason }),
    ...dateInFuture('figuresOn', figuresOn, today(context.clock)),
    ...(effectiveFrom < complaint.notSuppliedSince ? [beforeFailure(effectiveFrom, complaint.notSuppliedSince)] : []),
  ];
  const moved = moveComplaint(context, em, complaint, 'succeed', { reason, on: effectiveFrom });
  if (!moved.ok) refusals.push(...moved.refusals);
  const region = await regionOf(em, complaint, input.regionCode, refusals);
  if (!region) return refused(refusals);
  const successor = await findSuccessor(context, em, { failing, region, input });
  if (!successor.ok) refusals.push(...successor.refusals);
  const remaining = await remainingOf(em, failing, region, { effectiveFrom, figuresOn });
  if (!remaining.ok) refusals.push(...remaining.refusals);
  if (!successor.ok || !remaining.ok || refusals.length > 0) return refused(refusals);

  const { selected: to, units, unitPrice, basis } = successor.value;
  const moves = remaining.value.filter((each) => each.remaining > 0);
  const quantityMoved = sumOf(moves.map((each) => each.remaining));
  // A replacement is selected for what it takes over.
  if (to.basis === 'REPLACEMENT' && to.agreedQuantity === null) to.agreedQuantity = quantityMoved;
  const handed = await handOverVolumes(context, em, {
    to,
    moves: moves.map(({ volume, remaining: quantity }) => ({ volume, quantity })),
    reason,
  });
  if (!handed.ok) return handed;
  const agreements = await handOverAgreements(context, em, {
    moves: moves.map((each, at) => ({
      agreement: each.agreement,
      quantityBefore: each.agreed,
      quantityAfter: each.agreed - each.remaining,
      volume: handed.value.to[at]!,
    })),
    to,
    unitPrice,
    units,
    from: effectiveFrom,
    reason,
  });
  const succession = em.create(Succession, {
    ...recordedRow(context),
    region,
    failing,
    successor: to,
    basis,
    effectiveFrom,
    figuresOn,
    quantityMoved,
    reason,
    approvalId: proposalId,
  });
  complaint.successionId = succession.id;
  for (const [at, { agreement, remaining: quantity }] of moves.entries()) {
    em.create(SuccessionLine, {
      area: agreement.area,
      id: uuidv7(),
      succession,
      agreementId: agreement.id,
      successorAgreementId: agreements[at]!.id,
      quantityMoved: quantity,
    });
  }
  const open = await openAmounts(
    em,
    remaining.value.map(({ agreement }) => agreement.id),
    figuresOn,
  );
  const facts = [
    fact('successor', to.product.getEntity().code),
    fact('quantityMoved', quantityMoved, failing.lot.getEntity().countingUnit),
    fact('winningPriceBefore', failing.winningPrice ?? 'not on record', failing.winningPrice && `yuan/${failing.priceUnit}`),
    fact('winningPriceAfter', unitPrice, `yuan/${to.priceUnit}`),
    ...remaining.value.flatMap((each) => factsOf(each, failing, open.get(each.agreement.id))),
  ];
  return accepted({ object: failing, facts, settle: handed.value.settle });
}

/** What an approver confirms of one agreement although it is in no changed row. */
function factsOf({ agreement, supplied, remaining, inTransit }: Remaining, { lot }: SelectedProduct, open: string | undefined): Fact[] {
  const of = placeOf({ agreement });
  const unit = lot.getEntity().countingUnit;
  return [
    ...(remaining > 0 ? [fact(`supplied ${of}`, supplied, unit), fact(`remaining ${of}`, remaining, unit)] : []),
    ...(inTransit > 0 ? [fact(`inTransit ${of}`, inTransit, unit)] : []),
    ...(open === undefined ? [] : [fact(`openPayables ${of}`, open, 'yuan')]),
  ];
}

/** By what people know an agreement. */
const placeOf = ({ agreement }: Pick<Remaining, 'agreement'>) => `${agreement.area.code} ${agreement.number}`;

/** The region that is transferred: the pooling area of the complaint, or the province above it. */
async function regionOf(em: EntityManager, { area }: SupplyComplaint, code: string, refusals: Refusal[]): Promise<Area | null> {
  const region = await em.findOne(Area, { code });
  const own = await em.findOneOrFail(Area, { code: area.code });
  if (!region) refusals.push(unknownCode('regionCode', 'area', '地区', code));
  else if (code !== own.code && code !== own.parent?.code) refusals.push(outsideRegion(code, own.code));
  return region;
}

/** The agreements of the region with what is left of each, held; some of them must have something left. */
async function remainingOf(
  em: EntityManager,
  failing: SelectedProduct,
  region: Area,
  { effectiveFrom, figuresOn }: { readonly effectiveFrom: string; readonly figuresOn: string },
): Promise<Verdict<Remaining[]>> {
  const areas = await em.find(Area, { $or: [{ code: region.code }, { parent: region }] });
  const held = await holdAgreementsOfProduct(em, {
    selectedProductId: failing.id,
    areaCodes: areas.map(({ code }) => code),
    from: effectiveFrom,
    most: mostAgreements,
  });
  if (held.length > mostAgreements) return refused([tooMany(region.code)]);
  const supplied = await suppliedBy(em, held, figuresOn);
  const volumes = await holdVolumes(
    em,
    held.map(({ agreedVolumeId }) => agreedVolumeId),
  );
  const byId = new Map(volumes.map((each) => [each.id, each]));
  const refusals: Refusal[] = [];
  const rows = held.flatMap((agreement): Remaining[] => {
    const figures = supplied.get(agreement.id)!;
    const volume = byId.get(agreement.agreedVolumeId)!;
    const agreed = volume.quantity;
    const judged = remainingQuantity({
      agreement: agreement.number,
      agreed,
      supplied: figures,
      on: localDate(figuresOn),
    });
    if (judged.ok) return [{ agreement, volume, agreed, inTransit: figures.inTransit, ...judged.value }];
    refusals.push(...judged.refusals);
    return [];
  });
  if (refusals.length > 0) return refused(refusals);
  rows.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return rows.some(({ remaining }) => remaining > 0) ? accepted(rows) : refused([nothingRemains(region.code, effectiveFrom)]);
}

function beforeFailure(from: string, since: string): Refusal {
  return {
    code: 'TRANSFER_BEFORE_FAILURE',
    field: 'effectiveFrom',
    message: `A transfer from ${from} lies before the failure, which began on ${since}.`,
    messageZh: `转供日期 ${from} 早于未供应起始日 ${since}。`,
    rule: 'continuity.successor-choice',
    facts: [fact('effectiveFrom', from), fact('notSuppliedSince', since)],
  };
}

function outsideRegion(region: string, area: string): Refusal {
  return {
    code: 'OUTSIDE_REGION',
    field: 'regionCode',
    message: `The complaint is about ${area}, which is not in region ${region}.`,
    messageZh: `投诉针对 ${area},不在地区 ${region} 之内。`,
    rule: null,
    facts: [fact('region', region), fact('area', area)],
  };
}

function nothingRemains(region: string, from: string): Refusal {
  return {
    code: 'NOTHING_REMAINS',
    field: 'regionCode',
    message: `No agreement of the product in ${region} is in force on ${from} or later with anything left to supply.`,
    messageZh: `自 ${from} 起,地区 ${region} 内该产品没有尚余数量的有效协议。`,
    rule: 'continuity.remaining-quantity',
    facts: [fact('region', region), fact('effectiveFrom', from)],
  };
}

function tooMany(region: string): Refusal {
  return {
    code: 'TOO_MANY_AGREEMENTS',
    field: 'regionCode',
    message: `More than ${mostAgreements} agreements are in force in ${region}; transfer one pooling area at a time.`,
    messageZh: `地区 ${region} 内有效协议超过 ${mostAgreements} 份;请按统筹区分别转供。`,
    rule: null,
    facts: [fact('region', region), fact('most', mostAgreements)],
  };
}
