// One hand-written statement for each question, whose JSON PostgreSQL builds itself, behind node:http: no GraphQL at all.

import { openPool, serve } from './process.mjs';

const pageInfo = (rows) => `'pageInfo', json_build_object('hasNextPage', ${rows} > $1, 'endCursor', '')`;

const roundsInDepth = `
  select json_build_object('rounds', json_build_object(
    'totalCount', (select count(*) from round), ${pageInfo('(select count(*) from round)')},
    'nodes', (select json_agg(json_build_object('code', r.code, 'name', r.name, 'category', r.category, 'openedOn', r.opened_on,
      'selectedProducts', json_build_object('nodes', coalesce(s.nodes, '[]'::json))) order by r.opened_on desc nulls last, r.id)
    from (select * from round order by opened_on desc nulls last, id limit $1) r
    cross join lateral (
      select json_agg(json_build_object('rank', s.rank, 'winningPrice', s.winning_price::text,
        'product', json_build_object('code', p.code, 'name', p.name, 'enterprise', json_build_object('code', e.code, 'name', e.name)),
        'agreedVolumes', json_build_object('nodes', coalesce(v.nodes, '[]'::json))) order by s.rank, s.id) as nodes
      from (select * from selected_product where round_id = r.id order by rank, id limit 50) s
      join product p on p.id = s.product_id join enterprise e on e.id = p.holder_id
      cross join lateral (
        select json_agg(json_build_object('agreementYear', v.agreement_year, 'quantity', v.quantity,
          'institution', json_build_object('code', i.code, 'name', i.name,
            'area', json_build_object('code', a.code, 'name', a.name))) order by v.id) as nodes
        from (select * from agreed_volume where selected_product_id = s.id order by id limit $2) v
        join institution i on i.id = v.institution_id join area a on a.code = i.area_code) v) s)))::text as data`;

const round = `
  select json_build_object('round', (select json_build_object('code', r.code, 'name', r.name, 'category', r.category,
    'openedOn', r.opened_on, 'status', r.status,
    'selectedProducts', json_build_object('totalCount', (select count(*) from selected_product where round_id = r.id),
      'nodes', (select json_agg(json_build_object('rank', s.rank, 'winningPrice', s.winning_price::text, 'agreedQuantity', s.agreed_quantity,
        'confidence', s.confidence, 'provenance', s.provenance,
        'product', json_build_object('code', p.code, 'name', p.name, 'brand', p.brand, 'category', p.category,
          'countingUnit', p.counting_unit, 'enterprise', json_build_object('code', e.code, 'name', e.name))) order by s.rank, s.id)
        from (select * from selected_product where round_id = r.id order by rank, id limit 50) s
        join product p on p.id = s.product_id join enterprise e on e.id = p.holder_id)))
    from round r where r.code = $1))::text as data`;

const statements = { '/rounds-in-depth': roundsInDepth, '/round': round };
const pool = openPool();

serve(async (path, values) => {
  const { rows } = await pool.query({ name: path, text: statements[path], values });
  return `{"data":${rows[0].data}}`;
});
