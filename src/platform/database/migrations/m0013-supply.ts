import { Migration } from '@mikro-orm/migrations';
import { everyone, mayInsert, mayUpdate, ownArea, ownEnterprise, ownInstitution, preparing, sees, walled } from './policies.ts';

/**
 * From agreed quantity to accepted goods. Orders, deliveries with their acceptance, and returns are the movements of an
 * agreement's quantity, each recorded once; what was ordered, delivered, accepted by a day follows from them, and
 * `quantity_entry` shows them as the entries of one ledger. An order knows how much of it has come and was not rejected,
 * so that a delivery beyond it fails in one conditional statement.
 */
export class M0013Supply extends Migration {
  override up(): void {
    this.addSql(`
      create table agreement (
        area_code text not null references area (code),
        id uuid not null,
        number business_code not null,
        agreed_volume_id uuid not null,
        selected_product_id uuid not null references selected_product (id),
        product_id uuid not null references product (id),
        enterprise_id uuid not null references enterprise (id),
        institution_id uuid not null,
        distributor_id uuid references enterprise (id),
        payee text not null default 'ENTERPRISE' check (payee in ('ENTERPRISE', 'DISTRIBUTOR')),
        agreement_year smallint not null check (agreement_year between 2018 and 2100),
        signed_on date not null,
        in_force_from date not null,
        in_force_to date not null,
        unit_price unit_price not null,
        price_unit text not null,
        units_per_price_unit integer not null check (units_per_price_unit > 0),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, agreed_volume_id) references agreed_volume (area_code, id),
        foreign key (area_code, institution_id) references institution (area_code, id),
        unique (area_code, number),
        unique (area_code, agreed_volume_id),
        check (in_force_to > in_force_from),
        check (signed_on < in_force_to)
      );
      create index agreement_id_idx on agreement (id);
      create index agreement_enterprise_id_idx on agreement (enterprise_id, id);
      create index agreement_institution_id_idx on agreement (institution_id, id);
      create index agreement_selected_product_id_idx on agreement (selected_product_id, area_code, id);

      create table agreement_amendment (
        area_code text not null,
        id uuid not null,
        agreement_id uuid not null,
        quantity_before quantity not null,
        quantity_after quantity not null,
        unit_price_before unit_price not null,
        unit_price_after unit_price not null,
        in_force_to_before date not null,
        in_force_to_after date not null,
        reason text not null check (reason ~ '\\S'),
        recorded_by text not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, agreement_id) references agreement (area_code, id),
        check ((quantity_before, unit_price_before, in_force_to_before) <> (quantity_after, unit_price_after, in_force_to_after))
      );
      create index agreement_amendment_agreement_id_idx on agreement_amendment (agreement_id, id);

      create table distributor_appointment (
        area_code text not null references area (code),
        id uuid not null,
        selected_product_id uuid not null references selected_product (id),
        enterprise_id uuid not null references enterprise (id),
        distributor_id uuid not null references enterprise (id),
        payee text not null default 'ENTERPRISE' check (payee in ('ENTERPRISE', 'DISTRIBUTOR')),
        effective_from date not null,
        effective_to date,
        reason text check (reason ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        check (effective_to > effective_from)
      );
      -- Before the exclusion: of two that are recorded at once the second is refused as a row that is there already.
      create unique index distributor_appointment_standing on distributor_appointment (area_code, selected_product_id, distributor_id)
        where effective_to is null;
      alter table distributor_appointment add exclude using gist (area_code with =, selected_product_id with =, distributor_id with =,
        daterange(effective_from, effective_to) with &&);
      create index distributor_appointment_selected_product_id_idx on distributor_appointment (selected_product_id, area_code, id);
      create index distributor_appointment_enterprise_id_idx on distributor_appointment (enterprise_id, id);

      create table listing (
        area_code text not null references area (code),
        id uuid not null,
        product_id uuid not null references product (id),
        enterprise_id uuid not null references enterprise (id),
        selected_product_id uuid references selected_product (id),
        price unit_price not null,
        price_unit text not null,
        price_before unit_price,
        effective_from date not null,
        effective_to date,
        reason text check (reason ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        unique (area_code, product_id, effective_from),
        check (effective_to > effective_from)
      );
      create unique index listing_standing on listing (area_code, product_id) where effective_to is null;
      alter table listing add exclude using gist (area_code with =, product_id with =, daterange(effective_from, effective_to) with &&);
      create index listing_product_id_idx on listing (product_id, id);

      create table purchase_order (
        area_code text not null,
        id uuid not null,
        agreement_id uuid not null,
        number business_code not null,
        distributor_id uuid not null references enterprise (id),
        ordered_on date not null,
        quantity quantity not null,
        supplied_quantity bigint not null default 0,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, agreement_id) references agreement (area_code, id),
        unique (area_code, agreement_id, number),
        check (supplied_quantity between 0 and quantity)
      );
      create index purchase_order_agreement_id_idx on purchase_order (agreement_id, id);

      create table delivery (
        area_code text not null,
        id uuid not null,
        order_id uuid not null,
        agreement_id uuid not null,
        number business_code not null,
        delivered_on date not null,
        quantity quantity not null,
        accepted_on date,
        accepted_quantity bigint check (accepted_quantity >= 0),
        rejected_quantity bigint check (rejected_quantity >= 0),
        rejection_reason text check (rejection_reason ~ '\\S'),
        acceptance_recorded_at timestamptz,
        returned_quantity bigint not null default 0,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, order_id) references purchase_order (area_code, id),
        foreign key (area_code, agreement_id) references agreement (area_code, id),
        unique (area_code, order_id, number),
        check (num_nulls(accepted_on, accepted_quantity, rejected_quantity, acceptance_recorded_at) in (0, 4)),
        check (accepted_on >= delivered_on),
        check (accepted_quantity + rejected_quantity = quantity),
        check ((coalesce(rejected_quantity, 0) = 0) = (rejection_reason is null)),
        check (returned_quantity between 0 and coalesce(accepted_quantity, 0))
      );
      create index delivery_agreement_id_idx on delivery (agreement_id, id);
      create index delivery_order_id_idx on delivery (order_id, id);

      create table goods_return (
        area_code text not null,
        id uuid not null,
        delivery_id uuid not null,
        agreement_id uuid not null,
        returned_on date not null,
        quantity quantity not null,
        reason text not null check (reason ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, delivery_id) references delivery (area_code, id),
        foreign key (area_code, agreement_id) references agreement (area_code, id)
      );
      create index goods_return_agreement_id_idx on goods_return (agreement_id, id);
      create index goods_return_delivery_id_idx on goods_return (delivery_id, id);

      create view quantity_entry with (security_invoker = true) as
        select area_code, id, agreement_id, 'ORDERED' as kind, 1::smallint as step, quantity::bigint as quantity, ordered_on as occurred_on,
            number as reference, recorded_at
          from purchase_order
        union all
        select area_code, id, agreement_id, 'DELIVERED', 2::smallint, quantity::bigint, delivered_on, number, recorded_at from delivery
        union all
        select area_code, md5(id::text || 'ACCEPTED')::uuid, agreement_id, 'ACCEPTED', 3::smallint, accepted_quantity, accepted_on, number,
            acceptance_recorded_at
          from delivery where accepted_quantity > 0
        union all
        select area_code, md5(id::text || 'REJECTED')::uuid, agreement_id, 'REJECTED', 4::smallint, rejected_quantity, accepted_on, number,
            acceptance_recorded_at
          from delivery where rejected_quantity > 0
        union all
        select area_code, id, agreement_id, 'RETURNED', 5::smallint, quantity::bigint, returned_on, reason, recorded_at from goods_return;

      create view agreement_quantity with (security_invoker = true) as
        select a.area_code, a.id as agreement_id, v.quantity
        from agreement a join agreed_volume v on v.area_code = a.area_code and v.id = a.agreed_volume_id;

      create view delivery_time with (security_invoker = true) as
        select d.area_code, d.id, d.agreement_id, d.delivered_on, d.quantity, d.delivered_on - o.ordered_on as days,
          row_number() over (partition by d.area_code, d.agreement_id, d.order_id order by d.delivered_on, d.id) = 1 as is_first
        from delivery d join purchase_order o on o.area_code = d.area_code and o.id = d.order_id;

      ${walled('agreement, agreement_amendment, distributor_appointment, listing, purchase_order, delivery, goods_return')}

      ${sees('agreement, distributor_appointment', preparing, 'true')}
      ${sees('agreement, distributor_appointment', ['enterprise'], ownEnterprise)}
      ${sees('agreement', ['institution'], ownInstitution)}
      ${sees('distributor_appointment', ['institution'], `area_code = ${ownInstitutionsArea}`)}
      ${sees('agreement, distributor_appointment', ['agency'], ownArea)}
      ${mayInsert('agreement', ['expert'], 'true')}
      ${mayUpdate('agreement', ['expert'], 'unit_price, in_force_to, distributor_id, payee', 'true', 'true')}
      ${mayUpdate('agreement', ['enterprise'], 'distributor_id, payee', ownEnterprise, ownEnterprise)}
      ${mayUpdate('agreement', ['institution'], 'distributor_id', ownInstitution, 'false')}
      ${mayInsert('distributor_appointment', ['enterprise'], ownEnterprise)}
      ${mayUpdate('distributor_appointment', ['enterprise'], 'effective_to, reason', ownEnterprise, ownEnterprise)}

      ${sees('listing', everyone, 'true')}
      ${mayInsert('listing', ['expert'], 'true')}
      ${mayInsert('listing', ['enterprise'], ownEnterprise)}
      ${mayUpdate('listing', ['expert'], 'effective_to', 'true', 'true')}
      ${mayUpdate('listing', ['enterprise'], 'effective_to', ownEnterprise, ownEnterprise)}

      ${sees('agreement_amendment', preparing, 'true')}
      ${sees('agreement_amendment', parties, ofAgreement('agreement_amendment'))}
      ${mayInsert('agreement_amendment', ['expert'], 'true')}

      ${sees('purchase_order', preparing, 'true')}
      ${sees('purchase_order', parties, ofAgreement('purchase_order'))}
      ${mayInsert('purchase_order', ['expert'], 'supplied_quantity = 0')}
      ${mayInsert('purchase_order', ['institution'], `supplied_quantity = 0 and ${ofAgreement('purchase_order')}`)}
      ${mayUpdate('purchase_order', ['expert'], 'supplied_quantity', 'true', 'true')}
      ${mayUpdate('purchase_order', ['enterprise', 'institution'], 'supplied_quantity', ofAgreement('purchase_order'), ofAgreement('purchase_order'))}

      ${sees('delivery', preparing, 'true')}
      ${sees('delivery', parties, ofAgreement('delivery'))}
      ${mayInsert('delivery', ['expert'], 'accepted_on is null')}
      ${mayInsert('delivery', ['enterprise'], `accepted_on is null and ${ofAgreement('delivery')}`)}
      ${mayUpdate('delivery', ['expert'], acceptance, 'true', 'true')}
      ${mayUpdate('delivery', ['institution'], acceptance, ofAgreement('delivery'), ofAgreement('delivery'))}

      ${sees('goods_return', preparing, 'true')}
      ${sees('goods_return', parties, ofAgreement('goods_return'))}
      ${mayInsert('goods_return', ['expert'], 'true')}
      ${mayInsert('goods_return', ['institution'], ofAgreement('goods_return'))}

      grant select on quantity_entry, agreement_quantity, delivery_time to ${everyone.map((role) => `accord_${role}`).join(', ')}, accord_operator;
    `);
  }
}

/** Those who have a part in an agreement, each by its own. */
const parties = ['enterprise', 'institution', 'agency'] as const;
const acceptance = 'accepted_on, accepted_quantity, rejected_quantity, rejection_reason, acceptance_recorded_at, returned_quantity';
const ownInstitutionsArea = `(select i.area_code from institution i where i.code = nullif(current_setting('accord.institution', true), ''))`;
const ofAgreement = (table: string) =>
  `exists (select from agreement a where a.area_code = ${table}.area_code and a.id = ${table}.agreement_id)`;
