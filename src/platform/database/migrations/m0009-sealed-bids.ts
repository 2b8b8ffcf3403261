import { Migration } from '@mikro-orm/migrations';

/**
 * Prices of bids are sealed under a key of their round; the opening releases it. Bids that were sealed in plain text stay
 * until the server starts, which seals them: hence the last constraint holds for every row written from now on, and says
 * nothing of those that are there. A bid from a public source was never sealed by us.
 */
export class M0009SealedBids extends Migration {
  override up(): void {
    this.addSql(`
      create table round_seal (
        round_id uuid primary key references round (id),
        public_key text not null,
        sealed_private_key text not null,
        released_key text,
        released_at timestamptz,
        recorded_at timestamptz not null default now(),
        check ((released_key is null) = (released_at is null))
      );

      alter table bid
        add column sealed_price text,
        add column commitment text check (commitment ~ '^[0-9a-f]{64}$'),
        add column commitment_salt text check (commitment_salt ~ '^[0-9a-f]{64}$'),
        drop constraint bid_check,
        add constraint bid_declaration check (origin = 'PUBLIC_SOURCE' or (declared_capacity is not null and declared_not_below_cost)),
        add constraint bid_price_or_seal check (origin = 'PUBLIC_SOURCE' or price is not null or status = 'SEALED'),
        add constraint bid_seal_with_commitment check ((sealed_price is null) = (commitment is null)
          and (sealed_price is null or (status = 'SEALED') = (commitment_salt is null))),
        add constraint bid_sealed_without_price check (origin = 'PUBLIC_SOURCE' or status <> 'SEALED'
          or (price is null and comparable_unit_price is null and sealed_price is not null)) not valid;
    `);
  }
}
