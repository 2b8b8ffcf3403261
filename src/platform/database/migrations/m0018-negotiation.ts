import { Migration } from '@mikro-orm/migrations';
import { everyone, inAct, mayInsert, mayUpdate, others, ownEnterprise, person, preparing, sees, walled } from './policies.ts';

/**
 * Price talks between the authority's experts and one enterprise. What is seen by others than the rest of its row has a
 * table of its own: the sealed envelope is met by the acts that seal and open it, the opened price by the group and by
 * those who check, and only the commitment by the enterprise. Neither the envelope nor the commitment is ever changed.
 * An outcome that a talk led to is written with the third signature and not before; the others stand on an approval.
 * No two outcomes of a product hold on one day.
 */
export class M0018Negotiation extends Migration {
  override up(): void {
    this.addSql(`
      create table negotiation (
        id uuid primary key,
        code business_code not null unique,
        product_id uuid not null references product (id),
        enterprise_id uuid not null references enterprise (id),
        group_number integer check (group_number > 0),
        group_count integer check (group_count >= group_number),
        drawn_on date,
        price_unit text not null check (price_unit ~ '\\S'),
        price_before unit_price,
        status text not null check (status in (${statuses})),
        note text check (note ~ '\\S'),
        origin text not null check (origin in ('RECORDED', 'PUBLIC_SOURCE')),
        ${provenance},
        check (origin = 'PUBLIC_SOURCE' or (group_number is not null and group_count is not null and drawn_on is not null))
      );
      create index negotiation_product_id_idx on negotiation (product_id, id);
      create index negotiation_enterprise_id_idx on negotiation (enterprise_id, id);
      create index negotiation_drawn_on_idx on negotiation (drawn_on);

      create table negotiation_participant (
        id uuid primary key,
        negotiation_id uuid not null references negotiation (id),
        side text not null check (side in ('AUTHORITY', 'ENTERPRISE')),
        person text not null check (person ~ '\\S'),
        name text not null check (name ~ '\\S'),
        is_leader boolean not null check (not is_leader or side = 'AUTHORITY'),
        unique (negotiation_id, person)
      );
      create unique index negotiation_participant_leader_key on negotiation_participant (negotiation_id) where is_leader;
      create index negotiation_participant_person_idx on negotiation_participant (person);

      create table expected_price_commitment (
        negotiation_id uuid primary key references negotiation (id),
        commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
        sealed_on date not null,
        sealed_by text not null,
        recorded_at timestamptz not null default now()
      );

      create table expected_price_seal (
        negotiation_id uuid primary key references expected_price_commitment (negotiation_id) deferrable initially deferred,
        sealed_private_key text not null,
        sealed_price text not null,
        recorded_at timestamptz not null default now()
      );

      create table opened_expected_price (
        negotiation_id uuid primary key references expected_price_commitment (negotiation_id),
        price unit_price not null,
        salt text not null check (salt ~ '^[0-9a-f]{64}$'),
        opened_on date not null,
        opened_by text not null,
        recorded_at timestamptz not null default now()
      );

      create table negotiation_offer (
        id uuid primary key,
        negotiation_id uuid not null references negotiation (id),
        sequence integer not null check (sequence > 0),
        kind text not null check (kind in ('FIRST_QUOTE', 'SECOND_QUOTE', 'BARGAINING')),
        side text not null check (side in ('AUTHORITY', 'ENTERPRISE')),
        price unit_price not null,
        minutes text check (minutes ~ '\\S'),
        occurred_on date,
        recorded_by text not null,
        ${provenance},
        unique (negotiation_id, sequence),
        check ((kind = 'FIRST_QUOTE') = (sequence = 1)),
        check (kind <> 'SECOND_QUOTE' or sequence = 2),
        check (kind = 'BARGAINING' or side = 'ENTERPRISE'),
        check ((minutes is null) = (occurred_on is null))
      );

      create table negotiation_transition (
        id uuid primary key,
        negotiation_id uuid not null references negotiation (id),
        action text not null,
        from_status text not null check (from_status in (${statuses})),
        to_status text not null check (to_status in (${statuses})),
        occurred_on date not null,
        reason text check (reason ~ '\\S'),
        recorded_by text not null,
        recorded_at timestamptz not null default now()
      );
      create index negotiation_transition_negotiation_id_idx on negotiation_transition (negotiation_id, id);

      create table negotiation_terms (
        negotiation_id uuid primary key references negotiation (id),
        price unit_price not null,
        payment_scope text not null check (payment_scope ~ '\\S'),
        in_force_from date not null,
        in_force_to date not null check (in_force_to > in_force_from),
        agreed_quantity quantity,
        minutes text not null check (minutes ~ '\\S'),
        agreed_on date not null,
        recorded_by text not null,
        recorded_at timestamptz not null default now()
      );

      create table negotiation_signature (
        id uuid primary key,
        negotiation_id uuid not null references negotiation_terms (negotiation_id),
        capacity text not null check (capacity in ('GROUP_LEADER', 'ENTERPRISE', 'SUPERVISOR')),
        person text not null,
        signed_on date not null,
        recorded_by text not null,
        recorded_at timestamptz not null default now(),
        unique (negotiation_id, capacity),
        unique (negotiation_id, person)
      );

      create table non_exclusive_bidding (
        id uuid primary key,
        code business_code not null unique,
        generic_name text not null,
        price_unit text not null,
        willing_price unit_price not null,
        lowest_price unit_price not null,
        lowest_product_id uuid not null references product (id),
        is_included boolean not null,
        payment_standard unit_price,
        held_on date not null,
        approval_id uuid not null unique,
        explanation jsonb not null,
        ${provenance},
        foreign key (approval_id, lowest_product_id) references decision (proposal_id, approves),
        check (is_included = (lowest_price <= willing_price)),
        check (is_included = (payment_standard is not null)),
        check (payment_standard >= lowest_price)
      );

      create table non_exclusive_bid (
        id uuid primary key,
        bidding_id uuid not null references non_exclusive_bidding (id),
        product_id uuid not null references product (id),
        price unit_price not null,
        unique (bidding_id, product_id)
      );

      create table negotiated_outcome (
        id uuid primary key,
        product_id uuid not null references product (id),
        enterprise_id uuid not null references enterprise (id),
        basis text not null check (basis in ('NEGOTIATION', 'SIMPLE_RENEWAL', 'NON_EXCLUSIVE_BIDDING')),
        negotiation_id uuid unique references negotiation (id),
        bidding_id uuid references non_exclusive_bidding (id),
        follows_id uuid references negotiated_outcome (id),
        approval_id uuid,
        price unit_price not null,
        price_unit text not null,
        price_before unit_price,
        payment_scope text check (payment_scope ~ '\\S'),
        in_force_from date,
        in_force_to date check (in_force_to > in_force_from),
        continuous_from date check (continuous_from <= in_force_from),
        agreed_quantity quantity,
        explanation jsonb,
        published_on date,
        note text check (note ~ '\\S'),
        origin text not null check (origin in ('RECORDED', 'PUBLIC_SOURCE')),
        ${provenance},
        foreign key (approval_id, follows_id) references decision (proposal_id, approves),
        check (price <= price_before),
        check ((basis = 'NEGOTIATION') = (negotiation_id is not null)),
        check ((basis = 'NON_EXCLUSIVE_BIDDING') = (bidding_id is not null)),
        check (basis <> 'SIMPLE_RENEWAL' or (follows_id is not null and approval_id is not null)),
        check (origin = 'PUBLIC_SOURCE' or
          (payment_scope is not null and in_force_from is not null and in_force_to is not null and continuous_from is not null)),
        exclude using gist (product_id with =, daterange(in_force_from, in_force_to) with &&) where (in_force_from is not null)
      );
      create index negotiated_outcome_product_id_idx on negotiated_outcome (product_id, in_force_from);
      create index negotiated_outcome_enterprise_id_idx on negotiated_outcome (enterprise_id, id);
      create index negotiated_outcome_bidding_id_idx on negotiated_outcome (bidding_id, id);
      create index negotiated_outcome_follows_id_idx on negotiated_outcome (follows_id);

      ${walled(tables)}

      ${sees('negotiation', preparing, 'true')}
      ${sees('negotiation', ['enterprise'], `origin = 'PUBLIC_SOURCE' or ${ownEnterprise}`)}
      ${sees('negotiation', others([...preparing, 'enterprise']), `origin = 'PUBLIC_SOURCE'`)}
      ${mayInsert('negotiation', ['expert'], `status = 'PREPARED' and origin = 'RECORDED'`)}
      ${mayUpdate('negotiation', ['expert'], 'status', 'true', `status <> 'PREPARED'`)}
      ${mayUpdate('negotiation', ['approver'], 'status', 'true', 'false')}
      ${mayUpdate('negotiation', ['enterprise'], 'status', ownEnterprise, 'false')}

      ${sees('negotiation_participant', preparing, 'true')}
      ${sees('negotiation_participant', ['enterprise'], `side = 'ENTERPRISE' and ${ofSeenTalk('negotiation_participant')}`)}
      ${mayInsert('negotiation_participant', ['expert'], inAct('prepareNegotiation'))}

      ${sees('expected_price_commitment', everyone, ofSeenTalk('expected_price_commitment'))}
      ${sees('expected_price_seal', ['expert'], inAct('sealExpectedPrice', 'openExpectedPrice'))}
      ${mayInsert('expected_price_commitment, expected_price_seal', ['expert'], inAct('sealExpectedPrice'))}

      ${sees('opened_expected_price', ['approver', 'auditor'], 'true')}
      ${sees('opened_expected_price', ['expert'], ofOwnGroup('opened_expected_price'))}
      ${mayInsert('opened_expected_price', ['expert'], `${inAct('openExpectedPrice')} and ${ofOwnGroup('opened_expected_price')}`)}

      ${sees('negotiation_offer, negotiation_transition, negotiation_signature', everyone, 'exists (select from negotiation n where n.id = negotiation_id)')}
      ${sees('negotiation_terms', everyone, ofSeenTalk('negotiation_terms'))}
      ${mayInsert('negotiation_offer', ['expert'], `${ofOwnGroup('negotiation_offer')} and ${afterTheSeal}`)}
      ${mayInsert('negotiation_transition', ['expert'], 'true')}
      ${mayInsert('negotiation_terms', ['expert'], `${inAct('concludeNegotiation')} and ${ofOwnGroup('negotiation_terms')}`)}

      ${mayInsert('negotiation_signature', ['expert'], `capacity = 'GROUP_LEADER' and ${asOneself} and ${ofOwnGroup('negotiation_signature', 'p.is_leader')}`)}
      ${mayInsert('negotiation_signature', ['enterprise'], `capacity = 'ENTERPRISE' and ${asOneself} and exists (select from negotiation n where n.id = negotiation_id and n.${ownEnterprise})`)}
      ${mayInsert('negotiation_signature', ['approver'], `capacity = 'SUPERVISOR' and ${asOneself} and not ${ofOwnGroup('negotiation_signature')}`)}

      ${sees('negotiated_outcome', preparing, 'true')}
      ${sees('negotiated_outcome', ['enterprise'], `${published} or ${ownEnterprise}`)}
      ${sees('negotiated_outcome', others([...preparing, 'enterprise']), published)}
      ${mayInsert('negotiated_outcome', ['expert'], signedByThree)}
      ${mayInsert('negotiated_outcome', ['enterprise'], `${signedByThree} and ${ownEnterprise}`)}
      ${mayInsert('negotiated_outcome', ['approver'], `(${signedByThree}) or (basis <> 'NEGOTIATION' and ${inAct('decideProposal')})`)}
      ${mayUpdate('negotiated_outcome', ['expert'], 'published_on', 'true', 'published_on is not null')}
      ${mayUpdate('negotiated_outcome', ['approver'], 'published_on', 'true', 'false')}

      ${sees('non_exclusive_bidding, non_exclusive_bid', preparing, 'true')}
      ${mayInsert('non_exclusive_bidding, non_exclusive_bid', ['approver'], inAct('decideProposal'))}
    `);
  }
}

const tables =
  'negotiation, negotiation_participant, expected_price_commitment, expected_price_seal, opened_expected_price, negotiation_offer, ' +
  'negotiation_transition, negotiation_terms, negotiation_signature, negotiated_outcome, non_exclusive_bidding, non_exclusive_bid';
const statuses = `'PREPARED', 'ENVELOPE_SEALED', 'FIRST_QUOTE', 'SECOND_QUOTE', 'BARGAINING', 'SUCCESS', 'FAILED'`;
const provenance = `provenance text not null,
        confidence confidence not null,
        recorded_at timestamptz not null default now()`;
const ofSeenTalk = (table: string) => `exists (select from negotiation n where n.id = ${table}.negotiation_id)`;
/** The group sees and does what is its own; what another group does, back to back, is none of its business. */
const ofOwnGroup = (table: string, more = `p.side = 'AUTHORITY'`) =>
  `exists (select from negotiation_participant p where p.negotiation_id = ${table}.negotiation_id and ${more} and p.person = ${person})`;
/** No quote before the expected price is sealed, and none but the first before it is opened. */
const afterTheSeal = `exists (select from expected_price_commitment c where c.negotiation_id = negotiation_offer.negotiation_id)
  and (kind = 'FIRST_QUOTE' or exists (select from opened_expected_price o where o.negotiation_id = negotiation_offer.negotiation_id))`;
const asOneself = `${inAct('signNegotiation')} and person = ${person}`;
const published = `(origin = 'PUBLIC_SOURCE' or published_on is not null)`;
const signedByThree = `basis = 'NEGOTIATION' and ${inAct('signNegotiation')}
  and (select count(*) from negotiation_signature s where s.negotiation_id = negotiated_outcome.negotiation_id) = 3`;
