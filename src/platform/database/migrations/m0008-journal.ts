import { Migration } from '@mikro-orm/migrations';

/**
 * The journal: what was done to each row, in chains of hashes, one for each pooling area and one for reference data. The
 * text is kept as it was hashed; what is asked by follows from it. Where a chain ends stands in a row of its own, which its
 * writers lock one after the other, and which may be known to callers who may not read the records. And the outbox: one
 * event for each recording.
 */
export class M0008Journal extends Migration {
  override up(): void {
    this.addSql(`
      create table journal_record (
        chain text not null check (chain <> ''),
        seq bigint not null check (seq > 0),
        previous_hash bytea not null check (length(previous_hash) = 32),
        hash bytea not null check (length(hash) = 32),
        content text not null,
        place text not null generated always as (chain || '/' || lpad(seq::text, 15, '0')) stored,
        operation text not null generated always as (content::jsonb ->> 'operation') stored,
        table_name text not null generated always as (content::jsonb ->> 'table') stored,
        row_key text generated always as (content::jsonb ->> 'row') stored,
        subject text generated always as (content::jsonb #>> '{who,subject}') stored,
        request_id text generated always as (content::jsonb ->> 'request') stored,
        primary key (chain, seq)
      );
      create index journal_record_row_key_idx on journal_record (row_key, chain, seq);
      create index journal_record_subject_idx on journal_record (subject, chain, seq);
      create index journal_record_request_id_idx on journal_record (request_id, chain, seq);
      create index journal_record_operation_idx on journal_record (operation, chain, seq);
      create index journal_record_table_name_idx on journal_record (table_name, chain, seq);

      create table journal_head (
        chain text primary key check (chain <> ''),
        seq bigint not null check (seq >= 0),
        hash bytea not null check (length(hash) = 32),
        events bigint not null check (events >= 0)
      );

      create table outbox_event (
        chain text not null check (chain <> ''),
        seq bigint not null check (seq > 0),
        id uuid not null,
        topic text not null,
        object text not null,
        request_id text,
        recorded_at timestamptz not null,
        content text not null,
        primary key (chain, seq)
      );

      create index idempotency_record_recorded_at_idx on idempotency_record (recorded_at);
    `);
  }
}
