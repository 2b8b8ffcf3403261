import type { EntityManager } from '@mikro-orm/postgresql';

/** What was open at the end of a day under each agreement that owed anything then, in yuan, from the payables and their entries. */
export async function openAmounts(em: EntityManager, agreementIds: readonly string[], on: string): Promise<ReadonlyMap<string, string>> {
  const rows = await em.execute<{ id: string; open: string }[]>(
    `with asked as (select id::uuid from unnest(string_to_array(?, ',')) as asked (id)),
      owed as (select area_code, id, agreement_id, amount::numeric as amount from payable
        where agreement_id in (select id from asked) and accepted_on <= ?::date),
      lowered as (select e.payable_id, sum(case when e.kind = 'REVERSAL' then -e.amount else e.amount end) as amount
        from payable_entry e join owed on owed.area_code = e.area_code and owed.id = e.payable_id where e.occurred_on <= ?::date group by e.payable_id)
      select owed.agreement_id::text as id, sum(owed.amount - coalesce(lowered.amount, 0))::numeric(38,2)::text as open
      from owed left join lowered on lowered.payable_id = owed.id
      group by owed.agreement_id having sum(owed.amount - coalesce(lowered.amount, 0)) <> 0`,
    [agreementIds.join(','), on, on],
  );
  return new Map(rows.map(({ id, open }) => [id, open]));
}
