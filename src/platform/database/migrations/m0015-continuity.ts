import { Migration } from '@mikro-orm/migrations';
import { everyone, inAct, mayInsert, mayUpdate, ownArea, ownEnterprise, ownInstitution, preparing, sees, walled } from './policies.ts';

/**
 * What follows when a winner does not supply. The standing of enterprises (bars, credit ratings, suspended listings) is
 * public and known to the rules of bidding; complaints are seen by those that they concern; a succession stands on an
 * approval, and its lines say which quantity of which agreement moved to which one.
 * An agreed volume may come down to nothing now: a winner that delivered nothing keeps no quantity.
 * An approval writes new volumes, agreements and lines together, in the order that the mapper takes: what points from
 * one to the other is looked at when the transaction ends.
 */
export class M0015Continuity extends Migration {
  override up(): void {
    this.addSql(`
      drop view agreement_quantity;
      alter table agreed_volume alter column quantity type bigint, add check (quantity between 0 and 9007199254740991);
      alter table agreed_volume_amendment alter column quantity_after type bigint,
        alter column quantity_before type bigint,
        add check (quantity_before between 0 and 9007199254740991),
        add check (quantity_after between 0 and 9007199254740991);
      alter table agreement_amendment alter column quantity_after type bigint,
        alter column quantity_before type bigint,
        add check (quantity_before between 0 and 9007199254740991),
        add check (quantity_after between 0 and 9007199254740991);
      ${rollups
        .split(', ')
        .map(
          (table) => `
      alter table ${table} drop constraint ${table}_quantity_check,
        add constraint ${table}_quantity_check check (quantity >= 0 and quantity <> 'NaN');`,
        )
        .join('')}

      create view agreement_quantity with (security_invoker = true) as
        select a.area_code, a.id as agreement_id, v.quantity
        from agreement a join agreed_volume v on v.area_code = a.area_code and v.id = a.agreed_volume_id;
      grant select on agreement_quantity to ${everyone.map((role) => `accord_${role}`).join(', ')}, accord_operator;

      alter table selected_product drop constraint selected_product_basis_check,
        add check (basis in ('BIDDING', 'NEGOTIATION', 'REPLACEMENT'));

      alter table agreement alter constraint agreement_area_code_agreed_volume_id_fkey deferrable initially deferred;

      create table enterprise_bar (
        id uuid primary key,
        enterprise_id uuid not null references enterprise (id),
        effective_from date not null,
        effective_to date not null,
        listed_on date,
        reason text not null check (reason ~ '\\S'),
        source text not null check (source ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        unique (enterprise_id, effective_from),
        check (effective_to > effective_from)
      );

      create table credit_rating (
        area_code text not null references area (code),
        id uuid not null,
        enterprise_id uuid not null references enterprise (id),
        level text not null check (level in (${levels})),
        effective_from date not null,
        effective_to date,
        consequence text check (consequence ~ '\\S'),
        source text not null check (source ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        unique (area_code, enterprise_id, effective_from),
        check (effective_to > effective_from)
      );
      create index credit_rating_enterprise_id_idx on credit_rating (enterprise_id, id);

      create table listing_suspension (
        area_code text not null references area (code),
        id uuid not null,
        product_id uuid not null references product (id),
        effective_from date not null,
        effective_to date not null,
        reason text not null check (reason ~ '\\S'),
        source text not null check (source ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        unique (area_code, product_id, effective_from),
        check (effective_to > effective_from)
      );
      create index listing_suspension_product_id_idx on listing_suspension (product_id, id);

      create table succession (
        id uuid primary key,
        region_code text not null references area (code),
        failing_id uuid not null references selected_product (id),
        successor_id uuid not null references selected_product (id),
        basis text not null check (basis in ('BACKUP', 'REPLACEMENT')),
        effective_from date not null,
        figures_on date not null,
        quantity_moved quantity not null,
        reason text not null check (reason ~ '\\S'),
        approval_id uuid not null,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        foreign key (approval_id, failing_id) references decision (proposal_id, approves),
        unique (approval_id),
        check (failing_id <> successor_id)
      );
      create index succession_failing_id_idx on succession (failing_id, id);
      create index succession_successor_id_idx on succession (successor_id, id);

      create table succession_line (
        area_code text not null,
        id uuid not null,
        succession_id uuid not null references succession (id),
        agreement_id uuid not null,
        successor_agreement_id uuid not null,
        quantity_moved quantity not null,
        primary key (area_code, id),
        foreign key (area_code, agreement_id) references agreement (area_code, id),
        foreign key (area_code, successor_agreement_id) references agreement (area_code, id) deferrable initially deferred,
        unique (area_code, succession_id, agreement_id),
        check (agreement_id <> successor_agreement_id)
      );
      create index succession_line_succession_id_idx on succession_line (succession_id, id);
      create index succession_line_agreement_id_idx on succession_line (agreement_id, id);

      create table supply_complaint (
        area_code text not null references area (code),
        id uuid not null,
        agreement_id uuid,
        selected_product_id uuid not null references selected_product (id),
        enterprise_id uuid not null references enterprise (id),
        institution_id uuid,
        missing_quantity quantity not null,
        not_supplied_since date not null,
        evidence text not null check (evidence ~ '\\S'),
        status text not null check (status in ('RECORDED', 'VERIFIED', 'DISMISSED', 'SUCCEEDED')),
        succession_id uuid references succession (id),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, agreement_id) references agreement (area_code, id),
        foreign key (area_code, institution_id) references institution (area_code, id),
        check ((status = 'SUCCEEDED') = (succession_id is not null)),
        check ((agreement_id is null) = (institution_id is null))
      );
      create index supply_complaint_selected_product_id_idx on supply_complaint (selected_product_id, id);
      create index supply_complaint_enterprise_id_idx on supply_complaint (enterprise_id, id);
      create index supply_complaint_institution_id_idx on supply_complaint (institution_id, id);

      create table complaint_transition (
        area_code text not null,
        id uuid not null,
        complaint_id uuid not null,
        action text not null check (action in ('verify', 'dismiss', 'succeed')),
        from_status text not null,
        to_status text not null,
        occurred_on date not null,
        reason text not null check (reason ~ '\\S'),
        recorded_by text not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, complaint_id) references supply_complaint (area_code, id),
        unique (area_code, complaint_id, action)
      );
      create index complaint_transition_complaint_id_idx on complaint_transition (complaint_id, id);

      ${walled('enterprise_bar, credit_rating, listing_suspension, succession, succession_line, supply_complaint, complaint_transition')}

      ${sees('enterprise_bar, credit_rating, listing_suspension, succession', everyone, 'true')}
      ${mayInsert('enterprise_bar, credit_rating, listing_suspension', ['expert'], 'true')}

      ${sees('supply_complaint', preparing, 'true')}
      ${sees('supply_complaint', ['enterprise'], `status in ('VERIFIED', 'SUCCEEDED') and ${ownEnterprise}`)}
      ${sees('supply_complaint', ['institution'], ownInstitution)}
      ${sees('supply_complaint', ['agency'], ownArea)}
      ${mayInsert('supply_complaint', ['institution'], `status = 'RECORDED' and ${ownInstitution}`)}
      ${mayInsert('supply_complaint', ['agency'], `status = 'RECORDED' and ${ownArea}`)}
      ${mayUpdate('supply_complaint', ['expert'], 'status', 'true', `status in ('VERIFIED', 'DISMISSED')`)}
      ${mayUpdate('supply_complaint', ['approver'], 'status, succession_id', inAct('decideProposal'), `status = 'SUCCEEDED'`)}

      ${sees('complaint_transition', preparing, 'true')}
      ${sees('complaint_transition', ['enterprise', 'institution', 'agency'], ofComplaint)}
      ${mayInsert('complaint_transition', ['expert'], `to_status in ('VERIFIED', 'DISMISSED')`)}
      ${mayInsert('complaint_transition', ['approver'], `to_status = 'SUCCEEDED' and ${inAct('decideProposal')}`)}

      ${sees('succession_line', preparing, 'true')}
      ${sees('succession_line', ['enterprise', 'institution', 'agency'], ofAgreements)}
      ${mayInsert('succession, succession_line', ['approver'], inAct('decideProposal'))}

      grant update (withdrawn_on) on selected_product to accord_expert;
      ${mayInsert('selected_product', ['approver'], `basis = 'REPLACEMENT' and ${inAct('decideProposal')}`)}
      ${mayInsert('agreed_volume, agreed_volume_amendment, agreement, agreement_amendment', ['approver'], inAct('decideProposal'))}
      ${mayUpdate('agreed_volume', ['approver'], 'quantity', inAct('decideProposal'), inAct('decideProposal'))}
      ${mayUpdate('agreement', ['approver'], 'in_force_to', inAct('decideProposal'), 'false')}
      ${mayInsert(rollups, ['approver'], inAct('decideProposal'))}
      grant update (quantity, volumes, last_recorded_at) on ${rollups} to accord_approver;
    `);
  }
}

const levels = `'GENERAL', 'MEDIUM', 'SERIOUS', 'ESPECIALLY_SERIOUS', 'DISHONEST', 'SERIOUSLY_DISHONEST', 'ESPECIALLY_SERIOUSLY_DISHONEST'`;
const rollups = 'agreed_volume_rollup, agreed_volume_rollup_by_product, agreed_volume_rollup_by_area';
const ofComplaint = 'exists (select from supply_complaint c where c.area_code = complaint_transition.area_code and c.id = complaint_id)';
/** A line is seen by the parties of either agreement. */
const ofAgreements =
  'exists (select from agreement a where a.area_code = succession_line.area_code and a.id in (agreement_id, successor_agreement_id))';
