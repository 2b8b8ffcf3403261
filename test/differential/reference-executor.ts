import { setImmediate } from 'node:timers/promises';
import {
  execute,
  isObjectType,
  locatedError,
  responsePathAsArray,
  type DocumentNode,
  type GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { RawBuilder } from 'kysely';
import pg from 'pg';
import { features } from '../../src/features.ts';
import { resolverContext, type RequestContext } from '../../src/platform/graphql/context.ts';
import { buildAccordSchema } from '../../src/platform/graphql/schema.ts';
import { statement } from '../../src/platform/read/statement.ts';
import type { Snapshot } from '../../src/platform/read/snapshot.ts';
import type { TestDatabase } from '../support/database.ts';
import { Rows, Tables, type Ask } from './reference-rows.ts';
import { resolveByDeclarations, type ReferenceContext } from './reference-schema.ts';

/** What plain graphql-js says of an operation. */
export interface ReferenceAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphQLError[];
  /** Everything that a resolver threw, also what graphql-js left out because its place was null already. */
  readonly raised: readonly GraphQLError[];
}

/** Values as JavaScript holds them; a date stays the text that it is. */
const { DATE, INT8, TIMESTAMPTZ } = pg.types.builtins;
const parsers = new Map<number, (text: string) => unknown>([
  [DATE, (text) => text],
  [INT8, Number],
  [TIMESTAMPTZ, (text) => new Date(text)],
]);
const types = { getTypeParser: (oid: Parameters<typeof pg.types.getTypeParser>[0]) => parsers.get(oid) ?? pg.types.getTypeParser(oid) };

/**
 * Answers operations by graphql-js, a resolver for every field, and the simplest SQL that there is: the definition of
 * right that the engine is compared with.
 */
export class ReferenceExecutor {
  private constructor(
    readonly schema: GraphQLSchema,
    private readonly tables: Tables,
    private readonly client: pg.Client,
  ) {}

  static async open({ url, orm }: TestDatabase): Promise<ReferenceExecutor> {
    // A schema of its own: the application's is not touched.
    const schema = await buildAccordSchema(features);
    resolveByDeclarations(schema);
    const tables = new Tables(orm, Object.values(schema.getTypeMap()).filter(isObjectType));
    const options = '-c timezone=UTC -c datestyle=ISO';
    const client = new pg.Client({ connectionString: url, options, types, pipeline: true });
    await client.connect();
    return new ReferenceExecutor(schema, tables, client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** All of it in one moment of the database. */
  async answer(document: DocumentNode, variables: Readonly<Record<string, unknown>>, request: RequestContext): Promise<ReferenceAnswer> {
    const notes = new Notes();
    const ask: Ask = async (query) => {
      const { text, values } = statement(query);
      return (await this.client.query(text, [...values])).rows as never;
    };
    const objects = (_path: string, query: RawBuilder<unknown>) => ask(query);
    // Nobody writes meanwhile: what is asked apart is of the same moment.
    const snapshot = { objects, apart: () => ({ objects, end: () => undefined }) } as unknown as Snapshot;
    const rows = new Rows(this.tables, request.caller, ask);
    const contextValue: ReferenceContext = { ...resolverContext(request, snapshot), rows, noting: notes.noting };
    await this.client.query('begin isolation level repeatable read read only');
    try {
      const { data, errors = [] } = await execute({ schema: this.schema, document, variableValues: variables, contextValue });
      await notes.complete();
      return { data, errors, raised: notes.raised };
    } finally {
      await this.client.query('commit');
    }
  }
}

/** What resolvers throw, and which of them are still under way when graphql-js has its answer already. */
class Notes {
  readonly raised: GraphQLError[] = [];
  readonly #pending = new Set<Promise<void>>();

  readonly noting: ReferenceContext['noting'] = (info, resolve) => {
    try {
      const value = resolve();
      if (value instanceof Promise) this.#follow(info, value);
      return value;
    } catch (error) {
      this.#note(info, error);
      throw error;
    }
  };

  async complete(): Promise<void> {
    while (this.#pending.size > 0) {
      await Promise.all(this.#pending);
      // What has ended may have begun something else.
      await setImmediate();
    }
  }

  #follow(info: GraphQLResolveInfo, value: Promise<unknown>): void {
    const ended: Promise<void> = value.then(
      () => void this.#pending.delete(ended),
      (error: unknown) => {
        this.#note(info, error);
        this.#pending.delete(ended);
      },
    );
    this.#pending.add(ended);
  }

  #note(info: GraphQLResolveInfo, error: unknown): void {
    this.raised.push(locatedError(error, info.fieldNodes, responsePathAsArray(info.path)));
  }
}
