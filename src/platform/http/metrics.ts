import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Pool } from 'pg';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CountErrors } from '../graphql/request-errors.ts';
import type { KeptHere } from '../kept/kept.ts';
import type { Admission } from './admission.ts';

/** What is counted of the server. Every label is one of a closed list: a caller can make no new one. */
export class Metrics implements CountErrors {
  readonly #registry = new Registry();
  readonly #lag = monitorEventLoopDelay({ resolution: 20 });
  readonly #requests = this.#counter('accord_requests_total', 'Requests to /graphql.', ['operation', 'outcome']);
  readonly #errors = this.#counter('accord_errors_total', 'Errors told to callers, by the code in errors[].', ['code']);
  readonly #limits = this.#counter('accord_limits_total', 'Documents and variables refused, by the limit that they passed.', ['limit']);
  readonly #seconds = new Histogram({
    name: 'accord_request_seconds',
    help: 'Time from the headers of a request to /graphql to the end of its answer.',
    labelNames: ['operation'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [this.#registry],
  });

  constructor(pools: Readonly<Record<string, Pool>>, admission: Admission, kept: KeptHere) {
    this.#lag.enable();
    this.gauge('accord_requests_under_way', 'Requests to /graphql that are not answered yet.', () => admission.underWay);
    this.gauge('accord_event_loop_lag_seconds', 'The 99th percentile of the delay of timers since the last scrape.', () => {
      const seconds = this.#lag.percentile(99) / 1e9;
      this.#lag.reset();
      return seconds;
    });
    this.gauge('accord_memory_bytes', 'Memory that the process holds.', () => process.memoryUsage.rss());
    const ages = new Gauge({
      name: 'accord_kept_age_seconds',
      help: 'How old what the server keeps in memory of the record may be.',
      labelNames: ['kept'],
      registers: [this.#registry],
      collect: () => {
        for (const [name, seconds] of kept.ages) ages.set({ kept: name }, seconds);
      },
    });
    const connections = new Gauge({
      name: 'accord_pool_connections',
      help: 'Connections to PostgreSQL by pool and state; waiting counts who waits for one.',
      labelNames: ['pool', 'state'],
      registers: [this.#registry],
      collect: () => {
        for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
          connections.set({ pool, state: 'busy' }, totalCount - idleCount);
          connections.set({ pool, state: 'idle' }, idleCount);
          connections.set({ pool, state: 'waiting' }, waitingCount);
        }
      },
    });
  }

  readonly contentType = this.#registry.contentType;

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  request(operation: string, status: number, seconds: number): void {
    this.#requests.inc({ operation, outcome: outcomeOf(status) });
    this.#seconds.observe({ operation }, seconds);
  }

  error(code: string, limit: string | null): void {
    this.#errors.inc({ code });
    if (limit !== null) this.#limits.inc({ limit });
  }

  close(): void {
    this.#lag.disable();
  }

  #counter<L extends string>(name: string, help: string, labelNames: L[]): Counter<L> {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }

  /** Tells a figure of another part, as it is when it is asked for. */
  gauge(name: string, help: string, value: () => number): void {
    const gauge: Gauge = new Gauge({ name, help, registers: [this.#registry], collect: () => gauge.set(value()) });
  }
}

function outcomeOf(status: number): string {
  if (status === 429 || status === 503) return 'turned away';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'answered';
}
