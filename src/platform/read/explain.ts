import type { Pool } from 'pg';
import type { Sent } from './snapshot.ts';

/** One level of an answer as it was fetched. */
export interface ExplainedLevel {
  /** Where in the answer the level is. */
  readonly path: string;
  readonly statement: string;
  /** How many parents asked for it together. */
  readonly keys: number;
  readonly rows: number;
  readonly milliseconds: number;
  /** PostgreSQL's own estimate, in its unit: a page read from disk in order is 1. Null where it does not say. */
  readonly plannedCost: number | null;
}

/** How an operation was answered. */
export interface ExplainedAnswer {
  /** How many rows it could have brought, as known before the first statement. */
  readonly rowsAtMost: number;
  readonly levels: readonly ExplainedLevel[];
}

/** Adds PostgreSQL's plan cost of each statement, with the values that it was sent with; nothing is run again. */
export async function explainLevels(pool: Pool, sent: readonly Sent[]): Promise<ExplainedLevel[]> {
  const client = await pool.connect();
  try {
    return await Promise.all(
      sent.map(async ({ values, milliseconds, ...level }) => {
        const { rows } = await client.query<{ 'QUERY PLAN': Plans }>(`explain (format json) ${level.statement}`, [...values]);
        const plannedCost = rows[0]?.['QUERY PLAN'][0]?.Plan['Total Cost'] ?? null;
        return { ...level, milliseconds: Math.round(milliseconds * 1000) / 1000, plannedCost };
      }),
    );
  } finally {
    client.release();
  }
}

type Plans = readonly { readonly Plan: { readonly 'Total Cost': number } }[];
