import { testApp, type TestApp } from './app.ts';

/** A server that is started anew over its database as often as is asked for, the one before being stopped. */
export class RestartedApp {
  #anew: TestApp | null = null;

  constructor(private readonly first: TestApp) {}

  get app(): TestApp {
    return this.#anew ?? this.first;
  }

  async restart(): Promise<void> {
    const before = this.#anew;
    this.#anew = await testApp({ beside: this.first });
    await before?.stop();
  }

  /** The first one stays, as it was given. */
  async end(): Promise<void> {
    await this.#anew?.stop();
  }
}
