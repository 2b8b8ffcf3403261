import { localDate, type LocalDate } from './local-date.ts';
import { contains, overlaps, period } from './period.ts';
import type { Confidence, Source } from './source.ts';

/**
 * What a clause may be limited to. A clause that leaves one out holds for every value of it.
 * @source none: a shape of this system, not a rule
 */
export interface ClauseKey {
  scheme?: string;
  category?: string;
  area?: string;
}

/**
 * One dated value of a rule with its source: in force from `from` to the day before `to` (null: until a later
 * clause replaces it).
 * @source none: a shape of this system, not a rule
 */
export interface Clause<T> extends ClauseKey {
  from: LocalDate;
  to: LocalDate | null;
  value: T;
  source: Source;
  confidence: Confidence;
  note?: string;
}

/**
 * A clause as written in a `*.clauses.ts` file: the days as plain texts.
 * @source none: a shape of this system, not a rule
 */
export type ClauseRow<T> = Omit<Clause<T>, 'from' | 'to'> & { from: string; to: string | null };

/**
 * The dated values of one rule. `inForce` gives the one clause of a day and key, and throws `RuleGap` when there
 * is none: last year's value is never taken instead. `find` answers null there, for rules that need not have a value.
 * @source none: a shape of this system, not a rule
 */
export interface ClauseTable<T> {
  readonly name: string;
  readonly rows: readonly Clause<T>[];
  inForce(day: LocalDate, key?: ClauseKey): Clause<T>;
  find(day: LocalDate, key?: ClauseKey): Clause<T> | null;
}

/**
 * No clause of a rule is in force on a day for a key. Our mistake (the register lacks a row), never caught.
 * @source none: a shape of this system, not a rule
 */
export class RuleGap extends Error {
  constructor(
    readonly table: string,
    readonly day: LocalDate,
    readonly key: ClauseKey,
  ) {
    super(`rule gap: no clause of ${table} is in force on ${day} for ${JSON.stringify(key)}`);
    this.name = 'RuleGap';
  }
}

const dimensions = ['scheme', 'category', 'area'] as const;

function covers(clause: ClauseKey, key: ClauseKey): boolean {
  return dimensions.every((each) => clause[each] === undefined || clause[each] === key[each]);
}

function keysMeet(a: ClauseKey, b: ClauseKey): boolean {
  return dimensions.every((each) => a[each] === undefined || b[each] === undefined || a[each] === b[each]);
}

/**
 * Checks and freezes the clauses of one rule. Throws at load when a day is malformed, a period is empty, or two
 * clauses would be in force for the same key on the same day.
 * @source none: house rule, two in force is an error at load
 */
export function clauseTable<T>(name: string, rows: readonly ClauseRow<T>[]): ClauseTable<T> {
  const clauses = rows.map((row) => ({
    ...row,
    ...period(localDate(row.from), row.to === null ? null : localDate(row.to)),
  }));
  clauses.forEach((a, index) => {
    const rival = clauses.slice(index + 1).find((b) => overlaps(a, b) && keysMeet(a, b));
    if (rival) throw new Error(`${name}: two clauses in force at once, from ${a.from} and from ${rival.from}`);
  });
  const find = (day: LocalDate, key: ClauseKey = {}) => clauses.find((each) => contains(each, day) && covers(each, key)) ?? null;
  return Object.freeze({
    name,
    rows: Object.freeze(clauses),
    find,
    inForce(day: LocalDate, key: ClauseKey = {}): Clause<T> {
      const found = find(day, key);
      if (!found) throw new RuleGap(name, day, key);
      return found;
    },
  });
}
