import { orNull, type Typed } from './act-form.tsx';

/** One of a few that an input may be: as the server names it, and as the reader does. */
export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** Inputs that are asked for any number of times, and how that reads. */
export interface AskedRows {
  readonly asked: readonly Asked[];
  /** So many stand there from the beginning, and are the fewest that there may be. */
  readonly least?: number;
  /** What the button for another one says. */
  readonly add: string;
  /** What the one at a place is called, from 1 on. */
  readonly nameOf: (number: number) => string;
}

/**
 * One input of a recording: how it is typed, and what it may be chosen from. A `list` is typed with commas, `persons` one a
 * line, of a `group` the leader first; a `secret` is a decimal that is not shown; of an `order` some of the choices are
 * picked, the first first.
 */
export interface Asked {
  /** The field of the input. */
  readonly name: string;
  readonly label: string;
  readonly kind?: 'text' | 'long' | 'date' | 'decimal' | 'secret' | 'integer' | 'yes' | 'list' | 'group' | 'persons' | 'order';
  readonly optional?: boolean;
  readonly hint?: string;
  /** What stands there until something else is typed. */
  readonly initial?: string;
  /** Nothing else may be given. */
  readonly choices?: readonly Choice[];
  /** What may be given beside anything else, and what is told of each key pressed to ask for more of it. */
  readonly suggestions?: { readonly choices: readonly Choice[]; readonly ask: (typed: string) => void };
  /** The input is a list, each of its members asked for by these. */
  readonly rows?: AskedRows;
}

/** What was typed, as the input takes it: its fields by their names. `within` is where they stand, as `volumes.0.`. */
export function inputOf(asked: readonly Asked[], typed: Typed, within = ''): Record<string, unknown> {
  return Object.fromEntries(
    asked.map((each) => {
      const place = `${within}${each.name}`;
      return [each.name, each.rows ? rowsOf(each.rows, typed, place) : valueOf(each, typed[place])];
    }),
  );
}

function rowsOf({ asked }: AskedRows, typed: Typed, place: string): readonly unknown[] {
  const places = new Set(Object.keys(typed).flatMap((name) => placeBelow(place, name) ?? []));
  return [...places].toSorted((a, b) => a - b).map((at) => inputOf(asked, typed, `${place}.${at}.`));
}

/** Which row of a list a name stands in: 2 of `volumes` and `volumes.2.quantity`; null where it stands in none. */
function placeBelow(list: string, name: string): number | null {
  if (!name.startsWith(`${list}.`)) return null;
  const at = Number(name.slice(list.length + 1).split('.')[0]);
  return Number.isInteger(at) ? at : null;
}

/** Whether a refusal of this field is said at one of the inputs, or between the rows of one. */
export function saidAt(asked: readonly Asked[], field: string | null, within = ''): boolean {
  return asked.some(({ name, rows }) => field === `${within}${name}` || (rows !== undefined && field?.startsWith(`${within}${name}.`)));
}

/** What was typed, as the input takes it. Decimals stay texts. */
function valueOf({ kind }: Asked, typed: string | undefined): unknown {
  if (kind === 'yes') return typed === 'yes';
  const text = orNull(typed);
  if (kind === 'order') return text?.split(' ') ?? [];
  if (text === null) return null;
  if (kind === 'integer') return Number(text);
  if (kind === 'list') return text.split(/[,，、;；\s]+/).filter((each) => each !== '');
  if (kind === 'persons') return personsIn(text);
  return kind === 'group' ? personsIn(text).map((each, at) => ({ ...each, isLeader: at === 0 })) : text;
}

/** Persons, one a line: the account, then the name. */
function personsIn(text: string): { readonly person: string; readonly name: string }[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [person = '', ...name] = line.split(/\s+/);
      return { person, name: name.join(' ') || person };
    });
}
