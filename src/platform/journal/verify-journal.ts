import type { Checkpoint } from './checkpoint.ts';
import { followsFrom, type AskedBy } from './asked-by.ts';
import { beginning, linkHash, type Head, type Link } from './chain.ts';

/** What can be wrong with a record. */
export type Damage =
  /** Its content is not what was hashed: edited, exchanged with that of another, or stored in another form. */
  | 'CONTENT_CHANGED'
  /** The columns by which it is asked for say other than its content. */
  | 'COLUMNS_CHANGED'
  /** Records before it are not there. */
  | 'RECORDS_MISSING'
  /** It does not follow from the record before it: inserted, moved, or a neighbour was rewritten. */
  | 'OUT_OF_PLACE'
  /** The chain ends before the record that a checkpoint knows. */
  | 'TAIL_CUT'
  /** Another record stands where a checkpoint knows one: the chain was rewritten. */
  | 'REWRITTEN';

export interface Finding {
  readonly chain: string;
  readonly seq: number;
  readonly damage: Damage;
}

export interface Verification {
  readonly records: number;
  /** How many were found; `findings` has the first thousand. */
  readonly damages: number;
  readonly findings: readonly Finding[];
  /** The last record of each chain, for the next checkpoint. */
  readonly heads: ReadonlyMap<string, Head>;
}

const mostTold = 1000;

/** Goes through records in the order of their chains and numbers, in constant memory. */
export class Verifier {
  #records = 0;
  #damages = 0;
  readonly #findings: Finding[] = [];
  readonly #heads = new Map<string, Head>();
  #chain = '';
  #head: Head = beginning('');

  constructor(private readonly checkpoint: Checkpoint | null) {}

  /**
   * Takes the next record. After a damage the chain is followed from the record itself, so that one damage is told once.
   * @param askedBy the columns beside the content; an exported journal has none
   */
  take({ chain, seq, previousHash, hash, content }: Link, askedBy: AskedBy | null = null): void {
    this.#records += 1;
    if (chain !== this.#chain) this.#begin(chain);
    const head = this.#head;
    if (!linkHash(previousHash, content).equals(hash)) this.#found(chain, seq, 'CONTENT_CHANGED');
    else if (askedBy && !followsFrom(content.toString(), askedBy)) this.#found(chain, seq, 'COLUMNS_CHANGED');
    if (seq > head.seq + 1) this.#found(chain, seq, 'RECORDS_MISSING');
    else if (seq <= head.seq || !previousHash.equals(head.hash)) this.#found(chain, seq, 'OUT_OF_PLACE');
    const known = this.checkpoint?.chains.get(chain);
    if (known?.seq === seq && !known.hash.equals(hash)) this.#found(chain, seq, 'REWRITTEN');
    this.#head = { seq, hash };
  }

  end(): Verification {
    this.#keep();
    for (const [chain, { seq }] of this.checkpoint?.chains ?? []) {
      const last = this.#heads.get(chain)?.seq ?? 0;
      if (last < seq) this.#found(chain, last, 'TAIL_CUT');
    }
    return { records: this.#records, damages: this.#damages, findings: this.#findings, heads: this.#heads };
  }

  #begin(chain: string): void {
    this.#keep();
    this.#chain = chain;
    // A chain that comes a second time goes on where it was: in a file its records may lie apart.
    this.#head = this.#heads.get(chain) ?? beginning(chain);
  }

  #keep(): void {
    // A copy: the bytes themselves are part of a portion that can go.
    if (this.#head.seq > 0) this.#heads.set(this.#chain, { seq: this.#head.seq, hash: Buffer.from(this.#head.hash) });
  }

  #found(chain: string, seq: number, damage: Damage): void {
    this.#damages += 1;
    if (this.#findings.length < mostTold) this.#findings.push({ chain, seq, damage });
  }
}
