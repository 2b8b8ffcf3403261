import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import { expect } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, type TestApp } from './app.ts';

/** A refusal as it comes over HTTP. */
export interface UserError {
  code: string;
  field: string | null;
  message: string;
  messageZh: string;
  rule: string | null;
  facts: { name: string; value: string; unit: string | null }[];
}

/** A row as it comes over HTTP: its id, and whatever else was selected. */
export type Row = { id: string } & Record<string, unknown>;

/** An answer of the server; `data` is null or lacks a field where `errors` says why. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** What a mutation answered: its object and its refusals, or the errors of a request that was none. */
export interface Recorded {
  object: Row | null;
  userErrors: UserError[];
  errors: { code: string; message: string }[];
}

const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));

/** Every mutation of the schema: the type of its input, and the payload's field that carries its object. */
export const mutations = Object.values(schema.getMutationType()!.getFields()).map((field) => {
  const payload = getNamedType(field.type) as GraphQLObjectType;
  return {
    name: field.name,
    input: getNamedType(field.args[0]!.type).name,
    /** Of a batch the results, each with its own. */
    object: 'results' in payload.getFields() ? 'results' : Object.keys(payload.getFields()).find((each) => each !== 'userErrors')!,
  };
});

/** A value of the right shape for an input type, every required field filled. */
export function exampleOf(name: string): Record<string, unknown> {
  const type = schema.getType(name) as GraphQLInputObjectType;
  const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) && field.name !== 'idempotencyKey');
  return Object.fromEntries(required.map((field) => [field.name, valueOf(field.type)]));
}

const scalars: Readonly<Record<string, unknown>> = { Decimal: '1', Date: '2022-11-01', Quantity: 1, Int: 1, Boolean: true };

function valueOf(type: GraphQLInputType): unknown {
  const plain = getNullableType(type);
  if (isListType(plain)) return [valueOf(plain.ofType)];
  if (isInputObjectType(plain)) return exampleOf(plain.name);
  return isEnumType(plain) ? plain.getValues()[0]!.name : (scalars[String(plain)] ?? 'x');
}

/** How a mutation is written, with what is to be read of its object. */
export function mutationDocument(name: string, selection = ''): string {
  const { input, object } = mutations.find((each) => each.name === name)!;
  return `mutation($input: ${input}!) {
    ${name}(input: $input) { ${object} { ${object === 'results' ? 'index' : 'id'} ${selection} } userErrors { code field message messageZh rule facts { name value unit } } }
  }`;
}

let lastKey = 0;
/** A key that no other recording of this test file has. */
export const newKey = () => `key-${(lastKey += 1)}`;

/** Sends one mutation as an expert (unless told otherwise) under a key of its own (unless given). */
export async function record(
  app: TestApp,
  name: string,
  input: object,
  { selection = '', caller = expert }: { selection?: string; caller?: Partial<Caller> | undefined } = {},
): Promise<Recorded> {
  const answer = (await app.ask(mutationDocument(name, selection), { input: { idempotencyKey: newKey(), ...input } }, caller)) as Answer;
  const payload = answer.data?.[name] as (Record<string, Row | null> & { userErrors: UserError[] }) | undefined;
  const { object } = mutations.find((each) => each.name === name)!;
  return {
    object: (payload?.[object] as Row | null) ?? null,
    userErrors: payload?.userErrors ?? [],
    errors: (answer.errors ?? []).map(({ message, extensions }) => ({ code: String(extensions?.['code']), message })),
  };
}

/** Records what must be accepted, and gives the object. */
export async function recorded(app: TestApp, name: string, input: object, selection = ''): Promise<Row> {
  const { object, userErrors, errors } = await record(app, name, input, { selection });
  expect({ [name]: { userErrors, errors, isThere: object !== null } }).toEqual({ [name]: { userErrors: [], errors: [], isThere: true } });
  return object!;
}

/** An approver of the authority: another person than the experts of the tests. */
export const approver: Partial<Caller> = { role: 'APPROVER', subject: 'approver-1' };

/** Proposes what takes two persons, and has it approved; gives the proposal. */
export async function approved(app: TestApp, name: string, input: object, selection = ''): Promise<Row> {
  const { id } = await recorded(app, name, input);
  const decision = { proposalId: id, decision: 'APPROVE' };
  const { object, userErrors, errors } = await record(app, 'decideProposal', decision, { selection, caller: approver });
  expect({ [name]: { userErrors, errors, isThere: object !== null } }).toEqual({ [name]: { userErrors: [], errors: [], isThere: true } });
  return object!;
}

/** The refusals of a mutation; asserts that nothing at all was changed by it since `before`. */
export async function refusedWith(app: TestApp, name: string, input: object, contents?: Record<string, string>): Promise<UserError[]> {
  const before = contents ?? (await app.database.contents());
  const { object, userErrors, errors } = await record(app, name, input);
  expect({ object, errors, refused: userErrors.length > 0 }, `${name} ${JSON.stringify(input)}`).toEqual({
    object: null,
    errors: [],
    refused: true,
  });
  expect(await app.database.contents()).toEqual(before);
  return userErrors;
}

/** Asks and gives the data; errors fail the test. */
export async function data<D>(app: TestApp, document: string, variables: object = {}, caller?: Partial<Caller>): Promise<D> {
  const answer = (await app.ask(document, variables, caller)) as Answer;
  expect(answer.errors).toBeUndefined();
  return answer.data as D;
}
