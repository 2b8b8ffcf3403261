import { expect, it } from 'vitest';
import { correlatedSubqueries } from './uncorrelated.ts';

it.each([
  'select t.id from bid t where t.lot_id in (select r.id from lot r where r.id = t.lot_id)',
  'select "t"."id" from "bid" t where exists (select from "lot" where ("t"."lot_id" = id))',
  'select p.* from unnest($1) parent(key) cross join lateral (select t.id from lot t where t.round_id = parent.key) p',
  'select (select count(*) from (select l.id from lot l where l.round_id = t.id) found) from round t',
])('a subquery that looks outside itself is found: %s', (statement) => {
  expect(correlatedSubqueries(statement)).not.toEqual([]);
});

it.each([
  'select t.id from bid t where t.lot_id in (select t.id from lot t where t.code = $1) and (t.rank = 1 or t.rank is null)',
  `select page.parent from (select t.lot_id as parent, row_number() over (partition by t.lot_id order by t.id) as place from bid t
    where t.note <> 'in (select o.id from o where x.id = 1)') page where page.place <= $1`,
  'select t.id from unnest($1::uuid[], $2::text[]) asked(k0, k1) join lot t on t.round_id = asked.k0 and t.code = asked.k1',
])('one that does not is not: %s', (statement) => {
  expect(correlatedSubqueries(statement)).toEqual([]);
});
