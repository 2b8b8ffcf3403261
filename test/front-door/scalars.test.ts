import { Kind, isScalarType, printSchema, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { buildAccordSchema } from '../../src/platform/graphql/schema.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { send } from './send.ts';

const length = 30_000;
const long = (part: string) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** Shapes on which patterns are known to go back and forth. */
const shapes: Readonly<Record<string, string>> = {
  digits: long('1'),
  'digits and an end that fits nothing': `${long('1')}!`,
  zeros: `${long('0')}.`,
  letters: long('a'),
  'letters and an end': `${long('a')}\n`,
  spaces: long(' '),
  'spaces before a letter': `${long(' ')}x`,
  hyphens: long('-'),
  'parts of a number': long('1.'),
  'parts of a day': long('2026-01-01T'),
  'parts of a moment': `2026-01-01T00:00:00.${long('0')}`,
  'parts of a name': long('a@a.'),
  base64: long('QUJD'),
  'Chinese letters': long('中'),
  'pairs of surrogates': long('𠮷'),
  'a long way to a telephone': '+1 (111) 111-1111 x1111111111111',
};

/** How long the work takes, without what other programs take of the machine. */
function millisecondsOf(work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.threadCpuUsage();
    try {
      work();
    } catch {
      // A refusal is an answer.
    }
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const schema: GraphQLSchema = await buildAccordSchema(features);
const scalars = Object.values(schema.getTypeMap()).filter((type): type is GraphQLScalarType => isScalarType(type));

describe('[S7] texts that patterns stumble over', () => {
  it('meet the scalars that were timed, and no other', () => {
    expect(scalars.map(({ name }) => name).toSorted()).toEqual([
      'Boolean',
      'Date',
      'DateTime',
      'Decimal',
      'ID',
      'Int',
      'Quantity',
      'String',
    ]);
    expect(printSchema(schema)).not.toMatch(
      /scalar (PhoneNumber|EmailAddress|URL|IBAN|JWT|Duration|ISO8601Duration|RegularExpression|JSON)/,
    );
  });

  const pairs = scalars.flatMap((scalar) =>
    Object.entries(shapes).map(([shape, text]): [string, string, GraphQLScalarType, string] => [scalar.name, shape, scalar, text]),
  );
  it.each(pairs)('%s reads or refuses %s within 20 ms', { retry: 2 }, (_name, _shape, scalar, text) => {
    expect(millisecondsOf(() => scalar.parseValue(text))).toBeLessThanOrEqual(20);
    for (const kind of [Kind.STRING, Kind.INT, Kind.FLOAT, Kind.ENUM] as const) {
      expect(millisecondsOf(() => scalar.parseLiteral({ kind, value: text }, {}))).toBeLessThanOrEqual(20);
    }
  });

  describe('as arguments', () => {
    let app: TestApp;
    beforeAll(async () => {
      app = await testApp();
    });
    afterAll(() => app.stop());

    const fields: [string, string][] = [
      ['a cursor', 'query($text: String) { rounds(after: $text) { totalCount } }'],
      ['an id', 'query($text: ID!) { node(id: $text) { id } }'],
      ['a code', 'query($text: String!) { round(code: $text) { code } }'],
      ['a text to look for', 'query($text: String) { products(filter: { genericName: { contains: $text } }) { totalCount } }'],
      ['a text to equal', 'query($text: String) { products(filter: { genericName: { eq: $text } }) { totalCount } }'],
      [
        'a name that is recorded',
        'mutation($text: String!) { recordEnterprise(input: { idempotencyKey: "k", code: "long", name: $text, kind: HOLDER }) { userErrors { code } } }',
      ],
      [
        'a key',
        'mutation($text: String!) { recordEnterprise(input: { idempotencyKey: $text, code: "long", name: "x", kind: HOLDER }) { userErrors { code } } }',
      ],
    ];
    it.each(fields)('%s of any shape is answered at once', { retry: 2 }, async (_name, query) => {
      for (const [shape, text] of Object.entries(shapes)) {
        const times = [];
        for (let time = 0; time < 3; time += 1) {
          const { milliseconds, errors } = await send(app, { body: { query, variables: { text } }, caller: expert });
          expect(errors.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')).toEqual([]);
          times.push(milliseconds);
        }
        // 20 ms for the text and as much for the request around it.
        expect(Math.min(...times), shape).toBeLessThanOrEqual(40);
      }
    });
  });
});
