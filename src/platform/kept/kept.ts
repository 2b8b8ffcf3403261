import type { Database } from '../database/database.ts';
import type { Log } from '../process/log.ts';

/** What a server keeps in memory of the record, so that it answers without asking; how old it may be is said where it is. */
export interface Kept {
  /** How old what it knows of the record is, in seconds. */
  readonly age: number;
  /** Told after each recording of this server which tables it changed; what it waits for is known to the next answer. */
  recorded(tables: ReadonlySet<string>): Promise<void>;
  close(): Promise<void>;
}

/** How a feature opens what it keeps in memory; one of them stands for the thing that every server has once. */
export interface Keeping<K extends Kept = Kept> {
  /** For the counters. */
  readonly name: string;
  open(database: Database, log: Log): Promise<K>;
}

/** All that one server keeps in memory. */
export class KeptHere {
  private constructor(private readonly all: ReadonlyMap<Keeping, Kept>) {}

  /** Opens one after the other; where one cannot be opened the others are closed. */
  static async open(keepings: readonly Keeping[], database: Database, log: Log): Promise<KeptHere> {
    const all = new Map<Keeping, Kept>();
    const here = new KeptHere(all);
    try {
      for (const keeping of keepings) all.set(keeping, await keeping.open(database, log));
    } catch (error) {
      await here.close();
      throw error;
    }
    return here;
  }

  of<K extends Kept>(keeping: Keeping<K>): K {
    const kept = this.all.get(keeping);
    if (!kept) throw new Error(`${keeping.name} is not kept by this server`);
    return kept as K;
  }

  async recorded(tables: ReadonlySet<string>): Promise<void> {
    for (const kept of this.all.values()) await kept.recorded(tables);
  }

  get ages(): readonly (readonly [name: string, seconds: number])[] {
    return [...this.all].map(([{ name }, { age }]) => [name, age]);
  }

  async close(): Promise<void> {
    for (const kept of this.all.values()) await kept.close();
  }
}
