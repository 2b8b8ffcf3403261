import * as fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { leaf, type Arguments, type Value } from './document.ts';
import type { Known, Order } from './known.ts';

type Arb<T> = fc.Arbitrary<T>;

/** Texts that a careless quoting, pattern or key would stumble over. */
const oddTexts = ['', ' ', 'a/b', '"', String.raw`\ "{a,b}"`, 'NULL', '%', "';--", '１２', 'é片', '$1', 'x'.repeat(300)];
const refusedLengths = [0, -1, 201];
const quantities = [1, 12, 1000];
const oddNumbers = [0, 1, -1, 2_147_483_648, Number.MAX_SAFE_INTEGER];
const decimals = ['0', '0.7', '1', '0.123456', '590.0000', '12.5'];
const refusedDecimals = ['2', '-1', '0.1234567', '99999999999999999'];
/** A moment that is still to come is refused when the operation runs. */
const pastMoments = ['2020-01-01T00:00:00Z', '2025-06-01T08:00:00.123+08:00'];
const moreDays = ['1900-01-01', '2022-07-12', '2024-02-29', '2999-12-31'];

/** Rarely a value that is refused when the operation runs. */
const seldom = <T>(usual: Arb<T>, odd: Arb<T>, usually = 50): Arb<T> =>
  fc.oneof({ arbitrary: usual, weight: usually }, { arbitrary: odd, weight: 1 });

const text = (value: string) => leaf(value);
const nothing: Value = leaf(null);

/** Whose value it is, so that one is found that the database knows: the type of the rows, and the property. */
interface Hint {
  readonly of: string;
  readonly property: string;
}

/** Arguments of a field, and how many rows one parent may bring with them. */
export interface Asked {
  readonly args: Arguments;
  readonly rows: number;
}

/** Makes the arguments of fields. */
export class ArgumentsArbitrary {
  readonly #made = new Map<GraphQLField<unknown, unknown>, Map<number, Arb<Asked>>>();

  constructor(private readonly known: Known) {}

  /** @param rows how many rows a list may bring for one parent */
  of(field: GraphQLField<unknown, unknown>, rows: number): Arb<Asked> {
    let ofField = this.#made.get(field);
    if (!ofField) this.#made.set(field, (ofField = new Map<number, Arb<Asked>>()));
    let made = ofField.get(rows);
    if (!made) ofField.set(rows, (made = this.#make(field, rows)));
    return made;
  }

  #make(field: GraphQLField<unknown, unknown>, rows: number): Arb<Asked> {
    if (field.args.length === 0) return fc.constant({ args: [], rows: 1 });
    if (field.extensions.meaning?.kind === 'pages') return this.#page(field, rows);
    const given = field.args.map((arg) => this.#argument(arg, this.#hintOf(field, arg)));
    return fc.tuple(...given).map((args) => ({ args: args.flatMap((each) => (each ? [each] : [])), rows: 1 }));
  }

  #hintOf(field: GraphQLField<unknown, unknown>, { name }: GraphQLArgument): Hint {
    return name === 'code' ? { of: getNamedType(field.type).name, property: 'code' } : ofCode(name);
  }

  /** One argument, left out now and then where it may be. */
  #argument(arg: GraphQLArgument, hint: Hint, value: Arb<Value> = this.#value(arg.type, hint, 0)): Arb<readonly [string, Value] | null> {
    const given = this.#orVariable(arg, value).map((each) => [arg.name, each] as const);
    if (isNonNullType(arg.type) && arg.defaultValue === undefined) return given;
    return fc.oneof({ arbitrary: given, weight: 2 }, { arbitrary: fc.constant(null), weight: 1 });
  }

  #page(field: GraphQLField<unknown, unknown>, rows: number): Arb<Asked> {
    const argument = (name: string) => field.args.find((arg) => arg.name === name)!;
    const first = seldom(fc.integer({ min: 1, max: Math.max(1, Math.min(rows, 6)) }), fc.constantFrom(...refusedLengths), 150);
    const filter = this.#argument(argument('filter'), ofCode('filter'));
    const orders = this.known.orders(getNamedType(field.type).name);
    const others = orders.map(({ order, cursors }) => {
      const after = () => seldom(fc.constantFrom(...cursors), this.#wrongCursor(orders), 60).map(text);
      // None is known of a list that shows whoever looked around no rows.
      const asked = cursors.length > 0 ? this.#argument(argument('after'), ofCode('after'), after()) : fc.constant(null);
      return fc.tuple(asked, this.#orderBy(argument('orderBy'), order), filter);
    });
    const lengths = first.chain((count) => {
      const upTo = refusedLengths.includes(count) ? fc.constant(count) : fc.integer({ min: 1, max: count });
      const counted = this.#orVariable(
        argument('first'),
        upTo.map((each) => leaf(each)),
      ).map((value) => ({
        rows: Math.max(1, count),
        length: ['first', value] as const,
      }));
      // A list of its own may also be as long as it is when nobody says how long.
      const long = rows >= 50 ? 1 : 0;
      return fc.oneof({ arbitrary: counted, weight: 6 }, { arbitrary: fc.constant({ rows: 50, length: null }), weight: long });
    });
    return fc.tuple(lengths, fc.oneof(...others)).map(([{ length, rows: most }, given]) => ({
      args: [length, ...given].flatMap((each) => (each ? [each] : [])),
      rows: most,
    }));
  }

  #wrongCursor(orders: readonly { readonly cursors: readonly string[] }[]): Arb<string> {
    const cursors = orders.flatMap((each) => each.cursors);
    return fc.constantFrom('', 'broken', Buffer.from('["x"]').toString('base64url'), ...cursors);
  }

  #orderBy(arg: GraphQLArgument, order: Order): Arb<readonly [string, Value] | null> {
    const value = ({ field, direction }: Order[number]): Value => ({
      kind: 'object',
      fields: [
        ['field', leaf(field, field)],
        ...(direction === 'ASC' && order.length === 1 ? [] : [['direction', leaf(direction, direction)] as const]),
      ],
    });
    const values = order.map(value);
    if (values.length === 0)
      return fc.constantFrom(null, ['orderBy', { kind: 'list', values: [] }] as const, ['orderBy', nothing] as const);
    // A single value stands for a list of one; a field named twice is refused.
    const usual: Arb<Value> = fc.constantFrom<Value>({ kind: 'list', values }, values.length === 1 ? values[0]! : { kind: 'list', values });
    const twice = fc.constant<Value>({ kind: 'list', values: [...values, values[0]!] });
    return this.#orVariable(arg, seldom(usual, twice, 100)).map((each) => ['orderBy', each] as const);
  }

  /** The value itself, or a variable of one of the types that its place accepts, given or not. */
  #orVariable({ type, defaultValue }: GraphQLArgument | GraphQLInputField, value: Arb<Value>): Arb<Value> {
    const bare = getNullableType(type).toString();
    const pairs = fc.tuple(value, value).filter(([one, two]) => isConstant(one) && isConstant(two));
    const variable = (name: string, of: (one: Value, two: Value) => { fallback?: Value; given?: Value; again?: Value }) =>
      pairs.map(([one, two]): Value => ({ kind: 'variable', type: name, fallback: null, given: null, again: null, ...of(one, two) }));
    const always = variable(`${bare}!`, (given, again) => ({ given, again }));
    const byDefault = variable(bare, (fallback, given) => ({ fallback, given }));
    const firstByDefault = variable(bare, (fallback, again) => ({ fallback, again }));
    // Null where null is not allowed is refused when the operation runs.
    const nulled = variable(bare, (fallback, again) => ({ fallback, given: nothing, again }));
    const open = [variable(bare, (given) => ({ given })), variable(bare, (_one, again) => ({ again }))];
    const nulls = [fc.constant(nothing), variable(bare, (given) => ({ given, again: nothing })), nulled];
    const others = [
      byDefault,
      firstByDefault,
      ...(isNonNullType(type) && defaultValue === undefined ? [] : open),
      ...(isNonNullType(type) ? [] : nulls),
    ];
    const variables = fc.oneof(always, fc.oneof(...others));
    return fc.oneof({ arbitrary: value, weight: 2 }, { arbitrary: seldom(variables, nulled, 100), weight: 1 });
  }

  #value(type: GraphQLInputType, hint: Hint, depth: number): Arb<Value> {
    const bare = getNullableType(type);
    if (isListType(bare)) {
      const item = this.#value(bare.ofType, hint, depth);
      return fc.array(item, { maxLength: 3 }).map((values) => ({ kind: 'list', values }));
    }
    if (isEnumType(bare)) return fc.constantFrom(...bare.getValues().map(({ name }) => leaf(name, name)));
    if (isInputObjectType(bare)) return this.#object(bare, hint, depth);
    switch (getNamedType(bare).name) {
      case 'ID':
        return seldom(this.#id(), fc.constantFrom('', 'Round', 'UXVlcnk6MQ', 'Um91bmQ6MQ'), 20).map(text);
      case 'Int':
        return fc.integer({ min: 2018, max: 2026 }).map((each) => leaf(each));
      case 'Boolean':
        return fc.boolean().map((each) => leaf(each));
      case 'Decimal':
        return seldom(fc.constantFrom(...decimals), fc.constantFrom(...refusedDecimals), 15).map(text);
      case 'Quantity':
        return this.#quantity(hint).map((each) => leaf(each));
      case 'DateTime':
        return seldom(fc.constantFrom(...pastMoments), fc.constant('2999-12-31T00:00:00Z'), 15).map(text);
      case 'Date':
        return fc.constantFrom(...this.#values(hint), ...moreDays).map(text);
      default:
        return this.#text(hint);
    }
  }

  #values({ of, property }: Hint): readonly string[] {
    return this.known.values(of, property);
  }

  #quantity(hint: Hint): Arb<number> {
    const known = this.#values(hint).map(Number);
    return seldom(fc.constantFrom(...(known.length > 0 ? known : quantities)), fc.constantFrom(...oddNumbers), known.length > 0 ? 5 : 30);
  }

  #text(hint: Hint): Arb<Value> {
    const known = this.#values(hint);
    const odd = fc.constantFrom(...oddTexts);
    return (known.length > 0 ? seldom(fc.constantFrom(...known), odd, 6) : odd).map(text);
  }

  /** An id of an object, seldom under the name of another type. */
  #id(): Arb<string> {
    const { nodeTypes, guardedTypes } = this.known;
    const all = nodeTypes.flatMap((type) => this.known.ids(type));
    const wrong = fc.tuple(fc.constantFrom(...all), fc.constantFrom(...nodeTypes)).map(([id, type]) =>
      Buffer.from(
        Buffer.from(id, 'base64url')
          .toString()
          .replace(/^[^:]*/, type),
      ).toString('base64url'),
    );
    const type = fc.oneof(fc.constantFrom(...nodeTypes), fc.constantFrom(...guardedTypes));
    const right = type.chain((each) => fc.constantFrom(...this.known.ids(each)));
    return seldom(right, wrong, 8);
  }

  #object(type: GraphQLInputObjectType, hint: Hint, depth: number): Arb<Value> {
    const ofList = /^(\w+)ListFilter$/.exec(type.name)?.[1];
    const fields = Object.values(type.getFields()).filter((field) => depth < 2 || getNamedType(field.type) !== type);
    const one = (field: GraphQLInputField) =>
      this.#orVariable(field, this.#valueOfField(type, field, ofList, hint, depth)).map((value) => [field.name, value] as const);
    const required = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
    const optional = fields.filter((field) => !required.includes(field));
    const some = optional.length === 0 ? fc.constant([]) : fc.array(fc.oneof(...optional.map(one)), { maxLength: 2 });
    return fc.tuple(fc.tuple(...required.map(one)), some).map(([always, more]) => ({
      kind: 'object',
      fields: [...new Map([...always, ...more])],
    }));
  }

  #valueOfField(type: GraphQLInputObjectType, field: GraphQLInputField, ofList: string | undefined, hint: Hint, depth: number): Arb<Value> {
    if (getNamedType(field.type) === type) return this.#value(field.type, hint, depth + 1);
    if (field.name === 'contains') return this.#part(hint);
    const known = ofList && this.known.values(ofList, field.name).length > 0;
    const inner = known ? { of: ofList, property: field.name } : /^(eq|in|gte|lte)$/.test(field.name) ? hint : ofCode(field.name);
    return this.#value(field.type, inner, depth);
  }

  /** A part of a text that is there. */
  #part(hint: Hint): Arb<Value> {
    return fc.tuple(this.#text(hint), fc.nat(5), fc.integer({ min: 1, max: 4 })).map(([value, from, length]) => {
      const whole = value.kind === 'leaf' ? String(value.json) : '';
      return text(whole.slice(from % Math.max(1, whole.length)).slice(0, length));
    });
  }
}

/** `areaCode` and `parentCode` are codes of areas, `agreementYear` is of agreed volumes. */
function ofCode(name: string): Hint {
  if (name === 'parentCode') return { of: 'Area', property: 'code' };
  if (name === 'agreementYear') return { of: 'AgreedVolume', property: name };
  if (name === 'inForceOn') return { of: 'Agreement', property: 'inForceFrom' };
  const type = /^(\w+)Code$/.exec(name)?.[1];
  return type ? { of: type[0]!.toUpperCase() + type.slice(1), property: 'code' } : { of: '', property: '' };
}

/** Whether it may be the value of a variable, which holds none itself. */
function isConstant(value: Value): boolean {
  if (value.kind === 'variable') return false;
  if (value.kind === 'list') return value.values.every(isConstant);
  return value.kind === 'leaf' || value.fields.every(([, each]) => isConstant(each));
}
