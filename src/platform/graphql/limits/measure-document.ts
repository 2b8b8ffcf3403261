import {
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { atMost, limits, TooComplex, type LimitName } from './limits.ts';

/** Lists of the schema's own; one within another multiplies the answer. */
const schemaLists: ReadonlySet<string> = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes']);

/** Whether a field of Query finds one row by its argument: as many of these as a caller likes are one statement. */
export type IsLookUp = (field: string) => boolean;

/**
 * Refuses a document that asks for too much, before it is validated: some of GraphQL's own rules take time that grows
 * with the square of what they compare.
 * @throws TooComplex
 */
export function measureDocument(document: DocumentNode, isLookUp: IsLookUp): void {
  const { definitions } = document;
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  atMost('operations', operations.length);
  atMost('fragments', fragments.length);
  for (const { variableDefinitions } of operations) atMost('variables', variableDefinitions?.length ?? 0);
  let directives = 0;
  visit(document, { Directive: () => void (directives += 1) });
  atMost('directives', directives);
  const measure = new Measure(new Map(fragments.map((each) => [each.name.value, each])), isLookUp);
  for (const operation of operations) measure.operation(operation);
  // A fragment that no operation uses is validated all the same, and may be about the schema.
  for (const { selectionSet } of fragments) measure.answer([selectionSet], { ...noPlace, schemaLists: 0 });
}

/** Where in the answer a selection stands. */
interface Place {
  readonly depth: number;
  readonly operation: OperationTypeNode | null;
  /** The lists of the schema on the way here; null outside of questions about the schema. */
  readonly schemaLists: number | null;
}

const noPlace: Place = { depth: 0, operation: null, schemaLists: null };

class Measure {
  #selections = 0;
  #aliases = 0;
  #pairs = 0;
  #values = 0;
  /** The fragments that are being followed. */
  readonly #within = new Set<string>();

  constructor(
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly isLookUp: IsLookUp,
  ) {}

  operation({ selectionSet, operation }: OperationDefinitionNode): void {
    this.answer([selectionSet], { ...noPlace, operation });
  }

  /** What stands at one place of the answer: all that is selected there, wherever it is written. */
  answer(sets: readonly SelectionSetNode[], place: Place): void {
    const depth = place.depth + 1;
    atMost(place.schemaLists === null ? 'depth' : 'schemaDepth', depth);
    const byKey = new Map<string, FieldNode[]>();
    for (const set of sets) this.#collect(set, byKey);
    if (depth === 1 && place.operation) atMost(place.operation === OperationTypeNode.MUTATION ? 'mutations' : 'rootFields', byKey.size);
    for (const nodes of byKey.values()) {
      const { length } = nodes;
      this.#pairs += (length * (length - 1)) / 2;
      atMost('merging', this.#pairs);
      for (const node of nodes) this.#field(node, place);
      const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (below.length > 0) this.answer(below, { ...place, depth, schemaLists: schemaListsAt(nodes[0]!.name.value, place) });
    }
  }

  #field({ alias, name, arguments: given = [] }: FieldNode, { depth, operation }: Place): void {
    const aliased = alias !== undefined && alias.value !== name.value;
    const free = depth === 0 && operation === OperationTypeNode.QUERY && this.isLookUp(name.value);
    if (aliased && !free) atMost('aliases', (this.#aliases += 1));
    for (const { value } of given) this.#value(value, operation === OperationTypeNode.MUTATION);
  }

  #collect({ selections }: SelectionSetNode, byKey: Map<string, FieldNode[]>): void {
    for (const selection of selections) {
      if ((this.#selections += 1) > limits.selections.most) throw new TooComplex('selections');
      if (selection.kind === Kind.INLINE_FRAGMENT) this.#collect(selection.selectionSet, byKey);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) this.#spread(selection.name.value, byKey);
      else {
        const key = (selection.alias ?? selection.name).value;
        const nodes = byKey.get(key);
        if (nodes) nodes.push(selection);
        else byKey.set(key, [selection]);
      }
    }
  }

  #spread(name: string, byKey: Map<string, FieldNode[]>): void {
    const fragment = this.fragments.get(name);
    // A fragment within itself has no end.
    if (this.#within.has(name)) throw new TooComplex('selections');
    this.#within.add(name);
    if (fragment) this.#collect(fragment.selectionSet, byKey);
    this.#within.delete(name);
  }

  #value(value: ValueNode, recorded: boolean): void {
    if (value.kind === Kind.OBJECT) for (const field of value.fields) this.#value(field.value, recorded);
    if (value.kind !== Kind.LIST) return;
    const [list, lists] = namesOfLists(recorded);
    atMost(list, value.values.length);
    atMost(lists, (this.#values += value.values.length));
    for (const each of value.values) this.#value(each, recorded);
  }
}

/** A recording brings lists to keep; a query brings lists to compare with. */
export function namesOfLists(recorded: boolean): readonly [one: LimitName, all: LimitName] {
  return recorded ? ['recordedList', 'recordedLists'] : ['list', 'lists'];
}

function schemaListsAt(name: string, { schemaLists: above, depth }: Place): number | null {
  if (depth === 0 && (name === '__schema' || name === '__type')) return 0;
  if (above === null || !schemaLists.has(name)) return above;
  atMost('schemaLists', above + 1);
  return above + 1;
}
