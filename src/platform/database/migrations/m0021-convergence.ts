import { Migration } from '@mikro-orm/migrations';
import { everyone, inAct, mayInsert, ownArea, sees, walled } from './policies.ts';

/**
 * What a locality sets for products that were not selected, and what a negotiation set for the country. A schedule
 * stands on an approval for its product, and never changes: its target is fixed, its steps are rows. An agency proposes,
 * and sees what it proposed.
 */
export class M0021Convergence extends Migration {
  override up(): void {
    this.addSql(`
      create table transaction_price (
        area_code text not null references area (code),
        id uuid not null,
        product_id uuid not null references product (id),
        traded_on date not null,
        price unit_price not null,
        price_unit text not null check (price_unit ~ '\\S'),
        quantity quantity not null,
        source text not null check (source ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id)
      );
      create index transaction_price_product_id_idx on transaction_price (product_id, area_code, traded_on);

      create table convergence_schedule (
        area_code text not null references area (code),
        id uuid not null,
        basis text not null check (basis in ('LOCAL_CAP', 'NON_SELECTED_DRUG')),
        product_id uuid not null references product (id),
        round_id uuid not null references round (id),
        starts_on date not null,
        deadline date not null,
        start_amount unit_price not null,
        target_amount unit_price not null,
        price_unit text not null check (price_unit ~ '\\S'),
        mode text not null check (mode in ('HALF_YEARS', 'QUARTERS', 'YEARS', 'OWN_STEPS')),
        price_before unit_price,
        source text not null check (source ~ '\\S'),
        explanation jsonb not null,
        approval_id uuid not null,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (approval_id, product_id) references decision (proposal_id, approves),
        unique (area_code, approval_id),
        check (deadline >= starts_on),
        check ((basis = 'NON_SELECTED_DRUG') = (price_before is not null))
      );
      create index convergence_schedule_product_id_idx on convergence_schedule (product_id, area_code, starts_on);
      create index convergence_schedule_round_id_idx on convergence_schedule (round_id, id);

      create table convergence_step (
        area_code text not null,
        id uuid not null,
        schedule_id uuid not null,
        effective_from date not null,
        amount unit_price not null,
        primary key (area_code, id),
        foreign key (area_code, schedule_id) references convergence_schedule (area_code, id) deferrable initially deferred,
        unique (area_code, schedule_id, effective_from)
      );
      create index convergence_step_schedule_id_idx on convergence_step (schedule_id, id);

      create table convergence_ground (
        area_code text not null,
        id uuid not null,
        schedule_id uuid not null,
        transaction_price_id uuid not null,
        primary key (area_code, id),
        foreign key (area_code, schedule_id) references convergence_schedule (area_code, id) deferrable initially deferred,
        foreign key (area_code, transaction_price_id) references transaction_price (area_code, id),
        unique (area_code, schedule_id, transaction_price_id)
      );
      create index convergence_ground_schedule_id_idx on convergence_ground (schedule_id, id);

      create table negotiated_standard (
        id uuid primary key,
        product_id uuid not null references product (id),
        amount unit_price not null,
        price_unit text not null check (price_unit ~ '\\S'),
        valid_from date not null,
        valid_to date not null,
        document text not null check (document ~ '\\S'),
        talk_reference text check (talk_reference ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        check (valid_to > valid_from)
      );
      create index negotiated_standard_product_id_idx on negotiated_standard (product_id, valid_from);

      ${walled('transaction_price, convergence_schedule, convergence_step, convergence_ground, negotiated_standard')}

      ${sees('transaction_price, convergence_schedule, convergence_step, convergence_ground, negotiated_standard', everyone, 'true')}
      ${mayInsert('transaction_price', ['agency'], ownArea)}
      ${mayInsert('convergence_schedule, convergence_step, convergence_ground', ['approver'], inAct('decideProposal'))}
      ${mayInsert('negotiated_standard', ['expert'], 'true')}
    `);
  }
}
