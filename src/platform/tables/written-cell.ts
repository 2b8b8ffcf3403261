/** What a column of a written table holds; figures stay figures, everything else is text. */
export type WrittenType = 'text' | 'number';

/** A value as PostgreSQL writes it; null where there is none. */
export type WrittenCell = string | null;

const plainNumber = /^-?\d+(\.\d+)?$/;
export const isNumber = (text: string) => plainNumber.test(text);

/** Spreadsheets keep 15 digits of a number; one with more stays exact as a text only. */
const exactDigits = 15;
export const isExactInSpreadsheet = (number: string) => number.replaceAll(/\D/g, '').replace(/^0+/, '').length <= exactDigits;

/** Where a line begins that a spreadsheet would take for a formula: by its first sign, or by the first one after blanks. */
const formula = /(?<=^|[\r\n])(?=\t|(?:[^\S\r\n]|\p{Cf})*[=+\-@＝＋－＠])|^(?=\r)/gu;

/**
 * Whether a text that was written as CSV may hold such a line: it begins after a quote or a break. May say so of a text
 * that holds none, and of every text that does.
 */
export const mayHoldFormula = (csv: string) => afterQuoteOrBreak.test(csv);
const afterQuoteOrBreak = /["\r\n](?:\t|(?:[^\S\r\n]|\p{Cf})*[=+\-@＝＋－＠])|"\r/u;

/** A text that no spreadsheet takes for a formula, also where it splits the lines of a cell. */
export const asText = (text: string) => text.replaceAll(formula, "'");
