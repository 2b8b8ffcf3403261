import { Migration } from '@mikro-orm/migrations';

/** What makes recording safe to repeat: the answer given under an idempotency key, and the files already taken in. */
export class M0003Recording extends Migration {
  override up(): void {
    this.addSql(`
      create table idempotency_record (
        caller text not null,
        operation text not null,
        key text not null check (length(key) between 1 and 200),
        input_hash text not null,
        answer jsonb not null,
        recorded_at timestamptz not null default now(),
        primary key (caller, operation, key)
      );

      create table import_run (
        id uuid primary key,
        kind text not null,
        file_name text not null,
        file_sha256 text not null,
        rows_read integer not null check (rows_read >= 0),
        rows_added integer not null check (rows_added >= 0),
        rows_unchanged integer not null check (rows_unchanged >= 0),
        recorded_by text not null,
        recorded_at timestamptz not null default now()
      );
      create index import_run_file_sha256_idx on import_run (file_sha256);
    `);
  }
}
