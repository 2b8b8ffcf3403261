import { useLocation, useSearchParams } from 'wouter';

/** What a page is narrowed to, by name; what is not chosen is not there. */
export type Chosen<N extends string> = Readonly<Partial<Record<N, string>>>;

/** A change of what is chosen; null leaves it out. */
export type Change<N extends string> = Readonly<Partial<Record<N, string | null>>>;

export interface Filters<N extends string> {
  readonly chosen: Chosen<N>;
  readonly choose: (change: Change<N>) => void;
  /** The address of the same page with a change, for a link. */
  readonly address: (change: Change<N>) => string;
}

/**
 * What a page is narrowed to, kept in its address, so that a link to it shows the same. A change begins at the first page
 * of a list again.
 */
export function useFilters<N extends string>(names: readonly N[]): Filters<N> {
  const [path] = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const changed = (change: Change<N>) => {
    const next = new URLSearchParams(parameters);
    next.delete('after');
    for (const [name, value] of Object.entries(change) as [string, string | null][]) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return next;
  };
  return {
    chosen: Object.fromEntries(names.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name)]] : []))) as Chosen<N>,
    choose: (change) => setParameters(changed(change)),
    address: (change) => `${path}?${changed(change).toString()}`,
  };
}
