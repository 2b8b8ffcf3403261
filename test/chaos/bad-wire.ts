import { createServer, Socket, type AddressInfo, type Server } from 'node:net';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';

/** What the wire does to a COMMIT of a recording: `lost` never reaches the database, `unheard` does, and its answer is lost. */
export type AtCommit = 'pass' | 'lost' | 'unheard';

/** One connection through the wire; `deaf` for good once it was open while everything was swallowed. */
interface Link {
  readonly near: Socket;
  readonly far: Socket;
  reads: boolean;
  cutAtAnswer: boolean;
  deaf: boolean;
}

/** A wire between a server and its database, that can be bad in the ways that networks are. */
export class BadWire {
  /** Asked at each COMMIT of a session that may write. */
  atCommit: () => AtCommit = () => 'pass';
  /** By a TCP reset instead of a close. */
  resets = false;
  /** Milliseconds that each piece takes, in each direction. */
  latency = 0;
  /** One byte at a time. */
  dribbles = false;
  cuts = 0;
  #swallows = false;
  readonly #links = new Set<Link>();

  private constructor(
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number },
  ) {}

  static async to(databaseUrl: string): Promise<BadWire> {
    const { hostname, port } = new URL(databaseUrl);
    const server = createServer();
    const wire = new BadWire(server, { host: hostname, port: Number(port) });
    server.on('connection', (near: Socket) => wire.#join(near));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  /** The same database by this wire. */
  through(databaseUrl: string): string {
    const url = new URL(databaseUrl);
    url.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return url.href;
  }

  /** Swallows everything for a time; what was open meanwhile never says a word again, and neither end is told. */
  async swallow(milliseconds: number): Promise<void> {
    this.#swallows = true;
    for (const link of this.#links) link.deaf = true;
    await pause(milliseconds);
    this.#swallows = false;
  }

  close(): void {
    this.server.close();
    for (const { near, far } of this.#links) for (const end of [near, far]) end.destroy();
  }

  #join(near: Socket): void {
    const far = new Socket().connect(this.target);
    const link: Link = { near, far, reads: false, cutAtAnswer: false, deaf: this.#swallows };
    this.#links.add(link);
    this.#carry(link, near, far, (piece) => this.#asked(link, piece));
    this.#carry(link, far, near, () => !link.cutAtAnswer || this.#cut(link));
  }

  /** @param mayPass whether a piece goes on; said once for each */
  #carry(link: Link, from: Socket, to: Socket, mayPass: (piece: Buffer) => boolean): void {
    let last = Promise.resolve();
    from.setNoDelay(true);
    from.on('error', () => undefined);
    from.on('close', () => !link.deaf && void last.then(() => to.destroy()));
    from.on('data', (piece: Buffer) => {
      if (link.deaf || !mayPass(piece)) return;
      const due = this.latency > 0 ? pause(this.latency) : null;
      last = this.#after(last, due, to, piece);
    });
  }

  async #after(last: Promise<void>, due: Promise<unknown> | null, to: Socket, piece: Buffer): Promise<void> {
    await last;
    await due;
    if (!this.dribbles) return void to.write(piece);
    for (const byte of piece) {
      await turn();
      to.write(Buffer.of(byte));
    }
  }

  #asked(link: Link, piece: Buffer): boolean {
    link.reads ||= piece.includes('default_transaction_read_only');
    if (link.reads || !/commit\0/i.test(piece.toString('latin1'))) return true;
    const fate = this.atCommit();
    link.cutAtAnswer = fate === 'unheard';
    return fate !== 'lost' || this.#cut(link);
  }

  #cut({ near, far }: Link): false {
    this.cuts += 1;
    if (this.resets) near.resetAndDestroy();
    near.destroy();
    far.destroy();
    return false;
  }
}
