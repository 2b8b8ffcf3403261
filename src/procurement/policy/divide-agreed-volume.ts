import type { Explanation } from '../../kernel/explanation.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { sumOf } from '../../kernel/quantity.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import { assertSum } from '../../kernel/split.ts';
import { fact } from '../../kernel/fact.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { agreedQuantity, baseOfArea } from './agreed-quantity.ts';
import { comparablePrice } from './comparable-price.ts';
import { explainIntendedVolume, explainShareOfBase, type RegionPart } from './explain-agreed-volume.ts';
import { institutionSplit } from './institution-split.ts';
import { intendedVolume } from './intended-volume.ts';
import type { SchemeTerms } from './scheme.clauses.ts';
import { scheme, schemeRule } from './scheme.ts';
import { shareAmongWinners } from './share-among-winners.ts';
import { supplyRegionChoice } from './supply-region-choice.ts';
import { volumeShare, type ShareCategory } from './volume-share.ts';

/**
 * A winner of a lot, lowest price first; wishes are codes of regions and only needed where regions are chosen.
 * @source none: a shape of this system, not a rule
 */
export interface Winner {
  productCode: string;
  comparableUnitPrice: string;
  turn?: number;
  wishes: readonly string[];
  backupWishes: readonly string[];
}

/**
 * One institution's demand (whole units of a year): its region, and the product where demand is by product.
 * @source none: a shape of this system, not a rule
 */
export interface Demand {
  regionCode: string;
  institutionCode: string;
  productCode: string | null;
  quantity: number;
}

/**
 * What one institution moves from non-selected to selected products (whole units).
 * @source none: a shape of this system, not a rule
 */
export interface Reassignment {
  institutionCode: string;
  productCode: string;
  quantity: number;
}

/**
 * Who is promised how much by whom (whole units above zero), the share of the base in percent (null where demand
 * becomes agreed volume as it is), and the supply regions where they are chosen.
 * @source none: a shape of this system, not a rule
 */
export interface DividedVolume {
  percent: string | null;
  volumes: { productCode: string; institutionCode: string; quantity: number }[];
  regions: { productCode: string; areaCode: string; role: 'PRIMARY' | 'BACKUP' }[];
  /** How each winner's whole follows, by product code. */
  explanations: ReadonlyMap<string, Explanation>;
}

/**
 * What a division is asked: the lot's rules by scheme and opening day, its winners and the demand for it.
 * @source none: a shape of this system, not a rule
 */
export interface VolumeToDivide {
  scheme: string;
  on: LocalDate;
  category: ShareCategory;
  chosenPercent: string | null;
  winners: readonly Winner[];
  demand: readonly Demand[];
  reassignments: readonly Reassignment[];
}

/**
 * The agreed volume of a lot by winner and institution: base and share per region, rounded once per region, divided
 * among the winners as the scheme says, and split among the institutions by demand; every sum is proven.
 *
 * Refuses with `DIVISION_NOT_ON_RECORD` where the scheme's division is unknown, with `NO_DEMAND`, and as the rules
 * that it composes do.
 * @source the scheme of the round; composes agreed-quantity, supply-region-choice, share-among-winners, intended-volume
 */
export function divideAgreedVolume(asked: VolumeToDivide): Verdict<DividedVolume> {
  const terms = scheme(asked.on, asked.scheme).value;
  if (asked.winners.length === 0 || asked.demand.length === 0) return refused([noDemand]);
  if (terms.division === 'BY_INTENDED_VOLUME') return byIntendedVolume(asked);
  if (terms.share !== 'procurement.volume-share' || terms.division === null) return refused([notOnRecord(asked.scheme)]);
  const share = volumeShare({ ...asked, winners: asked.winners.length });
  if (!share.ok) return share;
  const byRegion = Map.groupBy(asked.demand, (each) => each.regionCode);
  const divided = amongWinners(asked, terms, share.value.share, byRegion);
  if (!divided.ok) return divided;
  const { parts, regions } = divided.value;
  return accepted({
    percent: share.value.percent,
    volumes: parts.flatMap(({ productCode, areaCode, quantity }) => splitRegion(productCode, quantity, byRegion.get(areaCode)!)),
    regions,
    explanations: new Map(asked.winners.map(({ productCode }) => [productCode, explainShareOfBase(productCode, share.value, parts)])),
  });
}

/** Each winner's part of each region's agreed volume, and who supplies where. */
function amongWinners(
  asked: VolumeToDivide,
  terms: SchemeTerms,
  share: Ratio,
  byRegion: ReadonlyMap<string, readonly Demand[]>,
): Verdict<{ parts: RegionPart[]; regions: DividedVolume['regions'] }> {
  const bases = [...byRegion].map(([areaCode, demand]) => ({ areaCode, base: baseOfArea(demand.map((each) => each.quantity)) }));
  const { areas } = agreedQuantity(bases, share);
  const winners = asked.winners.map((each) => each.productCode);
  const primary = (productCode: string, areaCode: string) => ({ productCode, areaCode, role: 'PRIMARY' as const });

  if (terms.division === 'BY_REGION' && winners.length > 1) {
    const chosen = supplyRegionChoice(
      asked.winners.map((each) => ({ ...each, code: each.productCode, price: comparablePrice(each.comparableUnitPrice) })),
      areas,
    );
    if (!chosen.ok) return chosen;
    const winnerOf = new Map(chosen.value.primary.map((each) => [each.areaCode, each.winner]));
    return accepted({
      parts: areas.map(({ areaCode, base, quantity }) => ({
        productCode: winnerOf.get(areaCode)!,
        areaCode,
        base,
        agreed: quantity,
        quantity,
      })),
      regions: [
        ...chosen.value.primary.map(({ areaCode, winner }) => primary(winner, areaCode)),
        ...chosen.value.backup.map(({ areaCode, winner }) => ({ productCode: winner, areaCode, role: 'BACKUP' as const })),
      ],
    });
  }
  return accepted({
    parts: areas.flatMap(({ areaCode, base, quantity: agreed }) => {
      const parts =
        winners.length === 1
          ? [{ key: winners[0]!, amount: agreed }]
          : shareAmongWinners({ ...asked, volume: agreed, winnersByPrice: winners });
      return parts.map(({ key, amount }) => ({ productCode: key, areaCode, base, agreed, quantity: amount }));
    }),
    regions: winners.length === 1 ? areas.map(({ areaCode }) => primary(winners[0]!, areaCode)) : [],
  });
}

/** A region's volume of one winner among its institutions; nobody is recorded with nothing. */
function splitRegion(productCode: string, agreed: number, demand: readonly Demand[]): DividedVolume['volumes'] {
  const byInstitution = Map.groupBy(demand, (each) => each.institutionCode);
  const reported = [...byInstitution].map(([institutionCode, of]) => ({
    institutionCode,
    reported: sumOf(of.map((each) => each.quantity)),
  }));
  const parts = institutionSplit(agreed, reported);
  assertSum(agreed, parts);
  return parts.filter(({ amount }) => amount > 0).map(({ key, amount }) => ({ productCode, institutionCode: key, quantity: amount }));
}

function byIntendedVolume(asked: VolumeToDivide): Verdict<DividedVolume> {
  const selected = asked.winners.map((each) => each.productCode);
  const refusals: Refusal[] = [];
  const volumes: DividedVolume['volumes'] = [];
  for (const [institutionCode, demand] of Map.groupBy(asked.demand, (each) => each.institutionCode)) {
    const parts = intendedVolume({
      selected,
      intended: demand.map((each) => ({ productCode: each.productCode ?? '', quantity: each.quantity })),
      reassigned: asked.reassignments.filter((each) => each.institutionCode === institutionCode),
    });
    if (parts.ok) {
      for (const { key, amount } of parts.value) if (amount > 0) volumes.push({ productCode: key, institutionCode, quantity: amount });
    } else {
      refusals.push(
        ...parts.refusals.map((each) => ({
          ...each,
          field: 'reassignments',
          facts: [fact('institution', institutionCode), ...each.facts],
        })),
      );
    }
  }
  if (refusals.length > 0) return refused(refusals);
  const total = (of: readonly { productCode: string | null; quantity: number }[], code: string) =>
    sumOf(of.filter((each) => each.productCode === code).map((each) => each.quantity));
  const explanations = new Map(
    selected.map((code) => [code, explainIntendedVolume(total(asked.demand, code), total(asked.reassignments, code))]),
  );
  return accepted({ percent: null, volumes, regions: [], explanations });
}

const noDemand: Refusal = {
  code: 'NO_DEMAND',
  field: null,
  message: 'Without reported demand and a winner there is no volume to agree.',
  messageZh: '没有报量或没有拟中选产品,无法确定约定采购量。',
  rule: 'procurement.agreed-quantity',
  facts: [],
};

function notOnRecord(code: string): Refusal {
  return {
    code: 'DIVISION_NOT_ON_RECORD',
    field: null,
    message: `How scheme ${code} shares and divides the volume is not on record; record each outcome with its quantity.`,
    messageZh: `规则体系 ${code} 的带量比例与分量规则无记录;请逐项录入中选结果及约定采购量。`,
    rule: schemeRule.id,
    facts: [fact('scheme', code)],
  };
}
