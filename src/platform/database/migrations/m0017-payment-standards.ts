import { Migration } from '@mikro-orm/migrations';
import { everyone, inAct, mayInsert, mayUpdate, ownArea, sees, walled } from './policies.ts';

/**
 * Payment standards by two times: the days on which they hold, and when the record said so. What the record says at one
 * time never overlaps for a product, area and day; the database refuses it.
 */
export class M0017PaymentStandards extends Migration {
  override up(): void {
    this.addSql(`
      create extension if not exists btree_gist;

      create table round_implementation (
        area_code text not null references area (code),
        id uuid not null,
        round_id uuid not null references round (id),
        effective_from date not null,
        effective_to date,
        source text not null check (source ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        unique (area_code, round_id, effective_from, recorded_at),
        check (effective_to > effective_from)
      );
      create index round_implementation_round_id_idx on round_implementation (round_id, id);

      create table payment_standard (
        area_code text not null references area (code),
        id uuid not null,
        product_id uuid not null references product (id),
        basis text not null check (basis in ('WINNING_PRICE', 'NEGOTIATED_PRICE', 'LOCAL_CAP', 'NON_SELECTED_DRUG')),
        amount unit_price,
        price_unit text not null check (price_unit ~ '\\S'),
        in_scope boolean not null,
        valid_from date not null,
        valid_to date,
        claim_id uuid not null,
        explanation jsonb not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        provenance text not null,
        confidence confidence not null,
        primary key (area_code, id),
        check (valid_to > valid_from),
        check (superseded_at >= recorded_at),
        constraint payment_standard_one_a_day exclude using gist (
          area_code with =, product_id with =, daterange(valid_from, valid_to) with &&, tstzrange(recorded_at, superseded_at) with &&)
      );
      create index payment_standard_product_id_idx on payment_standard (product_id, area_code, valid_from);
      create index payment_standard_recorded_at_idx on payment_standard (recorded_at, area_code, id);
      create index payment_standard_superseded_at_idx on payment_standard (superseded_at, area_code, id) where superseded_at is not null;

      ${walled('round_implementation, payment_standard')}

      ${sees('round_implementation, payment_standard', everyone, 'true')}
      ${mayInsert('round_implementation', ['agency'], ownArea)}
      ${mayInsert('payment_standard', ['agency'], inOwnAreas)}
      ${mayInsert('payment_standard', ['expert'], byExperts)}
      ${mayInsert('payment_standard', ['approver'], inAct('decideProposal'))}
      ${mayUpdate('payment_standard', ['agency'], 'superseded_at', `superseded_at is null and ${inOwnAreas}`, 'superseded_at is not null')}
      ${mayUpdate('payment_standard', ['expert'], 'superseded_at', `superseded_at is null and ${byExperts}`, 'superseded_at is not null')}
      ${mayUpdate('payment_standard', ['approver'], 'superseded_at', `superseded_at is null and ${inAct('decideProposal')}`, 'superseded_at is not null')}
    `);
  }
}

/** What an agency sets for its pooling area holds in the areas below it as well. */
const inOwnAreas = `(${ownArea} or area_code in (select a.code from area a where a.parent_code = (select nullif(current_setting('accord.area', true), ''))))`;
const byExperts = inAct('withdrawWinner', 'publishNegotiatedStandard', 'publishNegotiatedOutcome');
