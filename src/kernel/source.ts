/**
 * Where a rule or a figure comes from: a document (number, title or public address) and the clause in it.
 *
 * `clause` is null when the document is known but not the place in it.
 * @source none: a shape of this system, not a rule
 */
export interface Source {
  document: string;
  clause: string | null;
}

/**
 * How far a source can be trusted: `HIGH` read in a public text, `MEDIUM` read for a neighbouring case or
 * printed unclearly, `LOW` from memory or a convention of ours.
 * @source none: our own scale
 */
export type Confidence = 'HIGH' | 'MEDIUM' | 'LOW';

/**
 * Names a source; the clause is null unless given.
 * @source none: a shape of this system, not a rule
 */
export function source(document: string, clause: string | null = null): Source {
  return { document, clause };
}
