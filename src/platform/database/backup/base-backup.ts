import pg from 'pg';

/** A backup that PostgreSQL knows of: from its start to `stop` the cluster may be copied while it is written to. */
export interface BaseBackup {
  /**
   * Ends it. Until `close`, PostgreSQL keeps the segments of the log that the copy needs.
   */
  stop(): Promise<Stopped>;
  /** Lets go, finished or not. */
  close(): Promise<void>;
}

export interface Stopped {
  readonly firstLsn: string;
  readonly lastLsn: string;
  /** The contents of `backup_label`, without which a restored server would start from a wrong place in the log. */
  readonly label: string;
  /** The names of the segments from the start to the end, all complete. */
  readonly segments: readonly string[];
}

/**
 * Begins a base backup at a running server. The session is the backup: when it is lost, the backup is.
 * @param url of a superuser
 * @source PostgreSQL 18, 25.3.4 Making a Base Backup Using the Low Level API
 */
export async function beginBaseBackup(url: string): Promise<BaseBackup> {
  const client = new pg.Client({ connectionString: url, application_name: `accord backup ${process.pid}` });
  client.on('error', () => undefined);
  try {
    await client.connect();
    // Reserved before the start: no segment from there on is recycled, however much is written meanwhile. PostgreSQL drops
    // the slot with the session.
    await client.query(`select pg_create_physical_replication_slot($1, immediately_reserve => true, temporary => true)`, [
      `accord_backup_${process.pid}`,
    ]);
    const { rows } = await client.query<{ lsn: string }>(`select pg_backup_start('accord', fast => true) as lsn`);
    return { stop: () => stop(client, rows[0]!.lsn), close: () => client.end().catch(() => undefined) };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function stop(client: pg.Client, firstLsn: string): Promise<Stopped> {
  // The log is copied from the cluster itself, so there is no archive to wait for. The segment is switched, and complete.
  const { rows } = await client.query<{ lsn: string; label: string }>(
    `select lsn, labelfile as label from pg_backup_stop(wait_for_archive => false)`,
  );
  const { lsn: lastLsn, label } = rows[0]!;
  const { rows: segments } = await client.query<{ name: string }>(
    `select name from (
       select pg_walfile_name($1::pg_lsn + number * pg_size_bytes(current_setting('wal_segment_size'))) as name
         from generate_series(0, ceil(($2::pg_lsn - $1::pg_lsn) / pg_size_bytes(current_setting('wal_segment_size')))) number
     ) each where name <= pg_walfile_name($2::pg_lsn) order by 1`,
    [firstLsn, lastLsn],
  );
  return { firstLsn, lastLsn, label, segments: segments.map(({ name }) => name) };
}
