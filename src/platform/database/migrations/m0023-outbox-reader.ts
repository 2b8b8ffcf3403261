import { Migration } from '@mikro-orm/migrations';

/**
 * Lets the server read what was recorded, in order to tell streams of it. No caller reads the outbox: it says of every
 * chain what happened there. The role that does may read no more than which operation changed which row, never what the
 * row says; whether a caller is told of the row is asked in that caller's own role.
 */
export class M0023OutboxReader extends Migration {
  override up(): void {
    this.addSql(`
      grant select (chain, seq, topic, object, content) on outbox_event to accord_outbox;
      create policy select_outbox on outbox_event for select to accord_outbox using (true);
      grant select (chain, seq, table_name, row_key) on journal_record to accord_outbox;
      create policy select_outbox on journal_record for select to accord_outbox using (true);
    `);
  }
}
