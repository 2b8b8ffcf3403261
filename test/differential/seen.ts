import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { Sent } from '../../src/platform/read/snapshot.ts';

/** An operation that both answered alike. */
export interface Compared {
  readonly document: DocumentNode;
  readonly data: string;
  readonly sent: readonly Sent[];
  readonly refused: boolean;
}

/** Fields with a resolver of their own send what they want. */
const ownFields = new Set(['procurementStatistics', 'demandStatistics', 'committedQuantities']);

/** What the operations of a run have asked. */
export class Seen {
  characters = 0;
  /** What was sent for levels. */
  readonly statements = new Set<string>();
  #operations = 0;
  #refused = 0;
  readonly #fields = new Set<string>();
  readonly #info: TypeInfo;

  constructor(private readonly schema: GraphQLSchema) {
    this.#info = new TypeInfo(schema);
  }

  add({ document, data, sent, refused }: Compared): void {
    this.#operations += 1;
    this.characters += data.length;
    if (refused) this.#refused += 1;
    for (const { path, statement } of sent) if (!ownFields.has(path)) this.statements.add(statement);
    const Field = () => void this.#fields.add(`${this.#info.getParentType()?.name}.${this.#info.getFieldDef()?.name}`);
    visit(document, visitWithTypeInfo(this.#info, { Field }));
  }

  /** The fields of types with rows, and of queries, that no operation asked for. */
  unasked(): string[] {
    return [...this.#reachable()].filter((field) => !this.#fields.has(field));
  }

  shareRefused(): number {
    return this.#refused / this.#operations;
  }

  summary(): string {
    const { size } = this.#reachable();
    return `${this.#operations} operations (${this.#refused} of them refused), ${this.characters} characters, ${this.statements.size} statements, ${size - this.unasked().length} of ${size} fields`;
  }

  /** Every field on the way from the query to the last type with rows; what lies in plain values behind that is too far to be sure of. */
  #reachable(): Set<string> {
    const fields = new Set<string>();
    const waiting = [this.schema.getQueryType()!.name];
    const visited = new Set<string>();
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const type = this.schema.getType(name);
      if (visited.has(name) || (!isObjectType(type) && !isInterfaceType(type))) continue;
      visited.add(name);
      for (const field of Object.values(type.getFields())) {
        if (type.extensions.entity ?? type === this.schema.getQueryType()) fields.add(`${name}.${field.name}`);
        waiting.push(getNamedType(field.type).name);
      }
    }
    return fields;
  }
}
