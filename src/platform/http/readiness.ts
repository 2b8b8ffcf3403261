import type { Database } from '../database/database.ts';
import { migrations } from '../database/migrations/index.ts';
import type { Admission } from './admission.ts';

/** Why the server should be sent nothing now; null where it may. */
export type NotReady = () => Promise<string | null>;

/** Whoever asks gives up soon after. */
const patience = 1500;
/** Many may ask; the database is asked once for all of them. */
const remembered = 500;

/** Looks whether the database answers and is of the version that this program knows. */
export function readiness({ readPool }: Database, admission: Admission): NotReady {
  let known = { at: Number.NEGATIVE_INFINITY, why: Promise.resolve<string | null>(null) };
  const newest = migrations
    .map(({ name }) => name)
    .toSorted()
    .at(-1);
  const ask = async (): Promise<string | null> => {
    const { rows } = await readPool.query<{ name: string | null }>('select max(name) as name from migration');
    return rows[0]?.name === newest ? null : 'the database has another schema than this program';
  };
  const late = () => new Promise<string>((resolve) => setTimeout(resolve, patience, 'the database does not answer in time').unref());
  return async () => {
    if (admission.draining) return 'the server is stopping';
    if (performance.now() - known.at > remembered) {
      const answer = ask().catch(() => 'the database does not answer');
      known = { at: performance.now(), why: Promise.race([answer, late()]) };
    }
    return known.why;
  };
}
