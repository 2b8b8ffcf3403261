import * as fc from 'fast-check';
import { buildSchema, getOperationAST, getVariableValues, isInputObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { coerceVariables } from './coerce-variables.ts';

const schema = buildSchema(`
  enum Scheme { EMPLOYEE RESIDENT }
  input Line { code: String!, scheme: Scheme, quantity: Int!, share: Float }
  input Other { code: String!, more: [String!] }
  type Query { lines(lines: [Line!]!, known: String): Int, others(others: [Other!]!, one: Line): Int }
`);
const line = schema.getType('Line');
if (isInputObjectType(line)) line.extensions = { lines: true };
const operation = getOperationAST(
  parse(
    `query($lines: [Line!]!, $known: String = "now", $one: Line, $others: [Other!]) { lines(lines: $lines, known: $known) others(others: $others, one: $one) }`,
  ),
)!;

const asGraphqlJs = (variables: Record<string, unknown>) =>
  getVariableValues(schema, operation.variableDefinitions!, variables).coerced ?? null;
const good = { code: 'a', quantity: 1 };

describe('variables of lines', () => {
  it.each([
    [{}],
    [{ lines: null }],
    [{ lines: [] }],
    [{ lines: good }],
    [{ lines: [good, null] }],
    [{ lines: [good, [good]] }],
    [{ lines: [{ ...good, scheme: 'RESIDENT', share: 0.5 }] }],
    [{ lines: [{ ...good, scheme: null }] }],
    [{ lines: [{ ...good, scheme: 'OTHER' }] }],
    [{ lines: [{ ...good, code: null }] }],
    [{ lines: [{ code: 'a' }] }],
    [{ lines: [{ ...good, unknown: 1 }] }],
    [{ lines: [{ ...good, unknown: undefined }] }],
    [{ lines: [{ code: 'a', unknown: 1 }] }],
    [{ lines: [{ ...good, quantity: 1.5 }] }],
    [{ lines: [good], known: null, one: good, others: [{ code: 'x', more: ['y'] }] }],
    [{ lines: [good], known: 5 }],
    [{ lines: [good], one: { code: 1 } }],
  ])('%j are what graphql-js makes of them', (variables) => {
    expect(coerceVariables(schema, operation, variables)).toEqual(asGraphqlJs(variables));
  });

  it('are, whatever they are, what graphql-js makes of them', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom('EMPLOYEE', 'x'));
    const field = fc.constantFrom('code', 'scheme', 'quantity', 'share', 'other', '__proto__', 'constructor');
    const any = fc.array(fc.oneof({ arbitrary: fc.dictionary(field, value), weight: 3 }, { arbitrary: value, weight: 1 }), {
      maxLength: 4,
    });
    const fitting = fc.array(
      fc.record(
        { code: fc.string(), quantity: fc.nat(), scheme: fc.constantFrom('EMPLOYEE', null), share: fc.float({ noNaN: true }) },
        { requiredKeys: ['code', 'quantity'] },
      ),
    );
    fc.assert(
      fc.property(fc.oneof(any, fitting, value), (lines) => {
        expect(coerceVariables(schema, operation, { lines })).toEqual(asGraphqlJs({ lines }));
      }),
      { numRuns: 500 },
    );
  });
});

describe('variables of plain values', () => {
  const plain = getOperationAST(
    parse('query($code: String!, $scheme: Scheme, $constructor: Int, $share: Float!, $id: ID = "x", $given: Boolean) { lines(lines: []) }'),
  )!;
  const names = ['code', 'scheme', 'constructor', 'share', 'id', 'given', 'other', '__proto__'];

  it('are, whatever they are, what graphql-js makes of them', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom('EMPLOYEE', [], {}));
    const any = fc.dictionary(fc.constantFrom(...names), value);
    const fitting = fc.record(
      {
        code: fc.string(),
        share: fc.float({ noNaN: true, noDefaultInfinity: true }),
        scheme: fc.constantFrom('RESIDENT', null),
        constructor: fc.oneof(fc.integer(), fc.constant(null)),
        id: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
        given: fc.boolean(),
      },
      { requiredKeys: ['code', 'share'] },
    );
    fc.assert(
      fc.property(fc.oneof(any, fitting), (variables) => {
        const expected = getVariableValues(schema, plain.variableDefinitions!, variables).coerced ?? null;
        expect(coerceVariables(schema, plain, variables)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
