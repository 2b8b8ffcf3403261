import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { projectFiles, textOf } from './repository.ts';

const schema = buildSchema(textOf('schema/schema.graphql'));
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));

type Described = readonly [name: string, description: string | null | undefined];

function partsOf(type: GraphQLNamedType): Described[] {
  const own: Described = [type.name, type.description];
  if (isEnumType(type)) return [own, ...type.getValues().map((value): Described => [`${type.name}.${value.name}`, value.description])];
  if (isInputObjectType(type))
    return [own, ...Object.values(type.getFields()).map((field): Described => [`${type.name}.${field.name}`, field.description])];
  if (isObjectType(type) || isInterfaceType(type))
    return [own, ...Object.values(type.getFields()).flatMap((field) => fieldParts(type.name, field))];
  return [own];
}

function fieldParts(type: string, field: GraphQLField<unknown, unknown>): Described[] {
  const name = `${type}.${field.name}`;
  return [[name, field.description], ...field.args.map((argument): Described => [`${name}(${argument.name}:)`, argument.description])];
}

const chinese = /\p{Script=Han}/u;

/** English first, then Chinese, one paragraph each. */
function isBilingual(description: string | null | undefined): boolean {
  const [english = '', inChinese = '', ...more] = (description ?? '').split(/\n\s*\n/);
  return more.length === 0 && /[A-Za-z]{2}/.test(english) && !chinese.test(english) && chinese.test(inChinese);
}

describe('the GraphQL schema', () => {
  it('describes every type, field, argument, enum value and input field in English and Chinese', () => {
    const parts = types.flatMap(partsOf);
    expect(parts.length).toBeGreaterThan(300);
    expect(parts.filter(([, description]) => !isBilingual(description)).map(([name]) => name)).toEqual([]);
  });

  it('describes every directive of its own', () => {
    const own = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
    expect(own.filter(({ description }) => !isBilingual(description)).map(({ name }) => name)).toEqual([]);
  });
});

const operations = projectFiles().filter((file) => file.startsWith('schema/operations/'));

describe('the operations that others rely on', () => {
  it.each(operations)('%s is valid', (file) => {
    expect(validate(schema, parse(textOf(file))).map(({ message }) => message)).toEqual([]);
  });

  it('are there as far as their features are', () => {
    expect(operations).toEqual(
      expect.arrayContaining(
        ['round', 'rounds-in-depth', 'bid-evaluation', 'statistics'].map((name) => `schema/operations/${name}.graphql`),
      ),
    );
  });
});
