// One prepared statement by index behind node:http: the least that a look-up of what was known by a moment costs.

import { openPool, serve } from './process.mjs';

const pool = openPool({ types: { getTypeParser: () => (text) => text } });
const text = `select s.amount, s.basis, s.in_scope = true as in_scope, s.valid_from, s.valid_to from payment_standard s join product p on p.id = s.product_id
  where p.code = $1 and s.area_code = $2 and s.valid_from <= $3 and (s.valid_to is null or s.valid_to > $3)
    and s.recorded_at <= $4 and (s.superseded_at is null or s.superseded_at > $4)`;

serve(async (_path, values) => {
  const { rows } = await pool.query({ name: 'standard', text, values });
  const [row] = rows;
  const paymentStandard = {
    amount: row.amount,
    basis: row.basis,
    inScope: row.in_scope === 't',
    validFrom: row.valid_from,
    validTo: row.valid_to,
    reason: null,
  };
  return JSON.stringify({ data: { paymentStandard } });
});
