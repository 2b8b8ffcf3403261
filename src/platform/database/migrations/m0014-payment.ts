import { Migration } from '@mikro-orm/migrations';
import { everyone, mayInsert, mayUpdate, ownArea, ownInstitution, ownEnterprise, ownKey, preparing, sees, walled } from './policies.ts';

/**
 * Two flows of money that are never netted: what an institution owes for accepted goods, and what the fund advances to
 * the institution. A payable has the key of its delivery; what is still open of it is kept beside its entries, so that an
 * overpayment fails in one conditional statement, and what was open on a past day follows from the entries.
 * Each movement of a prepayment has the account that it comes from and the one that it goes to: the ledger's sum is zero.
 */
export class M0014Payment extends Migration {
  override up(): void {
    this.addSql(`
      create table calendar_day (
        day date primary key,
        is_working_day boolean not null,
        is_banking_day boolean not null,
        name text,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now()
      );

      create table payable (
        area_code text not null,
        id uuid not null,
        agreement_id uuid not null,
        selected_product_id uuid not null references selected_product (id),
        enterprise_id uuid not null references enterprise (id),
        institution_id uuid not null,
        payee_id uuid not null references enterprise (id),
        amount amount not null,
        open_amount amount not null,
        accepted_on date not null,
        due_on date not null,
        deadline_clause text not null,
        settled_on date,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, id) references delivery (area_code, id),
        foreign key (area_code, agreement_id) references agreement (area_code, id),
        foreign key (area_code, institution_id) references institution (area_code, id),
        check (open_amount between 0 and amount),
        check ((open_amount = 0) = (settled_on is not null)),
        check (due_on >= accepted_on)
      );
      create index payable_enterprise_id_idx on payable (enterprise_id, due_on, id);
      create index payable_institution_id_idx on payable (institution_id, due_on, id);
      create index payable_due_on_idx on payable (area_code, due_on);
      create index payable_agreement_id_idx on payable (agreement_id, id);

      create table payable_entry (
        area_code text not null,
        id uuid not null,
        payable_id uuid not null,
        kind text not null check (kind in ('PAYMENT', 'REVERSAL', 'RETURN')),
        amount amount not null check (amount > 0),
        occurred_on date not null,
        reference business_code not null,
        reverses_id uuid,
        reason text check (reason ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, payable_id) references payable (area_code, id),
        foreign key (area_code, reverses_id) references payable_entry (area_code, id),
        unique (area_code, payable_id, kind, reference),
        unique (area_code, reverses_id),
        check ((kind = 'REVERSAL') = (reverses_id is not null)),
        check (kind = 'PAYMENT' or reason is not null)
      );
      create index payable_entry_payable_id_idx on payable_entry (payable_id, id);

      create table prepayment_ratio (
        area_code text not null references area (code),
        id uuid not null,
        effective_from date not null,
        ratio_percent percent not null check (ratio_percent > 0),
        source text not null check (source ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        unique (area_code, effective_from)
      );

      create table prepayment (
        area_code text not null,
        id uuid not null,
        institution_id uuid not null,
        agreement_year smallint not null check (agreement_year between 2018 and 2100),
        paid_amount amount not null check (paid_amount >= 0),
        offset_amount amount not null default 0 check (offset_amount >= 0),
        returned_amount amount not null default 0 check (returned_amount >= 0),
        carried_amount amount not null default 0 check (carried_amount >= 0),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, institution_id) references institution (area_code, id),
        unique (area_code, institution_id, agreement_year),
        check (paid_amount >= offset_amount + returned_amount + carried_amount)
      );
      create index prepayment_institution_id_idx on prepayment (institution_id, id);

      create table prepayment_movement (
        area_code text not null,
        id uuid not null,
        prepayment_id uuid not null,
        kind text not null check (kind in ('PREPAID', 'TOP_UP', 'CARRIED_IN', 'OFFSET', 'RETURNED', 'CARRIED_OVER')),
        amount amount not null check (amount > 0),
        from_account text not null,
        to_account text not null,
        occurred_on date not null,
        reference business_code not null,
        agreed_amount amount not null check (agreed_amount > 0),
        prepaid_amount amount not null check (prepaid_amount > 0),
        ratio_percent percent,
        ratio_source text check (ratio_source ~ '\\S'),
        purchased_amount amount check (purchased_amount >= 0),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, prepayment_id) references prepayment (area_code, id),
        unique (area_code, prepayment_id, kind, reference),
        check ((kind, from_account, to_account) in (
          ('PREPAID', 'FUND', 'ADVANCE'), ('TOP_UP', 'FUND', 'ADVANCE'), ('CARRIED_IN', 'OTHER_YEAR', 'ADVANCE'),
          ('OFFSET', 'ADVANCE', 'CLAIMS'), ('RETURNED', 'ADVANCE', 'FUND'), ('CARRIED_OVER', 'ADVANCE', 'OTHER_YEAR'))),
        check ((kind in ('PREPAID', 'TOP_UP', 'CARRIED_IN')) = (ratio_percent is not null) and num_nulls(ratio_percent, ratio_source) in (0, 2)),
        check ((kind in ('PREPAID', 'TOP_UP', 'CARRIED_IN')) = (purchased_amount is null))
      );
      create index prepayment_movement_prepayment_id_idx on prepayment_movement (prepayment_id, id);
      create unique index prepayment_movement_prepaid_once on prepayment_movement (area_code, prepayment_id) where kind = 'PREPAID';

      ${walled('calendar_day, payable, payable_entry, prepayment_ratio, prepayment, prepayment_movement')}

      ${sees('calendar_day, prepayment_ratio', everyone, 'true')}
      ${mayInsert('prepayment_ratio', ['agency'], ownArea)}

      ${sees('payable', preparing, 'true')}
      ${sees('payable', ['enterprise'], ownEnterprise)}
      ${sees('payable', ['institution'], ownInstitution)}
      ${sees('payable', ['agency'], ownArea)}
      ${mayInsert('payable', ['expert'], 'true')}
      ${mayInsert('payable', ['institution'], ownInstitution)}
      ${mayUpdate('payable', ['expert'], 'open_amount, settled_on', 'true', 'true')}
      ${mayUpdate('payable', ['institution'], 'open_amount, settled_on', ownInstitution, ownInstitution)}

      ${sees('payable_entry', preparing, 'true')}
      ${sees('payable_entry', ['enterprise', 'institution', 'agency'], ofPayable)}
      ${mayInsert('payable_entry', ['expert'], 'true')}
      ${mayInsert('payable_entry', ['institution'], ofPayable)}

      ${sees('prepayment', preparing, 'true')}
      ${sees('prepayment', ['institution'], ownInstitution)}
      ${sees('prepayment', ['agency'], ownArea)}
      ${mayInsert('prepayment', ['agency'], ownArea)}
      ${mayUpdate('prepayment', ['agency'], 'paid_amount, offset_amount, returned_amount, carried_amount', ownArea, ownArea)}
      ${sees('prepayment_movement', preparing, 'true')}
      ${sees('prepayment_movement', ['institution'], ofPrepayment)}
      ${sees('prepayment_movement', ['agency'], ownArea)}
      ${mayInsert('prepayment_movement', ['agency'], ownArea)}

      ${sees('idempotency_record', ['agency'], ownKey)}
      ${mayInsert('idempotency_record', ['agency'], ownKey)}
      ${mayUpdate('idempotency_record', ['agency'], 'answer', ownKey, ownKey)}
      ${mayInsert('journal_record, outbox_event, journal_head', ['agency'], 'true')}
      ${mayUpdate('journal_head', ['agency'], 'seq, hash, events', 'true', 'true')}
    `);
  }
}

const ofPayable = 'exists (select from payable p where p.area_code = payable_entry.area_code and p.id = payable_id)';
const ofPrepayment = 'exists (select from prepayment p where p.area_code = prepayment_movement.area_code and p.id = prepayment_id)';
