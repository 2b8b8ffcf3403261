import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLSchema,
} from 'graphql';
import { fieldOf, type FileRow } from './fresh-rows.ts';
import type { AnyImport } from './act-import.ts';
import type { RecordedFile } from './recorded-file.ts';

/** The columns that a caller may give in files of one kind. */
export interface Taken {
  has(column: string): boolean;
  /** Those of a row, with what the mutation's input has by default in the place of what the file leaves empty. */
  inputOf(row: FileRow): FileRow;
}

/**
 * Which columns of each kind of file are fields of its mutation's input, or of the rows that the input lists.
 * @source none: machinery
 */
export class TakenColumns {
  readonly #byKind: ReadonlyMap<AnyImport, Taken>;

  /** @throws an error for a kind that lacks what its mutation needs: a mistake of its declaration */
  constructor(schema: GraphQLSchema, files: readonly RecordedFile[]) {
    this.#byKind = new Map(files.map((file) => [file.kind, takenOf(schema, file)]));
  }

  of(kind: AnyImport): Taken {
    return this.#byKind.get(kind)!;
  }
}

/** What is the recording's own and stands in no row. */
const ofRecording = new Set(['idempotencyKey', 'errorPolicy']);

function takenOf(schema: GraphQLSchema, { kind, mutation }: RecordedFile): Taken {
  const [input] = schema.getMutationType()!.getFields()[mutation]!.args;
  const fields = fieldsOf(getNamedType(input!.type) as GraphQLInputObjectType);
  const columnOf = new Map(kind.columns.map(({ name }) => [fieldOf(name), name]));
  const missing = fields.filter(({ name, isNeeded }) => isNeeded && !columnOf.has(name));
  if (missing.length > 0) throw new Error(`files of ${kind.kind} have no column for ${missing.map(({ name }) => name).join(', ')}`);
  const taken = fields.filter(({ name }) => columnOf.has(name));
  const columns = new Set(taken.map(({ name }) => columnOf.get(name)));
  return {
    has: (column) => columns.has(column),
    inputOf: ({ rowOfFile, ...row }) => ({
      rowOfFile,
      ...Object.fromEntries(taken.map(({ name, byDefault = null }) => [name, row[name] ?? byDefault])),
    }),
  };
}

interface InputField {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly byDefault: FileRow[string] | undefined;
}

/** The fields of an input; in the place of a list of objects the fields of those. */
function fieldsOf(input: GraphQLInputObjectType): InputField[] {
  return Object.values(input.getFields()).flatMap((field) => {
    if (ofRecording.has(field.name)) return [];
    const type = getNamedType(field.type);
    if (isListType(getNullableType(field.type)) && isInputObjectType(type)) return fieldsOf(type);
    const isNeeded = isNonNullType(field.type) && field.defaultValue === undefined;
    return [{ name: field.name, isNeeded, byDefault: field.defaultValue as FileRow[string] | undefined }];
  });
}
