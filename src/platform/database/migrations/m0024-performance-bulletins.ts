import { Migration } from '@mikro-orm/migrations';
import { everyone, mayInsert, sees, walled } from './policies.ts';

/** What everybody is told of deliveries, payments and prepayments: bulletins, each with its rows, that nobody changes. */
export class M0024PerformanceBulletins extends Migration {
  override up(): void {
    this.addSql(`
      create table performance_bulletin (
        id uuid primary key,
        as_of date not null unique,
        reason text not null check (reason ~ '\\S'),
        data_through timestamptz,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        unique (id, as_of)
      );

      create table published_area_payment (
        area_code text not null references area (code),
        ${told},
        institutions integer check (institutions > 0),
        enterprises integer check (enterprises > 0),
        payables integer check (payables > 0),
        due_amount ${yuan('due_amount')},
        paid_amount ${yuan('paid_amount')},
        on_time_payables integer check (on_time_payables between 0 and payables),
        on_time_amount ${yuan('on_time_amount')},
        overdue_amount ${yuan('overdue_amount')},
        primary key (area_code, id),
        unique (area_code, as_of, synthetic),
        check (num_nonnulls(institutions, enterprises, payables, due_amount, paid_amount, on_time_payables, on_time_amount, overdue_amount)
          = case when suppressed is null then 8 else 0 end)
      );
      create index published_area_payment_bulletin_id_idx on published_area_payment (bulletin_id, area_code);

      create table published_area_prepayment (
        area_code text not null references area (code),
        ${told},
        agreement_year smallint not null check (agreement_year between 2018 and 2100),
        institutions integer check (institutions > 0),
        institutions_below integer check (institutions_below between 0 and institutions),
        required_amount ${yuan('required_amount')},
        paid_amount ${yuan('paid_amount')},
        missing_amount ${yuan('missing_amount')},
        primary key (area_code, id),
        unique (area_code, as_of, agreement_year, synthetic),
        check (num_nonnulls(institutions, institutions_below, required_amount, paid_amount, missing_amount) = case when suppressed is null then 5 else 0 end)
      );
      create index published_area_prepayment_bulletin_id_idx on published_area_prepayment (bulletin_id, area_code);

      create table published_completion (
        selected_product_id uuid not null references selected_product (id),
        round_code business_code not null,
        product_code business_code not null,
        ${told},
        agreement_year smallint not null check (agreement_year between 2018 and 2100),
        period_from date not null,
        period_to date not null check (period_to > period_from),
        agreed_quantity bigint not null check (agreed_quantity between 0 and 9007199254740991),
        institutions integer check (institutions >= 0),
        accepted_quantity bigint check (accepted_quantity between 0 and 9007199254740991),
        primary key (id),
        unique (selected_product_id, as_of, agreement_year, synthetic),
        check (num_nonnulls(institutions, accepted_quantity) = case when suppressed is null then 2 else 0 end)
      );
      create index published_completion_bulletin_id_idx on published_completion (bulletin_id);
      create index published_completion_product_code_idx on published_completion (product_code, as_of);
      create index published_completion_round_code_idx on published_completion (round_code, as_of);

      ${walled(tables)}

      ${sees(tables, everyone, 'true')}
      ${mayInsert(tables, ['expert'], 'true')}
    `);
  }
}

const tables = 'performance_bulletin, published_area_payment, published_area_prepayment, published_completion';
const yuan = (column: string) => `numeric(38,2) check (${column} >= 0 and ${column} <> 'NaN')`;
const told = `id uuid not null,
        bulletin_id uuid not null,
        as_of date not null,
        data_through timestamptz,
        synthetic boolean not null,
        suppressed text check (suppressed in ('FEW_CONTRIBUTORS', 'FEW_CHANGED', 'DERIVABLE')),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        foreign key (bulletin_id, as_of) references performance_bulletin (id, as_of)`;
