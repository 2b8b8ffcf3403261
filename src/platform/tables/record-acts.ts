import type { PoolClient } from 'pg';
import type { Database } from '../database/database.ts';
import { managerOn } from '../database/mapper-on.ts';
import { onceMore } from '../journal/once-more.ts';
import type { RecordingContext } from '../journal/recorded-row.ts';
import { toldOtherwise } from '../journal/row-changes.ts';
import type { ActImport } from './act-import.ts';
import { findFresh, refusedRows, type FileRow } from './fresh-rows.ts';
import { ErrorList } from './import-report.ts';

/** What was done of a file: how many acts in each area, and what was wrong. */
export interface RecordedActs {
  readonly added: ReadonlyMap<string, number>;
  readonly errors: ErrorList;
}

/** As many as a mutation takes: a use case is made for so many at once. */
const portion = 10_000;

/**
 * Does what the staged rows say and the record does not have yet, in portions, within the transaction of the client.
 * Where the database wants it tried again, it is, without reading the file again.
 * @param given the columns that the file has: what it does not state is not compared with the record
 * @source none: machinery
 */
export async function recordActs(
  { database, client, context }: { readonly database: Database; readonly client: PoolClient; readonly context: RecordingContext },
  kind: ActImport,
  given: ReadonlySet<string>,
  onProgress: (done: number) => void,
): Promise<RecordedActs> {
  await client.query('savepoint acts');
  return onceMore(async () => {
    try {
      return await attempt();
    } catch (error) {
      await client.query('rollback to savepoint acts').catch(() => undefined);
      throw error;
    }
  });

  async function attempt(): Promise<RecordedActs> {
    const errors = new ErrorList();
    const added = new Map<string, number>();
    for (const hold of kind.holds) await client.query(`select from incoming line ${kind.names} where line.bad = 0 ${hold}`);
    await client.query(`declare acts no scroll cursor for ${await findFresh(client, kind, given, errors)}`);
    for (let [done, analysed] = [0, 0]; ;) {
      const { rows } = await client.query<FileRow>(`fetch ${portion} from acts`);
      if (rows.length === 0) return { added, errors };
      const em = managerOn(database, client);
      toldOtherwise(em);
      const outcomes = await kind.useCase(context, em, rows as never[]);
      for (const outcome of outcomes) if ('key' in outcome) count(added, areaOf(outcome.key));
      const refused = refusedRows(kind, rows, outcomes);
      errors.addFound(refused, refused.length);
      onProgress((done += rows.length));
      // A table that has doubled since is planned for wrongly: the next portion would compare all of it with all of its rows.
      if (rows.length === portion && done >= 2 * analysed) {
        await client.query(`analyze ${kind.table}`);
        analysed = done;
      }
    }
  }
}

const areaOf = (key: string) => key.slice(0, key.indexOf('/'));

function count(counts: Map<string, number>, area: string): void {
  counts.set(area, (counts.get(area) ?? 0) + 1);
}
