import { isNonNullType, type FieldNode, type GraphQLOutputType } from 'graphql';

/** An error at a place of the answer. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly error: unknown;
  readonly nodes: readonly FieldNode[];
}

/** A part of the answer in which something failed: its JSON, or null where the place may not be null and its parent must be. */
export class Flaw {
  constructor(
    readonly text: string | null,
    readonly faults: readonly Fault[],
  ) {}
}

/** JSON, as long as nothing failed in it. */
export type Written = string | Flaw;

/** What a place of the answer holds before its type has its say: null where there is no value. */
export type Found = Written | null;

/** Why a part of the answer could not be fetched; every place that needs it fails with the same error. */
export class Failure {
  constructor(readonly error: unknown) {}
}

/** A field of an operation, as far as writing it needs to know. */
export interface Place {
  /** `Type.field`, for the message. */
  readonly name: string;
  readonly nodes: readonly FieldNode[];
}

/** Puts a value into its place: what is null where null is not allowed makes the parent null (GraphQL, "Handling Execution Errors"). */
export function completed(type: GraphQLOutputType, place: Place): (found: Found) => Written {
  if (!isNonNullType(type)) return (found) => (found === null ? 'null' : typeof found === 'string' ? found : standIn(found));
  return (found) => found ?? failedAt(place, new Error(`Cannot return null for non-nullable field ${place.name}.`));
}

/** A fault at this very place; whether the place may be null is the caller's to say, by `completed`. */
export function failedAt({ nodes }: Place, error: unknown): Flaw {
  return new Flaw(null, [{ path: [], error, nodes }]);
}

const standIn = (flaw: Flaw) => (flaw.text === null ? new Flaw('null', flaw.faults) : flaw);

/** Joins fields to an object. */
export function objectWriter<S, R>(
  fields: readonly { readonly key: string; write(source: S, run: R): Written }[],
): (source: S, run: R) => Written {
  const openings = fields.map(({ key }, at) => `${at === 0 ? '{' : ','}${JSON.stringify(key)}:`);
  const count = fields.length;
  return (source, run) => {
    let text = '';
    for (let at = 0; at < count; at += 1) {
      const part = fields[at]!.write(source, run);
      if (typeof part !== 'string') {
        const parts = { count, keyAt: (each: number) => fields[each]!.key, openingAt: (each: number) => openings[each]!, close: '}' };
        return flawedFrom(at, part, text, parts, (each) => fields[each]!.write(source, run));
      }
      text += openings[at]! + part;
    }
    return count === 0 ? '{}' : `${text}}`;
  };
}

/** Joins items to a list. */
export function listOf<S>(items: readonly S[], write: (item: S) => Written): Written {
  return listOfPlaces(items.length, (at) => write(items[at]!));
}

/** Joins to a list what is written for each place of it. */
export function listOfPlaces(count: number, write: (at: number) => Written): Written {
  let text = '';
  for (let at = 0; at < count; at += 1) {
    const part = write(at);
    if (typeof part !== 'string') {
      const parts = {
        count,
        keyAt: (each: number) => each,
        openingAt: (each: number) => (each === 0 ? '[' : ','),
        close: ']',
      };
      return flawedFrom(at, part, text, parts, write);
    }
    text += at === 0 ? `[${part}` : `,${part}`;
  }
  return count === 0 ? '[]' : `${text}]`;
}

interface Parts {
  readonly count: number;
  keyAt(at: number): string | number;
  /** What stands before a part. */
  openingAt(at: number): string;
  readonly close: string;
}

/** The way on once a part failed: every fault with its path, up to the first that makes the whole null. */
function flawedFrom(first: number, flaw: Flaw, before: string, parts: Parts, write: (at: number) => Written): Flaw {
  const faults: Fault[] = [];
  let text = before;
  for (let at = first; at < parts.count; at += 1) {
    const part = at === first ? flaw : write(at);
    if (typeof part !== 'string') faults.push(...part.faults.map((fault) => ({ ...fault, path: [parts.keyAt(at), ...fault.path] })));
    const written = typeof part === 'string' ? part : part.text;
    if (written === null) return new Flaw(null, faults);
    text += parts.openingAt(at) + written;
  }
  return new Flaw(text + parts.close, faults);
}
