import * as fc from 'fast-check';
import {
  execute,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { Pool } from 'pg';
import { expect } from 'vitest';
import { features } from '../../src/features.ts';
import type { Caller } from '../../src/platform/access/caller.ts';
import { textOfAnswer } from '../../src/platform/graphql/answer-by-levels.ts';
import { resolverContext, type RequestContext } from '../../src/platform/graphql/context.ts';
import { formatError } from '../../src/platform/graphql/errors.ts';
import { buildAccordSchema } from '../../src/platform/graphql/schema.ts';
import { ReadEngine, type Answered, type Asked } from '../../src/platform/read/engine.ts';
import { testApp, testNow, testSeal, type TestApp } from '../support/app.ts';
import { written, type Request } from './document.ts';
import { lookAround, type Known } from './known.ts';
import { callers, expert, OperationsArbitrary } from './operations.ts';
import { recordSomethingOfEverything } from './recorded-rounds.ts';
import { ReferenceExecutor } from './reference-executor.ts';
import { Seen, type Compared } from './seen.ts';

/** Which documents are made; a failure says the seed, and the path to the smallest document that shows it. */
const { DIFFERENTIAL_SEED, DIFFERENTIAL_PATH } = process.env;
export const seed = Number(DIFFERENTIAL_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** One document alone, asked again, is no run. */
export const replaysOne = DIFFERENTIAL_PATH !== undefined;

const formatted = (errors: readonly GraphQLError[]) => errors.map((error) => formatError(error.toJSON()));

const textOf = (data: string, errors: readonly GraphQLError[]) => textOfAnswer(data, errors.length > 0 ? formatted(errors) : null);

/** Where, what and of which kind: what is compared of an error, with the words that do not leave the server. */
const namesOf = (errors: readonly GraphQLError[]) =>
  errors.map(({ path, message, extensions }) => JSON.stringify([path, message, extensions['code']]));

/** The engine, which asks as the caller's role and through the walls, beside the reference, which asks as the owner. */
export class Comparison {
  private constructor(
    readonly app: TestApp,
    readonly schema: GraphQLSchema,
    private readonly reference: ReferenceExecutor,
    private readonly known: Known,
  ) {}

  static async open(): Promise<Comparison> {
    const app = await testApp();
    await recordSomethingOfEverything(app);
    const reference = await ReferenceExecutor.open(app.database);
    const known = await lookAround(reference, app.database.orm, app.database.pool, requestOf(app, expert));
    return new Comparison(app, await buildAccordSchema(features), reference, known);
  }

  async close(): Promise<void> {
    await this.reference.close();
    await this.app.stop();
  }

  engine(options: { readonly windowed?: () => boolean; readonly pool?: Pool } = {}): ReadEngine {
    const { orm, served } = this.app.database;
    return new ReadEngine({ schema: this.schema, orm, pool: served.readPool, ...options });
  }

  /**
   * Asks the engine and the reference, and expects the same.
   * @param asEngine runs what the engine does, for who changes something for that long
   */
  async compare(
    engine: ReadEngine,
    document: DocumentNode,
    variables: Request['variables'],
    caller: Caller,
    asEngine: <T>(ask: () => Promise<T>) => Promise<T> = (ask) => ask(),
  ): Promise<Compared> {
    const request = requestOf(this.app, caller);
    const expected = await this.reference.answer(document, variables, request);
    const operation = getOperationAST(document)!;
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], variables);
    const context: Asked['context'] = (snapshot) => resolverContext(request, snapshot);
    const asked = { document, operation, variables: coerced!, caller, context, isGone: () => false, traced: true };
    const { data, errors, sent } = await asEngine(async () => {
      const planned = engine.plan(asked);
      return planned ? engine.answer(asked, planned) : this.#byGraphqlJs(document, variables);
    });

    const failures = new Set(namesOf([...expected.errors, ...expected.raised]));
    if (failures.size <= 1) {
      expect(namesOf(errors)).toEqual(namesOf(expected.errors));
      expect(textOf(data, errors)).toBe(textOf(JSON.stringify(expected.data), expected.errors));
    } else {
      // The engine reports a level that failed once, graphql-js each place, though only one below a place that became null.
      expect(data).toBe(JSON.stringify(expected.data));
      expect(errors.length).toBeGreaterThan(0);
      expect([...failures]).toEqual(expect.arrayContaining(namesOf(errors)));
    }
    return { document, data, sent, refused: failures.size > 0 };
  }

  /** Compares until two answers differ; gives what was seen on the way. */
  async compareAll(engine: ReadEngine, numRuns: number, asEngine?: <T>(ask: () => Promise<T>) => Promise<T>): Promise<Seen> {
    const seen = new Seen(this.schema);
    const operations = new OperationsArbitrary(this.schema, this.known).operations().map(written);
    const property = fc.asyncProperty(operations, callers, async ({ text, variables, again }, [one, other]) => {
      const document = parse(text);
      expect(validate(this.schema, document)).toEqual([]);
      seen.add(await this.compare(engine, document, variables, one!, asEngine));
      // The second time the engine has its plan already, and its statements for callers of the same role.
      seen.add(await this.compare(engine, document, again, other!, asEngine));
    });
    await fc.assert(property, DIFFERENTIAL_PATH ? { numRuns, seed, path: DIFFERENTIAL_PATH } : { numRuns, seed });
    return seen;
  }

  /** What the server does with what the engine does not plan. */
  async #byGraphqlJs(document: DocumentNode, variableValues: Record<string, unknown>): Promise<Answered> {
    const { data, errors = [] } = await execute({ schema: this.schema, document, variableValues });
    return { data: JSON.stringify(data), errors, sent: [] };
  }
}

const requestOf = (app: TestApp, caller: Caller): RequestContext => ({
  caller,
  database: app.database.served,
  clock: { now: () => testNow },
  seal: testSeal,
  kept: app.kept,
  requestId: 'differential',
  seen: { operation: 'none' },
  isGone: () => false,
});
