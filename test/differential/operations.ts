import * as fc from 'fast-check';
import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Caller } from '../../src/platform/access/caller.ts';
import { readNodeId } from '../../src/platform/read/node-id.ts';
import { ArgumentsArbitrary } from './arguments.ts';
import { leaf, type Arguments, type Directive, type Operation, type Selection, type Value } from './document.ts';
import type { Known } from './known.ts';

type Arb<T> = fc.Arbitrary<T>;
type Selected = GraphQLObjectType | GraphQLInterfaceType;

/** How far an operation may go: how many rows lie behind each other, and how many lists may multiply. */
interface Reach {
  readonly depth: number;
  readonly rows: number;
}

const furthest: Reach = { depth: 4, rows: 60 };

/** Makes operations from the schema: whatever it offers may be asked, in whatever way GraphQL lets it be written. */
export class OperationsArbitrary {
  readonly #arguments: ArgumentsArbitrary;
  readonly #selections = new Map<string, Arb<readonly Selection[]>>();

  constructor(
    private readonly schema: GraphQLSchema,
    known: Known,
  ) {
    this.#arguments = new ArgumentsArbitrary(known);
  }

  operations(): Arb<Operation> {
    const query = this.schema.getQueryType()!;
    const name = fc.constantFrom(null, null, 'Asked');
    return fc.record({ name, selections: this.#selectionsOf(query, furthest) });
  }

  #selectionsOf(type: Selected, reach: Reach): Arb<readonly Selection[]> {
    const key = `${type.name} ${reach.depth} ${reach.rows}`;
    let found = this.#selections.get(key);
    if (!found) this.#selections.set(key, (found = later(() => this.#makeSelections(type, reach))));
    return found;
  }

  #makeSelections(type: Selected, reach: Reach): Arb<readonly Selection[]> {
    const isRoot = type === this.schema.getQueryType();
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const objects = reach.depth > 0 ? fields.filter((field) => !leaves.includes(field)) : [];
    // What has a resolver of its own is the resolver's affair for the most part.
    const read = isRoot ? objects.filter((field) => field.extensions.meaning) : [];
    const nodes = isRoot ? objects.filter((field) => isInterfaceType(getNamedType(field.type))) : [];
    const one = (among: readonly GraphQLField<unknown, unknown>[], within = reach) =>
      later(() => fc.constantFrom(...among).chain((field) => this.#field(field, within)));
    const kinds = [
      { arbitrary: this.#directed(fc.constant(typeName)), weight: 5 },
      { arbitrary: later(() => this.#fragment(type, reach)), weight: isInterfaceType(type) ? 30 : 10 },
      { arbitrary: one(leaves), weight: leaves.length > 0 ? 35 : 0 },
      { arbitrary: one(objects), weight: objects.length > 0 ? 25 : 0 },
      { arbitrary: one(read), weight: read.length > 0 ? 35 : 0 },
      { arbitrary: one(nodes), weight: nodes.length > 0 ? 25 : 0 },
      { arbitrary: one([SchemaMetaFieldDef, TypeMetaFieldDef], { depth: 1, rows: 1 }), weight: isRoot ? 1 : 0 },
    ];
    const possible = kinds.filter(({ weight }) => weight > 0);
    return fc.array(fc.oneof(...possible), { minLength: 1, maxLength: isRoot ? 3 : 4, size: 'max' });
  }

  #field(field: GraphQLField<unknown, unknown>, reach: Reach): Arb<Selection> {
    const target = getNamedType(field.type);
    return this.#arguments.of(field, reach.rows).chain(({ args, rows }) => {
      const behind = { depth: reach.depth - costOf(target.name), rows: Math.floor(reach.rows / rows) };
      const found = isInterfaceType(target) ? this.#typeOf(args, target) : null;
      const parts = isLeafType(target)
        ? fc.constant([])
        : fc
            .tuple(this.#parts(target as Selected, behind), found ? this.#ofFound(found, behind) : fc.constant([]))
            .map(([any, ofFound]) => [...any, ...ofFound]);
      const made = fc.record({
        kind: fc.constant('field' as const),
        name: fc.constant(field.name),
        of: fc.constant(target.name),
        aliased: often(false, true, 5),
        args: fc.constant(args),
        directives: fc.constant([]),
        parts,
      });
      return this.#directed(made);
    });
  }

  /** The type whose object an opaque id finds. */
  #typeOf(args: Arguments, node: GraphQLInterfaceType): GraphQLObjectType | null {
    const [, value] = args.find(([name]) => name === 'id')!;
    const id = value.kind === 'variable' ? (value.given ?? value.fallback) : value;
    const type = id?.kind === 'leaf' ? readNodeId(String(id.json))?.type : null;
    return this.schema.getPossibleTypes(node).find(({ name }) => name === type) ?? null;
  }

  /** Fields of the object that is found: fragments on the other types select nothing of it. */
  #ofFound(type: GraphQLObjectType, reach: Reach): Arb<readonly (readonly Selection[])[]> {
    return fc
      .tuple(this.#selectionsOf(type, reach), fc.boolean())
      .map(([selections, named]) => [[{ kind: 'fragment', on: type.name, named, directives: [], selections }]]);
  }

  /** What is selected of an object, sometimes in two places that become one. */
  #parts(type: Selected, reach: Reach): Arb<readonly (readonly Selection[])[]> {
    const one = this.#selectionsOf(type, reach);
    return fc.oneof({ arbitrary: one.map((each) => [each]), weight: 6 }, { arbitrary: fc.tuple(one, one), weight: 1 });
  }

  #fragment(type: Selected, reach: Reach): Arb<Selection> {
    const possible = isInterfaceType(type) ? [...this.schema.getPossibleTypes(type)] : type.getInterfaces();
    // Each fragment is as deep as a row, so that fragments in fragments end.
    const inner = { ...reach, depth: reach.depth - 1 };
    if (inner.depth < 0) return this.#directed(fc.constant(typeName));
    return fc.tuple(fc.constantFrom<(Selected | null)[]>(null, type, ...possible), fc.boolean()).chain(([on, named]) =>
      this.#directed(
        this.#selectionsOf(on ?? type, isInterfaceType(type) ? { ...reach, depth: Math.min(reach.depth, 3) } : inner).map((selections) => ({
          kind: 'fragment' as const,
          on: on?.name ?? null,
          named,
          directives: [],
          selections,
        })),
      ),
    );
  }

  #directed(selection: Arb<Selection>): Arb<Selection> {
    const name = fc.constantFrom('include' as const, 'skip' as const);
    const directive: Arb<Directive> = fc.tuple(name, conditions).map(([each, when]) => ({ name: each, when }));
    const directives = fc.oneof(
      { arbitrary: fc.constant([]), weight: 14 },
      { arbitrary: directive.map((each) => [each]), weight: 2 },
      {
        arbitrary: fc.tuple(conditions, conditions).map(([include, skip]) => [
          { name: 'include' as const, when: include },
          { name: 'skip' as const, when: skip },
        ]),
        weight: 1,
      },
    );
    return fc.tuple(selection, directives).map(([each, given]) => ({ ...each, directives: given }));
  }
}

const typeName: Selection = { kind: 'field', name: '__typename', of: 'String', aliased: false, args: [], directives: [], parts: [] };

/** Made when it is needed, since a type may lie behind itself. */
const later = <T>(make: () => Arb<T>): Arb<T> => fc.constant(null).chain(make);

const often = <T>(usual: T, other: T, weight: number): Arb<T> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight }, { arbitrary: fc.constant(other), weight: 1 });

/** Connections, and plain values, bring no rows behind rows. */
const costOf = (type: string) => (/(Connection|Edge|PageInfo)$/.test(type) ? 0 : 1);

/** What a directive asks: written there, or given with the request, or neither. */
const conditions: Arb<Value> = fc
  .boolean()
  .chain((value) =>
    fc.constantFrom<Value>(
      leaf(value),
      { kind: 'variable', type: 'Boolean!', fallback: null, given: leaf(value), again: leaf(!value) },
      { kind: 'variable', type: 'Boolean', fallback: leaf(value), given: null, again: leaf(!value) },
      { kind: 'variable', type: 'Boolean', fallback: leaf(!value), given: leaf(value), again: null },
    ),
  );

const anyone = { role: 'ANONYMOUS', subject: null, person: null, enterprise: null, institution: null, area: null } as const;
export const expert: Caller = { ...anyone, role: 'EXPERT', subject: 'expert-1' };
const auditor: Caller = { ...anyone, role: 'AUDITOR', subject: 'auditor-1' };
const agencies = ['330100', '320100'].map((code): Caller => ({ ...anyone, role: 'AGENCY', subject: code, area: code }));
// Bidders, and those who supply and buy what was agreed.
const enterprises = ['ent-a', 'ent-b', 'volumes-a', 'volumes-b'].map((code): Caller => ({
  ...anyone,
  role: 'ENTERPRISE',
  subject: code,
  enterprise: code,
}));
const institutions = ['hz-1', 'nj-1', 'volumes-1', 'volumes-3'].map((code): Caller => ({
  ...anyone,
  role: 'INSTITUTION',
  subject: code,
  institution: code,
}));

const anybody = fc.constantFrom<Caller>(anyone, expert, auditor, ...enterprises, ...institutions, ...agencies);

/**
 * Who asks the first time and the second: any two; two of one role, who share what the engine keeps by role; or one, who
 * shares everything but the variables.
 */
export const callers: Arb<readonly Caller[]> = fc.oneof(
  fc.tuple(anybody, anybody),
  fc
    .constantFrom(enterprises, enterprises, institutions, agencies)
    .chain((many) => fc.shuffledSubarray(many, { minLength: 2, maxLength: 2 })),
  anybody.map((one) => [one, one]),
);
