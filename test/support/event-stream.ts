import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { print } from 'graphql';
import { ChangesDocument, type ChangesSubscription } from '../../schema/client/graphql.ts';
import type { Caller } from '../../src/platform/access/caller.ts';
import type { TestApp } from './app.ts';

/** The subscription as pages send it. */
export const changesDocument = print(ChangesDocument);

type Told = ChangesSubscription['changes'];
export type ChangedOperation = Told['operations'][number];

/** A message of the subscription as it comes over HTTP. */
export interface ChangesMessage {
  readonly data?: ChangesSubscription;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

export interface Asked {
  readonly caller?: Partial<Caller>;
  readonly after?: string | null;
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

const addresses = new WeakMap<TestApp, Promise<string>>();

/** The address of a server, which listens from the first time on that somebody wants it. */
function addressOf(app: TestApp): Promise<string> {
  let address = addresses.get(app);
  if (!address) addresses.set(app, (address = app.listen(0)));
  return address;
}

/** A listener to the changes, as a page is one. */
export class Listener {
  readonly messages: ChangesMessage[] = [];
  /** Lines that are comments. */
  beats = 0;
  /** Whether the server said that it is complete. */
  complete = false;
  #closed = false;
  #read = 0;

  private constructor(
    private readonly answer: IncomingMessage,
    readonly status = answer.statusCode!,
    readonly headers = answer.headers,
  ) {
    answer.on('close', () => (this.#closed = true));
    answer.on('error', () => undefined);
    if (status === 200) this.#readAll();
    else answer.resume();
  }

  /** On a connection of its own, which ends with it. */
  static async open(app: TestApp, { caller, after, authorization, headers = {}, body }: Asked = {}): Promise<Listener> {
    const known = authorization ?? (caller && JSON.stringify(caller));
    const asked = request(`${await addressOf(app)}/graphql`, {
      method: 'POST',
      agent: false,
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(known !== undefined && { authorization: known }),
        ...headers,
      },
    });
    asked.on('error', () => undefined);
    asked.end(JSON.stringify(body ?? { query: changesDocument, variables: { after } }));
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return new Listener(answer);
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  get cursor(): string {
    return this.messages.findLast(({ data }) => data)!.data!.changes.cursor;
  }

  /** Everything that it was told so far. */
  get told(): ChangedOperation[] {
    return this.messages.flatMap(({ data }) => data?.changes.operations ?? []);
  }

  /** The next message that was not looked at. */
  async next(within = 5000): Promise<ChangesMessage> {
    const began = performance.now();
    while (this.messages.length <= this.#read) {
      if (performance.now() - began > within) throw new Error(`no message within ${within} ms`);
      await pause(5);
    }
    return this.messages[(this.#read += 1) - 1]!;
  }

  /** Resolves when the server has ended it. */
  async ended(within = 5000): Promise<void> {
    const began = performance.now();
    while (!this.#closed) {
      if (performance.now() - began > within) throw new Error(`not ended within ${within} ms`);
      await pause(5);
    }
  }

  close(): void {
    this.answer.destroy();
  }

  #readAll(): void {
    let text = '';
    this.answer.setEncoding('utf8');
    this.answer.on('data', (chunk: string) => {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        this.#take(text.slice(0, end));
        text = text.slice(end + 2);
      }
    });
  }

  #take(event: string): void {
    const [first = '', data = ''] = event.split('\n');
    if (first === ':') this.beats += 1;
    else if (first === 'event: complete' && data === 'data:') this.complete = true;
    else if (first === 'event: next' && data.startsWith('data: ')) this.messages.push(JSON.parse(data.slice(6)) as ChangesMessage);
    else throw new Error(`no event of the protocol: ${event}`);
  }
}
