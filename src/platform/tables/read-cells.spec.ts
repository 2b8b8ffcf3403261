import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellProblem } from './cell-problem.ts';
import { decimal, list, oneOf, wholeNumber } from './column-type.ts';
import { readDate, readPartialDate } from './read-date.ts';

const outcome = (read: string | CellProblem) => (read instanceof CellProblem ? read.code : read);
const quantity = (text: string) => outcome(wholeNumber().read(text));
const price = (text: string) => outcome(decimal(4, { least: '0', most: '99999999999999.9999', aboveZero: true }).read(text));
const percent = (text: string) => outcome(decimal(2, { least: '-999.99', most: '100' }).read(text));

describe('numbers', () => {
  it.each([
    ['1', '1'],
    ['9007199254740991', '9007199254740991'],
    ['9007199254740992', 'NUMBER_TOO_LARGE'],
    ['1 000', 'THOUSANDS_SEPARATOR'],
    ["1'000'000", 'THOUSANDS_SEPARATOR'],
    ['1,00', 'DECIMAL_COMMA'],
    ['1.', 'NOT_A_NUMBER'],
    ['.5', 'NOT_A_NUMBER'],
    ['--5', 'NOT_A_NUMBER'],
    ['-0', 'NOT_POSITIVE'],
    ['12万', 'NOT_A_NUMBER'],
  ])('a quantity %s is %s', (text, expected) => expect(quantity(text)).toBe(expected));

  it.each([
    ['112.3267', '112.3267'],
    ['112.32671', 'TOO_MANY_DECIMALS'],
    // Zeros at the end are decimals too: whoever wrote them may have meant another column.
    ['590.00000', 'TOO_MANY_DECIMALS'],
    ['0.0001', '0.0001'],
    ['0', 'NOT_POSITIVE'],
    ['99999999999999.9999', '99999999999999.9999'],
    ['100000000000000', 'NUMBER_TOO_LARGE'],
    ['1e-5', 'EXPONENT'],
    ['0b11', 'HEXADECIMAL'],
  ])('a price %s is %s', (text, expected) => expect(price(text)).toBe(expected));

  it.each([
    ['100', '100'],
    ['100.01', 'NUMBER_TOO_LARGE'],
    ['-999.99', '-999.99'],
    ['-1000', 'NUMBER_TOO_SMALL'],
    ['-25', '-25'],
  ])('a percentage %s is %s', (text, expected) => expect(percent(text)).toBe(expected));

  it('are given back as they were written, or refused: never changed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-+eExX_ １')), maxLength: 24 }), (text) => {
        const read = price(text);
        expect(read === text || /^[A-Z_]+$/.test(read)).toBe(true);
        if (read === text) expect(text).toMatch(/^(0|[1-9][0-9]{0,13})(\.[0-9]{1,4})?$/);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('dates', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2100-02-29', 'NO_SUCH_DAY'],
    ['2000-02-29', '2000-02-29'],
    ['2026-13-01', 'NO_SUCH_DAY'],
    ['2026-00-10', 'NO_SUCH_DAY'],
    ['2026-04-31', 'NO_SUCH_DAY'],
    ['0226-04-30', 'NO_SUCH_DAY'],
    ['2026-4-3', 'NOT_A_DATE'],
    ['2026年4月3日', 'NOT_A_DATE'],
  ])('%s is %s', (text, expected) => expect(outcome(readDate(text))).toBe(expected));

  it.each([
    ['2021', '2021'],
    ['2021-02', '2021-02'],
    ['2021-13', 'NO_SUCH_DAY'],
    ['2021-2', 'NOT_A_DATE'],
  ])('as printed, %s is %s', (text, expected) => expect(outcome(readPartialDate(text))).toBe(expected));

  it('agree with the calendar of the runtime on every day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const exists = new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
          expect(outcome(readDate(text))).toBe(exists ? text : 'NO_SUCH_DAY');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('words and lists', () => {
  it('a word of the list, or a Chinese one for it; not one that every object has', () => {
    const level = (text: string) => outcome(oneOf(['HIGH', 'LOW'], { HIGH: ['高'] }).read(text));
    expect(['HIGH', '高', 'high', '低', 'constructor', '__proto__'].map(level)).toEqual([
      'HIGH',
      'HIGH',
      'NOT_IN_LIST',
      'NOT_IN_LIST',
      'NOT_IN_LIST',
      'NOT_IN_LIST',
    ]);
  });

  it('a list keeps quotes, braces and backslashes as they are', () => {
    expect(outcome(list().read('甲 | "乙" |c\\{d},'))).toBe('{"甲","\\"乙\\"","c\\\\{d},"}');
  });
});
