import { Migration } from '@mikro-orm/migrations';

/**
 * Reference data that everything else points to: areas, enterprises, institutions, products, policy documents.
 * The domains state once what a figure may be; `numeric` accepts NaN in every comparison, so each says no to it.
 */
export class M0001Catalogue extends Migration {
  override up(): void {
    this.addSql(`
      create extension if not exists btree_gist;
      create extension if not exists pg_trgm;

      create domain unit_price as numeric(18,4) check (value > 0 and value <> 'NaN');
      create domain amount as numeric(18,2) check (value <> 'NaN');
      create domain percent as numeric(5,2) check (value between -999.99 and 100 and value <> 'NaN');
      create domain quantity as bigint check (value > 0 and value <= 9007199254740991);
      create domain confidence as text check (value in ('HIGH', 'MEDIUM', 'LOW', 'SYNTHETIC'));
      create domain business_code as text check (value ~ '^[^\\s](.{0,118}[^\\s])?$');
      create domain product_category as text check (value in ('DRUG', 'STENT', 'CONSUMABLE'));

      create table area (
        code text primary key check (code ~ '^[0-9]{6}$'),
        parent_code text references area (code),
        kind text not null check (kind in ('PROVINCE', 'MUNICIPALITY', 'AUTONOMOUS_REGION', 'CORPS', 'PREFECTURE')),
        name text not null,
        name_en text,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now()
      );
      create index area_parent_code_idx on area (parent_code);

      create table policy_document (
        id uuid primary key,
        code business_code not null unique,
        number text,
        title text not null,
        topic text not null,
        date_as_printed text not null check (date_as_printed ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
        date_corrected text check (date_corrected ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
        published_on date,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now()
      );

      create table enterprise (
        id uuid primary key,
        code business_code not null unique,
        kind text not null check (kind in ('HOLDER', 'DISTRIBUTOR')),
        name text not null,
        name_en text,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now()
      );

      create table institution (
        id uuid primary key,
        code business_code not null unique,
        area_code text not null references area (code),
        level text not null check (level in ('TERTIARY', 'SECONDARY', 'PRIMARY', 'UNGRADED')),
        name text not null,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        unique (area_code, id)
      );

      create table product (
        id uuid primary key,
        code business_code not null unique,
        category product_category not null,
        generic_name text not null,
        generic_name_en text,
        name text not null,
        brand text,
        dosage_form text,
        specification text,
        strength numeric(18,6) check (strength > 0 and strength <> 'NaN'),
        strength_unit text,
        counting_unit text not null,
        pack_size integer check (pack_size > 0),
        holder_id uuid not null references enterprise (id),
        registration_number text,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        check ((strength is null) = (strength_unit is null))
      );
      create index product_holder_id_idx on product (holder_id);
    `);
  }
}
