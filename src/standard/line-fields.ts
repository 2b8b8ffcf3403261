import { scaledText, type Scaled } from '../kernel/scaled.ts';
import { Lines, type LineField } from '../platform/read/lines.ts';
import type { FoundStandard, LookUp } from './look-up.ts';
import { explainSplit, priceDecimals, ratioDecimals } from './policy/index.ts';
import type { PricedLine } from './price-lines.ts';

const json = (text: (at: number) => string): LineField => ({ json: text });
const decimalOf = (value: Scaled | null | undefined, decimals: number) =>
  value === null || value === undefined ? 'null' : `"${scaledText(value, decimals)}"`;
/** A name of an enum, or a day, which need no escape. */
const nameOf = (value: string | null | undefined) => (value === null || value === undefined ? 'null' : `"${value}"`);
const textOf = (value: string | null | undefined) => (value === null || value === undefined ? 'null' : JSON.stringify(value));

/** The answer to many look-ups, as the type of its lines says. */
export function standardLines(asked: readonly LookUp[], found: readonly FoundStandard[]): Lines {
  return new Lines(asked.length, {
    ...echo((at) => asked[at]!),
    amount: json((at) => decimalOf(found[at]!.amount, priceDecimals)),
    basis: json((at) => nameOf(found[at]!.kind?.basis)),
    inScope: json((at) => String(found[at]!.kind?.inScope ?? null)),
    reason: json((at) => nameOf(found[at]!.reason)),
    priceUnit: json((at) => textOf(found[at]!.kind?.priceUnit)),
  });
}

/** Priced lines, as their type says. */
export function pricedLines(priced: readonly PricedLine[]): Lines {
  const cents = (of: (each: NonNullable<PricedLine['split']>) => Scaled) =>
    json((at) => {
      const { split } = priced[at]!;
      return split === null ? 'null' : `"${scaledText(of(split), 2)}"`;
    });
  return new Lines(priced.length, {
    ...echo((at) => priced[at]!.line),
    scheme: json((at) => nameOf(priced[at]!.line.scheme)),
    institutionLevel: json((at) => nameOf(priced[at]!.line.institutionLevel)),
    price: json((at) => nameOf(priced[at]!.line.price)),
    quantity: json((at) => String(priced[at]!.line.quantity)),
    total: json((at) => decimalOf(priced[at]!.total, 2)),
    standard: json((at) => standardOf(priced[at]!)),
    basis: json((at) => nameOf(priced[at]!.found.kind?.basis)),
    priceUnit: json((at) => textOf(priced[at]!.found.kind?.priceUnit)),
    inScope: json((at) => String(priced[at]!.found.kind?.inScope ?? null)),
    ratioPercent: json((at) => ratioOf(priced[at]!)),
    inScopeAmount: cents(({ inScope }) => inScope),
    fundAmount: cents(({ fund }) => fund),
    patientAmount: cents(({ patient }) => patient),
    aboveStandardAmount: cents(({ aboveStandard }) => aboveStandard),
    reason: json((at) => nameOf(priced[at]!.reason)),
    explanation: { value: (at) => explanationOf(priced[at]!) },
  });
}

export const standardOf = ({ found }: PricedLine): string => decimalOf(found.amount, priceDecimals);
export const ratioOf = ({ ratio }: PricedLine): string => decimalOf(ratio?.ratio, ratioDecimals);

/** What a line is known by, as it was asked. */
export const echo = (line: (at: number) => LookUp) => ({
  productCode: json((at) => textOf(line(at).productCode)),
  areaCode: json((at) => textOf(line(at).areaCode)),
  asOf: json((at) => nameOf(line(at).asOf)),
});

function explanationOf({ line, found, ratio, price, split }: PricedLine) {
  const { kind, amount } = found;
  if (split === null || kind === null) return null;
  return explainSplit(
    { price: price!, quantity: line.quantity, standard: amount!, ratio: kind.inScope ? ratio!.ratio : 0, inScope: kind.inScope },
    {
      product: line.productCode,
      area: line.areaCode,
      asOf: line.asOf,
      scheme: line.scheme,
      basis: kind.basis,
      priceUnit: kind.priceUnit,
      ratioSource: kind.inScope ? ratio!.source : null,
    },
  );
}
