import { buildSchema, getNamedType, type GraphQLObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, type TestApp } from './app.ts';
import { newKey, type Answer, type Row, type UserError } from './build-recorder.ts';

const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));

/** What a batch answered: a result for each row, in order. */
export interface BatchRecorded {
  readonly results: readonly { readonly index: number; readonly object: Row | null; readonly userErrors: UserError[] }[];
  readonly recordedRows: number;
  readonly refusedRows: number;
  readonly userErrors: UserError[];
  readonly errors: readonly { code: string; message: string }[];
}

interface BatchOptions {
  readonly caller?: Partial<Caller>;
  readonly errorPolicy?: 'REJECT_EVERYTHING' | 'REJECT_FAILED_ROWS';
  readonly selection?: string;
  readonly idempotencyKey?: string;
}

/** Sends a batch as an expert, unless told otherwise. */
export async function recordBatch(app: TestApp, name: string, rows: readonly object[], options: BatchOptions = {}): Promise<BatchRecorded> {
  const { caller = expert, errorPolicy = 'REJECT_EVERYTHING', selection = '', idempotencyKey = newKey() } = options;
  const mutation = schema.getMutationType()!.getFields()[name]!;
  const input = getNamedType(mutation.args[0]!.type).name;
  const result = getNamedType((getNamedType(mutation.type) as GraphQLObjectType).getFields()['results']!.type) as GraphQLObjectType;
  const field = Object.keys(result.getFields()).find((each) => !['index', 'userErrors'].includes(each))!;
  const refusal = 'userErrors { code field message messageZh rule facts { name value unit } }';
  const document = `mutation($input: ${input}!) { ${name}(input: $input) {
    results { index ${field} { id ${selection} } ${refusal} } recordedRows refusedRows ${refusal} } }`;
  const answer = (await app.ask(document, { input: { idempotencyKey, errorPolicy, rows } }, caller)) as Answer;
  const payload = answer.data?.[name] as
    | (Omit<BatchRecorded, 'results'> & { results: readonly Record<string, unknown>[] })
    | null
    | undefined;
  return {
    results: (payload?.results ?? []).map((each) => ({
      index: each['index'] as number,
      object: each[field] as Row | null,
      userErrors: each['userErrors'] as UserError[],
    })),
    recordedRows: payload?.recordedRows ?? 0,
    refusedRows: payload?.refusedRows ?? 0,
    userErrors: payload?.userErrors ?? [],
    errors: (answer.errors ?? []).map(({ message, extensions }) => ({ code: String(extensions?.['code']), message })),
  };
}

/** Records rows of which each must be accepted, and gives their objects. */
export async function recordedRows(app: TestApp, name: string, rows: readonly object[], options: BatchOptions = {}): Promise<Row[]> {
  const { results, userErrors, errors } = await recordBatch(app, name, rows, options);
  const refused = results.flatMap((each) => each.userErrors);
  expect({ [name]: { userErrors, errors, refused, rows: results.length } }).toEqual({
    [name]: { userErrors: [], errors: [], refused: [], rows: rows.length },
  });
  return results.map(({ object }) => object!);
}

/** The refusals of the only row of a batch; asserts that nothing at all was changed. */
export async function rowRefusedWith(app: TestApp, name: string, row: object, caller?: Partial<Caller>): Promise<UserError[]> {
  const before = await app.database.contents();
  const { results, errors, recordedRows: recordedCount } = await recordBatch(app, name, [row], caller ? { caller } : {});
  expect({ errors, recordedCount, objects: results.map(({ object }) => object) }).toEqual({
    errors: [],
    recordedCount: 0,
    objects: [null],
  });
  expect(await app.database.contents()).toEqual(before);
  return results[0]!.userErrors;
}
