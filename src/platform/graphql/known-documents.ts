import type { AcceptedOperation } from './level-answers.ts';

/** Characters kept in all: every client of one server together sends less. */
const longestKept = 4_000_000;

/** Operations that Apollo has accepted and the engine has answered, by the text of their document; the oldest leave first. */
export class KnownDocuments {
  readonly #known = new Map<string, Map<string, AcceptedOperation>>();
  #length = 0;

  /** @param name as the request gave it; empty for none */
  add(text: string, name: string, accepted: AcceptedOperation): void {
    let operations = this.#known.get(text);
    if (!operations) {
      this.#known.set(text, (operations = new Map<string, AcceptedOperation>()));
      this.#length += text.length;
      this.#forgetOldest();
    }
    operations.set(name, accepted);
  }

  find(text: string, name: string): AcceptedOperation | null {
    return this.#known.get(text)?.get(name) ?? null;
  }

  /** Whether the text was accepted, under whatever name of an operation. */
  has(text: string): boolean {
    return this.#known.has(text);
  }

  #forgetOldest(): void {
    for (const [oldest] of this.#known) {
      if (this.#length <= longestKept) return;
      this.#known.delete(oldest);
      this.#length -= oldest.length;
    }
  }
}
