import { Migration } from '@mikro-orm/migrations';

/**
 * Acts that take two persons. A proposal says what would change; a decision ends it, once, and names the person who
 * proposed it: nobody approves their own, whoever writes the row. `approves` is the object of an approved proposal, so
 * that what stands on an approval can say by a foreign key that the approval was given, and given for this object.
 */
export class M0010Approvals extends Migration {
  override up(): void {
    this.addSql(`
      create table proposal (
        id uuid primary key,
        operation text not null,
        input jsonb not null,
        object_id uuid not null,
        changes jsonb not null,
        facts jsonb not null,
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        reason text,
        proposed_by text not null,
        proposed_by_person text not null check (proposed_by_person ~ '\\S'),
        proposed_at timestamptz not null default now(),
        unique (id, proposed_by_person),
        unique (id, object_id)
      );
      create index proposal_object_id_idx on proposal (object_id);

      create table decision (
        proposal_id uuid primary key,
        proposed_by_person text not null,
        outcome text not null check (outcome in ('APPROVED', 'REJECTED', 'WITHDRAWN')),
        approves uuid,
        reason text check (reason ~ '\\S'),
        decided_by text not null,
        decided_by_person text not null check (decided_by_person ~ '\\S'),
        decided_at timestamptz not null default now(),
        foreign key (proposal_id, proposed_by_person) references proposal (id, proposed_by_person),
        foreign key (proposal_id, approves) references proposal (id, object_id),
        unique (proposal_id, approves),
        constraint decision_by_another_person check ((outcome = 'WITHDRAWN') = (decided_by_person = proposed_by_person)),
        check ((outcome = 'APPROVED') = (approves is not null)),
        check (outcome <> 'REJECTED' or reason is not null)
      );
    `);
    // A round that became final here before this migration did so by one person: that is said, and no approval is made up.
    this.addSql(`
      alter table round add column origin text, add column approval_id uuid unique;
      update round set origin = case
        when status not in ('FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED') then 'RECORDED'
        when id in (select round_id from round_transition where action = 'finalise') then 'BEFORE_APPROVALS'
        else 'PUBLIC_SOURCE' end;
      alter table round
        alter column origin set not null,
        add check (origin in ('RECORDED', 'PUBLIC_SOURCE', 'BEFORE_APPROVALS')),
        add foreign key (approval_id, id) references decision (proposal_id, approves),
        add constraint round_final_by_approval check (
          approval_id is not null or origin <> 'RECORDED' or status not in ('FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED'));
    `);
    // The price of a product that was corrected is the price of a correction, and each correction is an approved one.
    this.addSql(`
      create table winning_price_correction (
        id uuid primary key,
        selected_product_id uuid not null references selected_product (id),
        price_before unit_price not null,
        price_after unit_price not null check (price_after <> price_before),
        reason text not null check (reason ~ '\\S'),
        approval_id uuid not null unique,
        recorded_by text not null,
        recorded_at timestamptz not null default now(),
        foreign key (approval_id, selected_product_id) references decision (proposal_id, approves),
        unique (selected_product_id, id, price_after)
      );

      alter table selected_product
        add column price_correction_id uuid,
        add foreign key (id, price_correction_id, winning_price) references winning_price_correction (selected_product_id, id, price_after),
        add check (price_correction_id is null or winning_price is not null);
    `);
  }
}
