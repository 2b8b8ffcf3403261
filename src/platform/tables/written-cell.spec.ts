import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText, isExactInSpreadsheet, isNumber } from './written-cell.ts';

const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

describe('[I3] a text', () => {
  it.each([...signs, '\t', '\r'])('that begins with %j is no formula', (sign) => {
    expect(asText(`${sign}1+1`)).toBe(`'${sign}1+1`);
  });

  it.each([' ', '  ', '\u00a0', '\u3000', '\ufeff', '\u200b', '\v'])('that begins with %j before the sign is none', (blank) => {
    for (const sign of signs) expect(asText(`${blank}${sign}1`)).toBe(`'${blank}${sign}1`);
  });

  it.each(['\n', '\r\n', '\r', '\n \u00a0', '\n\n'])('is none in a line after %j', (lineEnd) => {
    expect(asText(`a${lineEnd}=1`)).toMatch(/^a\r?\n?\n?'\s*=1$/);
  });

  it.each(['', 'a', '片=1', 'a-b', '1-2', '"=1"', '12:30', 'a\nb', '规格:0.5g'])('%j stays as it is', (text) => {
    expect(asText(text)).toBe(text);
  });

  it('has no line that begins with a sign, after whatever blanks, and nothing else was changed', () => {
    const odd = fc.constantFrom(...signs, '\t', '\r', '\n', ' ', '\u00a0', '\u200b', "'", 'a', '片', '1');
    fc.assert(
      fc.property(fc.string({ unit: odd, maxLength: 12 }), (text) => {
        const safe = asText(text);
        for (const line of safe.split(/\r\n|\n|\r/)) expect(line.replaceAll(/[^\S\r\n]|\p{Cf}/gu, '')).not.toMatch(/^[=+\-@＝＋－＠]/u);
        expect(safe.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('a figure', () => {
  it.each(['0', '-12.50', '590.0000', '123456789012345'])('%s is a number, exact in a spreadsheet', (text) => {
    expect([isNumber(text), isExactInSpreadsheet(text)]).toEqual([true, true]);
  });

  it.each(['1234567890123456', '-12345678901234.56'])('%s is a number that a spreadsheet would cut', (text) => {
    expect([isNumber(text), isExactInSpreadsheet(text)]).toEqual([true, false]);
  });

  it.each(['', '-', '+1', '1e5', '=1', 'NaN', '１', '1,000'])('%j is none', (text) => {
    expect(isNumber(text)).toBe(false);
  });
});
