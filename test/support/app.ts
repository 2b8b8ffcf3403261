import { setTimeout as pause } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ExecutionResult } from 'graphql';
import { print } from 'graphql';
import pino, { type Logger } from 'pino';
import { createApp, type App } from '../../src/app.ts';
import { anonymous, type Caller } from '../../src/platform/access/caller.ts';
import type { TokenSource } from '../../src/platform/access/token-source.ts';
import type { VerifyToken } from '../../src/platform/access/verify-token.ts';
import type { TrustedDocuments } from '../../src/platform/graphql/trusted-documents.ts';
import { sealWith, type Seal } from '../../src/platform/seal/seal.ts';
import type { Rates } from '../../src/platform/http/rate.ts';
import type { StreamLimits } from '../../src/platform/live/open-streams.ts';
import { testDatabase, type TestDatabase, type TestDatabaseOptions } from './database.ts';

/** The moment that the tests' clock stands at. */
export const testNow = new Date('2026-11-21T04:00:00Z');

/** The streams that a server has unless a setting says otherwise. */
export const usualStreams = { caller: 20, inAll: 500 };

/** The sealing key of tests, unless a test brings its own. */
export const testSeal = sealWith(Buffer.alloc(32, 'accord tests'));

export interface TestApp extends App {
  readonly database: TestDatabase;
  /** Sends an operation as a caller and returns the answer as it came over HTTP. */
  ask<D = Record<string, never>, V extends object = object>(
    document: TypedDocumentNode<D, V> | string,
    variables?: V,
    caller?: Partial<Caller>,
  ): Promise<ExecutionResult<D>>;
  stop(): Promise<void>;
}

export interface TestAppOptions extends TestDatabaseOptions {
  /** None unless given: every document is the caller's own. */
  readonly trustedDocuments?: TrustedDocuments;
  /** Another sealing key than that of the tests. */
  readonly seal?: Seal;
  /** Where the server logs; nowhere unless given. */
  readonly log?: Logger;
  /** On the database of another, which stays when this one stops. */
  readonly beside?: TestApp;
  /** Who asks, from the header; the caller that it holds as JSON unless given. */
  readonly verifyToken?: VerifyToken;
  /** How a page signs in; not at all unless given. */
  readonly tokens?: TokenSource;
  /** Any number of requests unless given. */
  readonly rates?: Rates;
  /** As many streams as usual unless given. */
  readonly streamLimits?: StreamLimits;
  /** Done to the database before the server starts on it. */
  readonly prepare?: (database: TestDatabase) => Promise<unknown>;
}

const callerInHeader: VerifyToken = async (header) => (header ? callerIn(header) : anonymous);

/** The real server on a database of the test's own; callers are given instead of proven. */
export async function testApp(given: TestAppOptions = {}): Promise<TestApp> {
  const {
    trustedDocuments = { mode: 'off', texts: new Map() },
    seal = testSeal,
    log = pino({ level: 'silent' }),
    rates = { anonymous: 0, caller: 0 },
    streamLimits = usualStreams,
    tokens = 'nobody',
    verifyToken = callerInHeader,
    beside,
    prepare,
    ...options
  } = given;
  const database = beside?.database ?? (await testDatabase(options));
  await prepare?.(database);
  const app = await createApp({
    database: database.served,
    tokens,
    verifyToken,
    clock: { now: () => testNow },
    seal,
    log,
    trustedDocuments,
    rates,
    streamLimits,
  });
  return {
    ...app,
    database,
    ask: async (document, variables, caller) => {
      const payload = JSON.stringify({ query: typeof document === 'string' ? document : print(document), variables });
      const headers = { 'content-type': 'application/json', ...(caller ? { authorization: JSON.stringify(caller) } : {}) };
      for (;;) {
        const response = await app.fastify.inject({ method: 'POST', url: '/graphql', headers, payload });
        // As clients do: whoever is turned away because there is too much to do comes back.
        if (response.headers['retry-after'] === undefined) return response.json();
        await pause(20);
      }
    },
    stop: async () => {
      await app.close();
      if (!beside) await database.drop();
    },
  };
}

/** A caller as the header gives it; as in a token, the account is the person where no other is named. */
function callerIn(header: string): Caller {
  const given = JSON.parse(header) as Partial<Caller>;
  return { ...anonymous, person: given.subject ?? null, ...given };
}

/** An expert of the authority, as tests record with. */
export const expert: Partial<Caller> = { role: 'EXPERT', subject: 'expert-1' };
