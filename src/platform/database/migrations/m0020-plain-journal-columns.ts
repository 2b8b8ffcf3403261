import { Migration } from '@mikro-orm/migrations';

/**
 * The columns by which the journal is asked for are written beside the content that they follow from. To compute them the
 * database parsed the content five times, which took longer than all else that it did for a record. What was computed
 * stays; that a column says what the content says is verified with the chain.
 */
export class M0020PlainJournalColumns extends Migration {
  override up(): void {
    this.addSql(`
      alter table journal_record
        alter column operation drop expression,
        alter column table_name drop expression,
        alter column row_key drop expression,
        alter column subject drop expression,
        alter column request_id drop expression;
    `);
  }
}
