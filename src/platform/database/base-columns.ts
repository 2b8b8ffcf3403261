import { p } from '@mikro-orm/core';

/** How far a recorded figure may be trusted; SYNTHETIC marks demonstration data, which is never mixed with real figures. */
export const confidences = ['HIGH', 'MEDIUM', 'LOW', 'SYNTHETIC'] as const;
export type Confidence = (typeof confidences)[number];

/** Where a row comes from, how far it may be trusted and when it was recorded: carried by every row. */
export const provenanceColumns = {
  provenance: p.text(),
  confidence: p.enum(confidences),
  recordedAt: p.datetime().defaultRaw('now()'),
};

/** Exact decimals travel as strings, with the scale of their column. */
export const unitPrice = () => p.decimal('string').columnType('unit_price');
export const amount = () => p.decimal('string').columnType('amount');
export const percent = () => p.decimal('string').columnType('percent');
const scaleOfDomain: Readonly<Record<string, number>> = { unit_price: 4, amount: 2, percent: 2 };
/** How many decimals a column of this type keeps, whatever was written; null for a type that is none of decimals. */
export function scaleOf(columnType: string): number | null {
  const scale = /^numeric\(\d+,\s*(\d+)\)$/.exec(columnType)?.[1];
  return scale === undefined ? (scaleOfDomain[columnType] ?? null) : Number(scale);
}
/** A whole number of counting units; bounded by the domain `quantity` so that a JavaScript number holds it exactly. */
export const quantity = () => p.bigint('number').columnType('quantity');
