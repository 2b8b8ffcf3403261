import type { EntityManager } from '@mikro-orm/postgresql';
import type { Fact } from '../../kernel/fact.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import type { Acts, ActsByTwo, ByTwo } from '../access/rights.ts';
import type { Context } from '../graphql/context.ts';

/** What an act that takes two would do. */
export interface Prepared<E extends object> {
  /** The object that it is about: what the approval is given for. */
  readonly object: E;
  /** What is confirmed along with it although it does not change, such as the prices of a selection. */
  readonly facts: readonly Fact[];
  /** Sums and the like that are written past the mapper, once the rows are. */
  readonly settle?: (em: EntityManager) => Promise<void>;
}

/** An act that takes two persons. */
export interface ApprovedAct<I extends object = object, E extends object = object> {
  /** What the input leaves open and would mean something else on the day of the approval. */
  fix?(context: Context, input: I): Partial<I>;
  /**
   * Does the act on `em`, by the mapper alone and without flushing: a proposal asks what would be written and writes
   * nothing. What it makes names the proposal.
   */
  prepare(context: Context, em: EntityManager, input: I, proposalId: string): Promise<Verdict<Prepared<E>>>;
}

const known = new Map<string, ApprovedAct & { readonly rights: ByTwo }>();

/** Joins the acts of a feature that take two with who may propose and approve them; each act of the table must be there. */
export function actsByTwo<A extends Acts>(acts: A, prepared: { readonly [K in ActsByTwo<A>]: ApprovedAct }) {
  return Object.entries<ApprovedAct>(prepared).map(([operation, act]) => ({ operation, act, rights: acts[operation] as ByTwo }));
}
export type ActByTwo = ReturnType<typeof actsByTwo>[number];

/** Makes the acts known to proposals and decisions; called once while the schema is built. */
export function registerActsByTwo(acts: readonly ActByTwo[]): void {
  for (const { operation, act, rights } of acts) {
    known.set(operation, { ...(act.fix && { fix: act.fix }), prepare: act.prepare, rights });
  }
}

/** The act behind a mutation; an unknown one is a mistake of ours. */
export function actByTwo(operation: string): ApprovedAct & { readonly rights: ByTwo } {
  const act = known.get(operation);
  if (!act) throw new Error(`${operation} is no act that takes two`);
  return act;
}
