/**
 * One named figure of a decision, as text so that no digit is lost: the price offered, the limit, a count.
 *
 * `unit` is the unit of `value` (`yuan`, `yuan/tablet`, `%`, `day`), null for codes, names and states.
 * @source none: a shape of this system, not a rule
 */
export interface Fact {
  name: string;
  value: string;
  unit: string | null;
}

/**
 * Makes a fact; the unit is null unless given.
 * @source none: a shape of this system, not a rule
 */
export function fact(name: string, value: string | number, unit: string | null = null): Fact {
  return { name, value: String(value), unit };
}
