import { Migration } from '@mikro-orm/migrations';

/**
 * Rounds, lots, bids and selected products are reference data; demand and agreed volumes are facts.
 * A fact carries `area_code` in its primary key, in every unique constraint and in every foreign key to another
 * area-bound row, so that a distributed PostgreSQL can place it by area with the schema as it is.
 */
export class M0002Procurement extends Migration {
  override up(): void {
    this.addSql(`
      create table round (
        id uuid primary key,
        code business_code not null unique,
        name text not null,
        name_en text,
        category product_category not null,
        organiser text not null check (organiser in ('NATIONAL', 'ALLIANCE', 'PROVINCIAL')),
        scheme text not null,
        status text not null check (status in ('DRAFT', 'DEMAND_REPORTING', 'BIDDING', 'OPENED', 'PROPOSED', 'PUBLICISED',
          'FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED')),
        opened_on date,
        place text,
        in_force_from date,
        in_force_to date,
        renews_round_id uuid references round (id),
        policy_document_id uuid references policy_document (id),
        term_as_published text,
        volume_as_published text,
        tendered_varieties integer check (tendered_varieties > 0),
        selected_varieties integer check (selected_varieties >= 0),
        bidding_enterprises integer check (bidding_enterprises >= 0),
        bid_products integer check (bid_products >= 0),
        selected_enterprises integer check (selected_enterprises >= 0),
        selected_product_count integer check (selected_product_count >= 0),
        average_cut_percent percent,
        maximum_cut_percent percent,
        reporting_institutions integer check (reporting_institutions >= 0),
        first_year_quantity quantity,
        saving_as_published amount,
        note text,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        check (in_force_to > in_force_from),
        check (renews_round_id <> id)
      );
      create index round_opened_on_idx on round (opened_on desc nulls last, id);
      create index round_renews_round_id_idx on round (renews_round_id);

      create table round_transition (
        id uuid primary key,
        round_id uuid not null references round (id),
        action text not null,
        from_status text not null,
        to_status text not null,
        occurred_on date not null,
        reason text,
        recorded_by text not null,
        recorded_at timestamptz not null default now()
      );
      create index round_transition_round_id_idx on round_transition (round_id, id);

      create table lot (
        id uuid primary key,
        round_id uuid not null references round (id),
        code business_code not null,
        name text not null,
        name_en text,
        counting_unit text not null,
        ceiling_price unit_price,
        price_before unit_price,
        average_winning_price unit_price,
        base_quantity quantity,
        share_percent percent check (share_percent > 0),
        strength_method text not null default 'NONE' check (strength_method in ('NONE', 'LINEAR', 'PRICE_RATIO')),
        reference_strength numeric(18,6) check (reference_strength > 0 and reference_strength <> 'NaN'),
        antibacterial boolean not null default false,
        note text,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        unique (round_id, code),
        unique (round_id, id),
        check (strength_method = 'NONE' or reference_strength is not null)
      );

      create table bid (
        id uuid primary key,
        lot_id uuid not null references lot (id),
        enterprise_id uuid not null references enterprise (id),
        product_id uuid not null references product (id),
        price unit_price,
        price_unit text not null,
        units_per_price_unit integer check (units_per_price_unit > 0),
        comparable_unit_price unit_price,
        declared_capacity quantity,
        declared_not_below_cost boolean,
        status text not null check (status in ('SEALED', 'OPENED', 'INVALID', 'NOT_SHORTLISTED', 'NOT_SELECTED', 'NEGOTIATE',
          'UNDECIDED', 'PROPOSED', 'SELECTED', 'WITHDRAWN')),
        rank integer check (rank > 0),
        findings jsonb,
        explanation jsonb,
        note text,
        origin text not null check (origin in ('RECORDED', 'PUBLIC_SOURCE')),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        unique (lot_id, product_id),
        check (origin = 'PUBLIC_SOURCE' or (price is not null and declared_capacity is not null and declared_not_below_cost))
      );
      create index bid_enterprise_id_idx on bid (enterprise_id);
      create index bid_product_id_idx on bid (product_id);

      create table selected_product (
        id uuid primary key,
        round_id uuid not null,
        lot_id uuid not null,
        product_id uuid not null references product (id),
        bid_id uuid references bid (id),
        basis text not null check (basis in ('BIDDING', 'NEGOTIATION')),
        experts text[] not null default '{}',
        rank integer check (rank > 0),
        winning_price unit_price,
        price_unit text not null,
        price_before unit_price,
        agreed_quantity quantity,
        explanation jsonb,
        withdrawn_on date,
        note text,
        origin text not null check (origin in ('RECORDED', 'PUBLIC_SOURCE')),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        foreign key (round_id, lot_id) references lot (round_id, id),
        unique (lot_id, product_id),
        check (winning_price <= price_before),
        check (origin = 'PUBLIC_SOURCE' or (winning_price is not null and agreed_quantity is not null)),
        check (origin = 'PUBLIC_SOURCE' or basis <> 'NEGOTIATION' or cardinality(experts) > 0)
      );
      create index selected_product_round_id_idx on selected_product (round_id, rank nulls last, id);
      create index selected_product_product_id_idx on selected_product (product_id);

      create table supply_region (
        selected_product_id uuid not null references selected_product (id),
        area_code text not null references area (code),
        role text not null check (role in ('PRIMARY', 'BACKUP')),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (selected_product_id, area_code)
      );
      create index supply_region_area_code_idx on supply_region (area_code);

      create table demand_report (
        area_code text not null references area (code),
        id uuid not null,
        lot_id uuid not null references lot (id),
        institution_id uuid not null,
        product_id uuid references product (id),
        quantity quantity not null,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, institution_id) references institution (area_code, id),
        unique nulls not distinct (area_code, lot_id, institution_id, product_id)
      );
      create index demand_report_lot_id_idx on demand_report (lot_id, area_code);

      create table agreed_volume (
        area_code text not null references area (code),
        id uuid not null,
        selected_product_id uuid not null references selected_product (id),
        institution_id uuid not null,
        agreement_year smallint not null check (agreement_year between 2018 and 2100),
        quantity quantity not null,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, institution_id) references institution (area_code, id),
        unique (area_code, selected_product_id, institution_id, agreement_year)
      );
      create index agreed_volume_selected_product_id_idx on agreed_volume (selected_product_id, id);
      create index agreed_volume_institution_id_idx on agreed_volume (institution_id, id);

      create table agreed_volume_amendment (
        area_code text not null,
        id uuid not null,
        agreed_volume_id uuid not null,
        quantity_before quantity not null,
        quantity_after quantity not null check (quantity_after <> quantity_before),
        reason text not null check (reason ~ '\\S'),
        recorded_by text not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, agreed_volume_id) references agreed_volume (area_code, id)
      );
      create index agreed_volume_amendment_agreed_volume_id_idx on agreed_volume_amendment (area_code, agreed_volume_id, id);
    `);
  }
}
