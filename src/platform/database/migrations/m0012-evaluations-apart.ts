import { Migration } from '@mikro-orm/migrations';

/**
 * What evaluation says of a bid, and the share of a lot, leave the rows that everybody sees: a policy shows a row or not,
 * and has no word for a column. Each gets a table of its own, seen by those who prepare or check a round, and by everybody
 * from publicity on; a bid from a public source hides nothing. An approver sets outcomes that are final, an expert others.
 */
export class M0012EvaluationsApart extends Migration {
  override up(): void {
    this.addSql(`
      create table bid_evaluation (
        bid_id uuid primary key references bid (id),
        outcome text check (outcome in ('INVALID', 'NOT_SHORTLISTED', 'NOT_SELECTED', 'NEGOTIATE', 'UNDECIDED', 'PROPOSED', 'SELECTED', 'WITHDRAWN')),
        rank integer check (rank > 0),
        findings jsonb,
        explanation jsonb
      );
      insert into bid_evaluation (bid_id, outcome, rank, findings, explanation)
      select id, case when status not in ('SEALED', 'OPENED') then status end, rank, findings, explanation from bid
      where origin = 'PUBLIC_SOURCE' or status not in ('SEALED', 'OPENED') or coalesce(rank::text, findings::text, explanation::text) is not null;
      update bid set status = 'OPENED' where status not in ('SEALED', 'OPENED');

      -- Before PostgreSQL 16 the rights to a column stayed in the catalog after it.
      revoke update (status) on bid from accord_approver;
      revoke update (rank, findings, explanation) on bid from accord_expert;
      drop policy update_approver on bid;
      alter table bid drop constraint bid_status_check, drop column rank, drop column findings, drop column explanation,
        add constraint bid_status_check check (status in ('SEALED', 'OPENED'));

      create table lot_share (
        lot_id uuid primary key references lot (id),
        percent percent check (percent > 0)
      );
      insert into lot_share (lot_id, percent) select id, share_percent from lot where share_percent is not null;
      revoke update (share_percent) on lot from accord_expert, accord_enterprise;
      alter table lot drop column share_percent;

      -- Who must hold a lot still may change nothing of it.
      drop policy update_expert on lot;
      create policy update_expert on lot for update to accord_expert using (true) with check (false);
      grant update (note) on lot to accord_expert, accord_enterprise;

      ${apart('bid_evaluation', ofBid)}
      ${expertWrites('bid_evaluation', 'outcome, rank, findings, explanation', `outcome is distinct from 'SELECTED'`)}
      grant update (outcome) on bid_evaluation to accord_approver;
      create policy update_approver on bid_evaluation for update to accord_approver using (true) with check (outcome in ('SELECTED', 'NOT_SELECTED'));

      ${apart('lot_share', ofLot('lot_id'))}
      ${expertWrites('lot_share', 'percent', 'true')}
    `);
  }
}

const preparing = 'accord_expert, accord_approver, accord_auditor';
const others = 'accord_anonymous, accord_enterprise, accord_institution, accord_agency, accord_settlement';

const ofLot = (key: string) => `exists (select from lot l join round r on r.id = l.round_id
  where l.id = ${key} and r.status in ('PUBLICISED', 'FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED'))`;
const ofBid = `exists (select from bid b where b.id = bid_id and (b.origin = 'PUBLIC_SOURCE' or ${ofLot('b.lot_id')}))`;

/** A table that everybody may ask for, and of which those who do not prepare a round find what a condition shows. */
const apart = (table: string, shown: string) => `
      alter table ${table} enable row level security, force row level security;
      revoke all on table ${table} from public;
      grant select, insert, update, delete on table ${table} to accord_operator;
      create policy operator_all on ${table} to accord_operator using (true) with check (true);
      grant select on ${table} to ${preparing}, ${others};
      create policy select_expert on ${table} for select to ${preparing} using (true);
      create policy select_anonymous on ${table} for select to ${others} using (${shown});`;

const expertWrites = (table: string, columns: string, check: string) => `
      grant insert, update (${columns}) on ${table} to accord_expert;
      create policy insert_expert on ${table} for insert to accord_expert with check (${check});
      create policy update_expert on ${table} for update to accord_expert using (true) with check (${check});`;
