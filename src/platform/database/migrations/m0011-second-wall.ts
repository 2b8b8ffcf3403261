import { Migration } from '@mikro-orm/migrations';
import {
  everyone,
  inAct,
  justRecorded,
  mayInsert,
  mayUpdate,
  others,
  ownEnterprise,
  ownInstitution,
  ownKey,
  person,
  preparing,
  sees,
  type RoleName,
} from './policies.ts';

/**
 * The second wall: whatever the program forgets, the database shows a caller no more than it may see, and lets it write
 * no more than it may record.
 *
 * The server logs in as nobody in particular and takes, for each transaction, the role of its caller and the caller's
 * own settings (`accord.enterprise`, `accord.institution`, `accord.area`, `accord.person`, `accord.caller`, `accord.act`, `accord.recorded`).
 * A setting that is missing lets nothing through. Every table has one policy for each role and command, so that no
 * condition asks for the role; a row that hangs on another is seen where that one is, by its own policy.
 * The roles are made before the migrations run: they belong to the server, not to a database.
 * Locking a row needs the right to change it, so who must hold a round still may change nothing of it: `check (false)`.
 */
export class M0011SecondWall extends Migration {
  override up(): void {
    this.addSql(forEveryTable);
    this.addSql(`
      ${sees('migration, area, policy_document, enterprise, institution, product', everyone, 'true')}
      ${mayInsert('policy_document, enterprise, institution, product', ['expert'], 'true')}

      ${sees('round', preparing, 'true')}
      ${sees('round', others(preparing), `status <> 'DRAFT'`)}
      ${mayInsert('round', ['expert'], `status = 'DRAFT' and origin = 'RECORDED'`)}
      ${mayUpdate('round', ['expert'], 'status, opened_on, in_force_from, in_force_to', 'true', `status <> 'FINAL'`)}
      ${mayUpdate('round', ['approver'], 'status, approval_id', 'true', `status = 'FINAL' and approval_id is not null`)}
      ${mayUpdate('round', ['enterprise', 'institution'], 'status', 'true', 'false')}

      ${sees('round_transition', everyone, 'exists (select from round r where r.id = round_id)')}
      ${mayInsert('round_transition', ['expert'], `to_status <> 'FINAL'`)}
      ${mayInsert('round_transition', ['approver'], `to_status = 'FINAL'`)}

      ${sees('lot', everyone, 'exists (select from round r where r.id = round_id)')}
      ${mayInsert('lot', ['expert'], 'true')}
      ${mayUpdate('lot', ['expert'], 'share_percent', 'true', 'true')}
      ${mayUpdate('lot', ['enterprise'], 'share_percent', 'true', 'false')}

      ${sees('bid', others(['enterprise', 'expert']), `status <> 'SEALED'`)}
      ${sees('bid', ['enterprise'], `status <> 'SEALED' or ${ownEnterprise}`)}
      ${sees('bid', ['expert'], `status <> 'SEALED' or ${inAct('submitBid', 'openBids')} or id = ${justRecorded}`)}
      ${mayInsert('bid', ['expert'], `status = 'SEALED'`)}
      ${mayInsert('bid', ['enterprise'], `status = 'SEALED' and ${ownEnterprise}`)}
      ${mayUpdate('bid', ['expert'], 'status, price, commitment_salt, comparable_unit_price, rank, findings, explanation', 'true', `status <> 'SEALED'`)}
      ${mayUpdate('bid', ['approver'], 'status', `status <> 'SEALED'`, `status in ('SELECTED', 'NOT_SELECTED')`)}

      ${sees('round_seal', ['expert', 'enterprise'], inAct('openBidding', 'submitBid', 'openBids'))}
      ${mayInsert('round_seal', ['expert', 'enterprise'], `${inAct('openBidding', 'submitBid')} and released_key is null`)}
      ${mayUpdate('round_seal', ['expert'], 'released_key, released_at', inAct('openBids'), inAct('openBids'))}

      ${sees('selected_product', preparing, 'true')}
      ${sees('selected_product', others(preparing), `exists (select from round r where r.id = round_id and r.status in (${publicised}))`)}
      ${mayInsert('selected_product', ['expert'], 'true')}
      ${mayUpdate('selected_product', ['expert'], 'agreed_quantity, explanation', 'true', 'true')}
      ${mayUpdate('selected_product', ['approver'], 'winning_price, price_correction_id', 'true', 'price_correction_id is not null')}

      ${sees('winning_price_correction', everyone, 'exists (select from selected_product s where s.id = selected_product_id)')}
      ${mayInsert('winning_price_correction', ['approver'], 'true')}

      ${sees('supply_region', everyone, 'exists (select from selected_product s where s.id = selected_product_id)')}
      ${mayInsert('supply_region', ['expert'], 'true')}

      ${sees('demand_report', preparing, 'true')}
      ${sees('demand_report', ['institution'], ownInstitution)}
      ${mayInsert('demand_report', ['expert'], 'true')}
      ${mayInsert('demand_report', ['institution'], ownInstitution)}

      ${sees('published_demand', everyone, 'true')}
      ${mayInsert('published_demand', ['expert'], 'true')}

      ${sees('agreed_volume', everyone, 'exists (select from selected_product s where s.id = selected_product_id)')}
      ${mayInsert('agreed_volume', ['expert'], 'true')}
      ${mayUpdate('agreed_volume', ['expert'], 'quantity', 'true', 'true')}

      ${sees('agreed_volume_amendment', everyone, 'exists (select from agreed_volume v where v.area_code = agreed_volume_amendment.area_code and v.id = agreed_volume_id)')}
      ${mayInsert('agreed_volume_amendment', ['expert'], 'true')}

      ${sees('agreed_volume_rollup, agreed_volume_rollup_by_product', everyone, 'exists (select from selected_product s where s.id = selected_product_id)')}
      ${sees('agreed_volume_rollup_by_area', preparing, 'true')}
      ${sees('agreed_volume_rollup_by_area', others(preparing), `exists (select from round r where r.id = round_id and r.status in (${publicised}))`)}
      ${mayInsert('agreed_volume_rollup, agreed_volume_rollup_by_product, agreed_volume_rollup_by_area', ['expert'], 'true')}
      ${mayUpdate('agreed_volume_rollup, agreed_volume_rollup_by_product, agreed_volume_rollup_by_area', ['expert'], sums, 'true', 'true')}

      ${sees('revoked_token', ['anonymous'], 'true')}
      ${mayUpdate('agreed_volume_rollup, agreed_volume_rollup_by_product, agreed_volume_rollup_by_area', ['approver'], 'amount, savings', 'true', 'true')}

      ${sees('proposal, decision', preparing, 'true')}
      ${mayInsert('proposal', ['expert'], `proposed_by_person = ${person}`)}
      ${mayInsert('decision', ['expert'], `outcome = 'WITHDRAWN' and decided_by_person = ${person}`)}
      ${mayInsert('decision', ['approver'], `outcome <> 'WITHDRAWN' and decided_by_person = ${person}`)}

      ${sees('idempotency_record', recording, ownKey)}
      ${mayInsert('idempotency_record', recording, ownKey)}
      ${mayUpdate('idempotency_record', recording, 'answer', ownKey, ownKey)}

      ${sees('journal_record', ['approver', 'auditor'], 'true')}
      ${mayInsert('journal_record, outbox_event', recording, 'true')}
      ${sees('journal_head', everyone, 'true')}
      ${mayInsert('journal_head', recording, 'true')}
      ${mayUpdate('journal_head', recording, 'seq, hash, events', 'true', 'true')}
    `);
  }
}

/** They have something to record. */
const recording: readonly RoleName[] = ['expert', 'approver', 'enterprise', 'institution'];

const publicised = `'PUBLICISED', 'FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED'`;
const sums = 'quantity, amount, savings, volumes, last_recorded_at';

/** The owner is bound by the policies too, and passes as the operator: for migrations, imports and repairs. */
const forEveryTable = `
      do $$
        declare
          name text;
        begin
          for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') loop
            execute format('alter table %I enable row level security, force row level security', name);
            execute format('revoke all on table %I from public', name);
            execute format('grant select, insert, update, delete on table %I to accord_operator', name);
            execute format('create policy operator_all on %I to accord_operator using (true) with check (true)', name);
          end loop;
        end
      $$;`;
