import { Migration } from '@mikro-orm/migrations';
import { everyone, inAct, mayInsert, mayUpdate, ownArea, ownInstitution, person, preparing, sees, walled } from './policies.ts';

/**
 * What is saved of the fund's money and retained by institutions, and what areas that pay by disease group may do to a
 * group's standard after a round. Nothing of it is ever changed: what was wrong is corrected by a new row.
 * A statement of retention stands on an approval that was given for its institution, and is made whole at once: what points
 * from its lines to it is looked at when the transaction ends. Each agreement enters one statement at most.
 * An agency proposes now, and is told of its own proposals; what its institutions reported as their demand it meets while it
 * proposes, and at no other time.
 */
export class M0019Retention extends Migration {
  override up(): void {
    this.addSql(`
      create table drug_retention_ratio (
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

      create table retention_assessment (
        area_code text not null,
        id uuid not null,
        institution_id uuid not null,
        agreement_year smallint not null check (agreement_year between 2018 and 2100),
        assessed_on date not null,
        score percent not null check (score >= 0),
        grade text not null check (grade in ('A', 'B', 'C', 'D')),
        ratio_percent percent not null check (ratio_percent >= 0),
        grade_source text not null check (grade_source ~ '\\S'),
        source text not null check (source ~ '\\S'),
        corrects_id uuid,
        reason text check (reason ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, institution_id) references institution (area_code, id),
        unique (area_code, institution_id, agreement_year, id),
        foreign key (area_code, institution_id, agreement_year, corrects_id)
          references retention_assessment (area_code, institution_id, agreement_year, id),
        unique (area_code, corrects_id),
        check (corrects_id <> id),
        check ((corrects_id is null) = (reason is null))
      );
      create unique index retention_assessment_once on retention_assessment (area_code, institution_id, agreement_year) where corrects_id is null;
      create index retention_assessment_institution_id_idx on retention_assessment (institution_id, id);

      create table retention_indicator (
        area_code text not null,
        id uuid not null,
        assessment_id uuid not null,
        name text not null check (name ~ '\\S'),
        points percent not null check (points >= 0),
        maximum_points percent not null check (maximum_points > 0),
        primary key (area_code, id),
        foreign key (area_code, assessment_id) references retention_assessment (area_code, id) deferrable initially deferred,
        unique (area_code, assessment_id, name),
        check (points <= maximum_points)
      );
      create index retention_indicator_assessment_id_idx on retention_indicator (assessment_id, id);

      create table retention_statement (
        area_code text not null,
        id uuid not null,
        institution_id uuid not null,
        round_id uuid not null references round (id),
        agreement_year smallint not null check (agreement_year between 2018 and 2100),
        stated_on date not null,
        assessment_id uuid not null,
        grade text not null check (grade in ('A', 'B', 'C')),
        grade_ratio_percent percent not null check (grade_ratio_percent > 0),
        highest_ratio_percent percent not null check (highest_ratio_percent > 0),
        drug_ratio_percent percent check (drug_ratio_percent > 0),
        ratio_percent percent not null check (ratio_percent > 0),
        budget_amount amount not null check (budget_amount >= 0),
        spend_amount amount not null check (spend_amount >= 0),
        surplus_amount amount not null,
        retained_amount amount not null,
        approval_id uuid not null,
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, institution_id) references institution (area_code, id),
        foreign key (area_code, institution_id, agreement_year, assessment_id)
          references retention_assessment (area_code, institution_id, agreement_year, id),
        foreign key (approval_id, institution_id) references decision (proposal_id, approves),
        unique (area_code, approval_id),
        unique (area_code, institution_id, round_id, agreement_year),
        check (surplus_amount = budget_amount - spend_amount),
        check (retained_amount = floor(greatest(surplus_amount, 0) * ratio_percent) * 0.01),
        check (ratio_percent <= least(grade_ratio_percent, highest_ratio_percent, drug_ratio_percent))
      );
      create index retention_statement_institution_id_idx on retention_statement (institution_id, id);
      create index retention_statement_round_id_idx on retention_statement (round_id, id);

      create table retention_line (
        area_code text not null,
        id uuid not null,
        statement_id uuid not null,
        generic_name text not null check (generic_name ~ '\\S'),
        counting_unit text not null check (counting_unit ~ '\\S'),
        base_volume quantity not null,
        is_base_on_record boolean not null,
        average_price_before unit_price not null,
        fund_ratio_percent percent not null check (fund_ratio_percent > 0),
        insured_share_percent percent not null check (insured_share_percent > 0),
        non_selected_amount amount not null check (non_selected_amount >= 0),
        source text not null check (source ~ '\\S'),
        budget_amount amount not null check (budget_amount >= 0),
        spend_amount amount not null check (spend_amount >= 0),
        primary key (area_code, id),
        foreign key (area_code, statement_id) references retention_statement (area_code, id) deferrable initially deferred,
        unique (area_code, statement_id, generic_name)
      );
      create index retention_line_statement_id_idx on retention_line (statement_id, id);

      create table retention_purchase (
        area_code text not null,
        id uuid not null,
        agreement_id uuid not null,
        number business_code not null,
        line_id uuid not null,
        agreed_quantity bigint not null check (agreed_quantity between 0 and 9007199254740991),
        purchased_quantity bigint not null check (purchased_quantity between 0 and 9007199254740991),
        unit_price unit_price not null,
        units_per_price_unit integer not null check (units_per_price_unit > 0),
        primary key (area_code, id),
        foreign key (area_code, agreement_id) references agreement (area_code, id),
        foreign key (area_code, line_id) references retention_line (area_code, id) deferrable initially deferred,
        unique (area_code, agreement_id)
      );
      create index retention_purchase_line_id_idx on retention_purchase (line_id, id);

      create table group_payment (
        area_code text not null references area (code),
        id uuid not null,
        effective_from date not null,
        method text not null check (method in ('DRG', 'DIP', 'NONE')),
        source text not null check (source ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        unique (area_code, effective_from)
      );

      create table first_year_reading (
        area_code text not null references area (code),
        id uuid not null,
        effective_from date not null,
        reading text not null check (reading in ('MUST_NOT', 'NEED_NOT')),
        source text not null check (source ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        unique (area_code, effective_from)
      );

      create table disease_group (
        area_code text not null references area (code),
        id uuid not null,
        code business_code not null,
        name text not null check (name ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        unique (area_code, code)
      );

      create table group_concern (
        area_code text not null,
        id uuid not null,
        group_id uuid not null,
        round_id uuid not null references round (id),
        category product_category not null,
        starts_on date not null,
        source text not null check (source ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, group_id) references disease_group (area_code, id),
        unique (area_code, group_id, round_id),
        unique (area_code, group_id, id)
      );
      create index group_concern_group_id_idx on group_concern (group_id, id);
      create index group_concern_round_id_idx on group_concern (round_id, id);

      create table group_standard (
        area_code text not null,
        id uuid not null,
        group_id uuid not null,
        effective_from date not null,
        amount amount not null check (amount > 0),
        rule_reference text check (rule_reference ~ '\\S'),
        source text not null check (source ~ '\\S'),
        round_id uuid references round (id),
        starts_on date,
        standard_before amount check (standard_before > 0),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, group_id) references disease_group (area_code, id),
        unique (area_code, group_id, effective_from),
        check (num_nulls(round_id, starts_on, standard_before) in (0, 3)),
        check (starts_on <= effective_from)
      );
      create index group_standard_group_id_idx on group_standard (group_id, id);

      create table group_review (
        area_code text not null,
        id uuid not null,
        concern_id uuid not null,
        group_id uuid not null,
        due_on date not null,
        reviewed_on date not null,
        outcome text not null check (outcome in ('KEPT', 'RAISED', 'LOWERED')),
        rule_reference text not null check (rule_reference ~ '\\S'),
        provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now(),
        primary key (area_code, id),
        foreign key (area_code, group_id, concern_id) references group_concern (area_code, group_id, id),
        unique (area_code, concern_id, due_on),
        check (reviewed_on >= due_on)
      );
      create index group_review_group_id_idx on group_review (group_id, id);

      ${walled('drug_retention_ratio, retention_assessment, retention_indicator, retention_statement, retention_line, retention_purchase')}
      ${walled('group_payment, first_year_reading, disease_group, group_concern, group_standard, group_review')}

      ${sees('drug_retention_ratio', everyone, 'true')}
      ${mayInsert('drug_retention_ratio', ['agency'], ownArea)}

      ${sees(`retention_assessment, retention_statement`, preparing, 'true')}
      ${sees(`retention_assessment, retention_statement`, ['institution'], ownInstitution)}
      ${sees(`retention_assessment, retention_statement`, ['agency'], ownArea)}
      ${sees('retention_indicator, retention_line, retention_purchase', preparing, 'true')}
      ${sees('retention_indicator', ['institution'], ofOne('retention_indicator', 'retention_assessment', 'assessment_id'))}
      ${sees('retention_line', ['institution'], ofOne('retention_line', 'retention_statement', 'statement_id'))}
      ${sees('retention_purchase', ['institution'], ofOne('retention_purchase', 'retention_line', 'line_id'))}
      ${sees('retention_indicator, retention_line, retention_purchase', ['agency'], ownArea)}
      ${mayInsert('retention_assessment, retention_indicator', ['agency'], ownArea)}
      ${mayInsert('retention_statement, retention_line, retention_purchase', ['approver'], inAct('decideProposal'))}

      ${sees('group_payment, first_year_reading, disease_group, group_concern, group_standard', everyone, 'true')}
      ${sees('group_review', preparing, 'true')}
      ${sees('group_review', ['agency'], ownArea)}
      ${mayInsert('group_payment, first_year_reading, disease_group, group_concern, group_standard, group_review', ['agency'], ownArea)}

      -- Whoever is judged by all of its rows holds the first of them: nothing of it can be changed so.
      ${mayUpdate('retention_assessment', ['agency'], 'id', ownArea, 'false')}
      ${mayUpdate('retention_assessment', ['approver'], 'id', inAct('decideProposal'), 'false')}
      ${mayUpdate('disease_group', ['agency'], 'id', ownArea, 'false')}

      ${sees('demand_report', ['agency'], `${ownArea} and ${inAct('retainSurplus')}`)}

      ${anew(['proposal', 'decision'], ['select_agency', 'insert_agency'])}
      ${sees('proposal', ['agency'], `proposed_by_person = ${person}`)}
      ${sees('decision', ['agency'], `proposed_by_person = ${person}`)}
      ${mayInsert('proposal', ['agency'], `proposed_by_person = ${person}`)}
      ${mayInsert('decision', ['agency'], `outcome = 'WITHDRAWN' and decided_by_person = ${person}`)}
    `);
  }
}

/** Seen where the row that it belongs to is. */
const ofOne = (table: string, whole: string, by: string) =>
  `exists (select from ${whole} w where w.area_code = ${table}.area_code and w.id = ${by})`;

/** Agencies may have come to propose before: what is said of it here holds alone. */
const anew = (tables: readonly string[], names: readonly string[]) =>
  tables.flatMap((table) => names.map((name) => `drop policy if exists ${name} on ${table};`)).join('\n');
