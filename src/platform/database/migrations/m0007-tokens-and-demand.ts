import { Migration } from '@mikro-orm/migrations';

/**
 * What everybody is told and what nobody is let in with: reported demand by area and lot, without the figures that would
 * tell of a single institution or enterprise; and the tokens that are refused before they expire.
 */
export class M0007TokensAndDemand extends Migration {
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

      create table published_demand (
        area_code text not null references area (code),
        lot_id uuid not null references lot (id),
        synthetic boolean not null,
        quantity numeric(38,0) check (quantity > 0 and quantity <> 'NaN'),
        institutions integer check (institutions > 0),
        published_at timestamptz not null default now(),
        primary key (area_code, lot_id, synthetic),
        check ((quantity is null) = (institutions is null))
      );
      create index published_demand_lot_id_idx on published_demand (lot_id);
    `);
  }
}
