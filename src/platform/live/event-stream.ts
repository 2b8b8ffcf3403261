import type { ServerResponse } from 'node:http';

/** What an answer to a subscription is made of: one result of GraphQL for each message. */
export type Message = Readonly<Record<string, unknown>>;

/** How long a reader may take no bytes before it counts as gone, in milliseconds. */
const patience = 60_000;

/**
 * The body of an answer as server-sent events, by the protocol of graphql-sse in its mode of distinct connections: `next`
 * with a result, `complete` at the end, and a comment now and then, so that nobody on the way takes it for dead.
 * @source github.com/enisdenjo/graphql-sse, PROTOCOL.md, "Distinct connections mode"
 */
export class EventStream {
  #blockedSince: number | null = null;

  /** @param headers those that every answer has */
  constructor(
    private readonly raw: ServerResponse,
    headers: Readonly<Record<string, string | number | string[] | undefined>>,
  ) {
    raw.writeHead(200, {
      ...(headers as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Nothing comes after it: a connection that stayed would hold up a server that stops.
      connection: 'close',
      // A proxy that gathers an answer before it sends it on would never send this one.
      'x-accel-buffering': 'no',
    });
    raw.flushHeaders();
    raw.on('drain', () => (this.#blockedSince = null));
    // Its reader has gone without a word; nobody is left to be told.
    raw.on('error', () => undefined);
  }

  onClose(done: () => void): void {
    if (this.raw.destroyed) done();
    else this.raw.once('close', done);
  }

  /** Resolves when the reader takes more, or is gone. */
  async next(message: Message): Promise<void> {
    if (this.#write(`event: next\ndata: ${JSON.stringify(message)}\n\n`)) return;
    await new Promise<void>((resolve) => {
      this.raw.once('drain', resolve);
      this.raw.once('close', resolve);
    });
  }

  /** Says that it is still there; cuts off who has taken nothing for a minute. */
  beat(): void {
    if (this.#blockedSince === null) this.#write(':\n\n');
    else if (performance.now() - this.#blockedSince > patience) this.raw.destroy();
  }

  /** @param last what is told before the end: why it ends, where the caller did not end it */
  complete(last?: Message): void {
    if (this.raw.writableEnded || this.raw.destroyed) return;
    this.raw.end(`${last ? `event: next\ndata: ${JSON.stringify(last)}\n\n` : ''}event: complete\ndata:\n\n`);
    // Who reads nothing would hold the connection for ever.
    if (this.#blockedSince !== null) this.raw.destroy();
  }

  #write(text: string): boolean {
    if (this.raw.writableEnded || this.raw.destroyed) return true;
    if (this.raw.write(text)) return true;
    this.#blockedSince ??= performance.now();
    return false;
  }
}
