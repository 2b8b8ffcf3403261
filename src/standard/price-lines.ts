import { sql } from 'kysely';
import { scaledFrom, type Scaled } from '../kernel/scaled.ts';
import type { Context } from '../platform/graphql/context.ts';
import { arrayLiteral } from '../platform/read/statement.ts';
import { dayNumber } from './day-number.ts';
import { keptStandards } from './kept-standards.ts';
import type { LineReason } from './line.type.ts';
import type { ClaimLineInput } from './look-up.input.ts';
import { knownBy, lookUpStandards, standardsOnRecord, type FoundStandard } from './look-up.ts';
import { lineTotal, priceDecimals, splitLine, type ClaimSplit } from './policy/index.ts';
import { ratioColumns, RatiosInMemory, type RatioRow } from './ratios-in-memory.ts';

/** A ratio that a line is split by, in units of 0.001 %, and where it is prescribed. */
export interface LineRatio {
  readonly ratio: number;
  readonly source: string | null;
}

/** What a line is split by: what the record says, or what it is taken to say. */
export interface LineGrounds {
  readonly found: FoundStandard;
  readonly ratio: LineRatio | null;
}

/** A line with what became of it. */
export interface PricedLine extends LineGrounds {
  readonly line: ClaimLineInput;
  readonly reason: LineReason | null;
  /** In units of 0.0001 yuan; null for a price that is none. */
  readonly price: Scaled | null;
  /** In units of 0.01 yuan. */
  readonly total: Scaled | null;
  readonly split: ClaimSplit | null;
}

/** Prices lines and splits them between fund and patient, each by what the record says of it. */
export async function priceLines(context: Context, lines: readonly ClaimLineInput[], knownAt: Date | null): Promise<PricedLine[]> {
  const grounds = await groundsOf(context, lines, knownAt);
  return lines.map((line, at) => priceLine(line, grounds[at]!));
}

/** The standards and ratios of lines: in memory, or on record as it was at a moment. */
export async function groundsOf(context: Context, lines: readonly ClaimLineInput[], knownAt: Date | null): Promise<LineGrounds[]> {
  if (knownAt !== null) {
    const [found, ratios] = await knownBy(context, knownAt, (snapshot) =>
      Promise.all([standardsOnRecord(snapshot, lines, knownAt), ratiosOnRecord(snapshot, lines, knownAt)]),
    );
    return withRatios(lines, found, ratios);
  }
  const found = await lookUpStandards(context, lines, null);
  const { known } = context.kept.of(keptStandards);
  return withRatios(lines, found, known ? known.ratios : await ratiosOnRecord(context.snapshot, lines, null));
}

function withRatios(lines: readonly ClaimLineInput[], found: readonly FoundStandard[], ratios: RatiosInMemory): LineGrounds[] {
  return lines.map(({ areaCode, scheme, institutionLevel = null, asOf }, at) => {
    const standard = found[at]!;
    const held = ratios.find(areaCode, standard.areaAbove, scheme, institutionLevel, dayNumber(asOf));
    return { found: standard, ratio: held && { ratio: held.ratio!, source: held.source } };
  });
}

async function ratiosOnRecord(asking: Pick<Context['snapshot'], 'objects'>, lines: readonly ClaimLineInput[], knownAt: Date | null) {
  const areas = arrayLiteral([...new Set(lines.map(({ areaCode }) => areaCode))]);
  const rows = await asking.objects<RatioRow>(
    'priceLines',
    sql`select ${sql.raw(ratioColumns)} from fund_ratio f
      where f.area_code in (select unnest(array[a.code, a.parent_code]) from area a where a.code = any (${areas}::text[]))
        and f.recorded_at <= coalesce(${knownAt}::timestamptz, 'infinity')`,
  );
  const ratios = new RatiosInMemory();
  ratios.add(rows);
  return ratios;
}

/** Prices one line by its grounds. Pure: what is not on record stays null, with the reason. */
export function priceLine(line: ClaimLineInput, { found, ratio }: LineGrounds): PricedLine {
  const { quantity } = line;
  const price = scaledFrom(line.price, priceDecimals);
  const { amount: standard, kind } = found;
  const inScope = kind === null || kind.inScope;
  const total = price !== null && price > 0 && quantity > 0 ? lineTotal(price, quantity) : null;
  const reason = reasonOf(price, quantity, found, inScope, ratio);
  const split =
    reason === null ? splitLine({ price: price!, quantity, standard: standard!, ratio: inScope ? ratio!.ratio : 0, inScope }) : null;
  return { line, found, ratio, reason, price, total, split };
}

function reasonOf(
  price: Scaled | null,
  quantity: number,
  found: FoundStandard,
  inScope: boolean,
  ratio: LineRatio | null,
): LineReason | null {
  if (price === null || price <= 0) return 'MALFORMED_PRICE';
  if (quantity <= 0) return 'MALFORMED_QUANTITY';
  if (found.reason !== null) return found.reason;
  return inScope && ratio === null ? 'NO_RATIO' : null;
}
