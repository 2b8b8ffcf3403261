import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, Decimal, MalformedDecimal, parseDecimal } from './decimal.ts';
import { ceil2, floor2, half2, half4 } from './rounding.ts';

const price = { integerDigits: 14, decimals: 4 };

describe('parseDecimal', () => {
  it.each(['0', '0.0000', '1.0924', '112.3267', '-5', '99999999999999.9999', '0.1'])('reads %j exactly', (text) => {
    expect(decimal(text, price).equals(new Decimal(text))).toBe(true);
  });

  it.each([
    '0x10',
    '1_000',
    ' 5 ',
    '5 ',
    '\t5',
    '1e5',
    '1E5',
    '５',
    '１.５',
    'NaN',
    'Infinity',
    '-Infinity',
    '',
    '-',
    '.5',
    '5.',
    '+5',
    '007',
    '00.5',
    '-0',
    '-0.00',
    '1,000',
    '1.00000',
    '100000000000000',
    '1.2.3',
    '5\n',
    '٥',
    '½',
    '0b1',
    'null',
  ])('refuses %j', (text) => {
    const read = parseDecimal(text, price);
    expect(read.ok ? null : read.refusals[0]?.code).toBe('MALFORMED_DECIMAL');
    expect(() => decimal(text, price)).toThrow(MalformedDecimal);
  });

  it('refuses what is no text at all', () => {
    for (const given of [5, null, undefined, {}, ['5']]) expect(parseDecimal(given as string, price).ok).toBe(false);
  });

  it('cuts a hostile text in the message', () => {
    const read = parseDecimal('9'.repeat(100_000), price);
    expect(read.ok ? '' : read.refusals[0]?.message).toHaveLength(111);
  });

  it('gives every decimal of four places back digit by digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (scaled) => {
        const text = `${scaled / 10_000n}.${(scaled % 10_000n).toString().padStart(4, '0')}`;
        expect(decimal(text, price).toFixed(4)).toBe(text);
      }),
    );
  });
});

describe('roundings by name', () => {
  it.each([
    // value, minimum up, half up, maximum down
    ['30.303', '30.31', '30.30', '30.30'],
    ['30.30', '30.30', '30.30', '30.30'],
    ['0.005', '0.01', '0.01', '0.00'],
    ['0.0049999', '0.01', '0.00', '0.00'],
    ['-0.005', '0.00', '-0.01', '-0.01'],
    ['454.725', '454.73', '454.73', '454.72'],
  ])('%s -> up %s, half up %s, down %s', (value, up, half, down) => {
    const text = (rounded: Decimal) => rounded.toFixed(2).replace(/^-(0\.00)$/, '$1');
    expect([ceil2, half2, floor2].map((round) => text(round(new Decimal(value))))).toEqual([up, half, down]);
  });

  it('rounds a unit price half up to four decimals', () => {
    expect(half4(new Decimal('0.03445')).toFixed(4)).toBe('0.0345');
    expect(half4(new Decimal('0.034449999')).toFixed(4)).toBe('0.0344');
  });
});
