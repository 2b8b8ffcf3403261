import { Migration } from '@mikro-orm/migrations';

/** Tokens that are refused before they expire. No fact of the domain: reference data of every server. */
export class M0007RevokedTokens extends Migration {
  override up(): void {
    this.addSql(`
      create table revoked_token (
        jti text primary key check (length(jti) between 1 and 200),
        issuer text,
        expires_at timestamptz,
        reason text check (reason ~ '\\S'),
        revoked_by text not null check (revoked_by ~ '\\S'),
        revoked_at timestamptz not null default now()
      );
    `);
  }
}
