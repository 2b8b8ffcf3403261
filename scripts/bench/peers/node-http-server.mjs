// Look-ups by code behind bare node:http: the least that an answer over HTTP from this database can cost.

import { openPool, serve } from './process.mjs';

const pool = openPool();
const one = { name: 'one', text: 'select code, name, level from institution where code = $1' };
const many = { name: 'many', text: 'select code, name, level from institution where code = any($1)' };

/** Under the names by which the GraphQL servers answer: the field alone, or numbered aliases. */
async function lookUp(codes) {
  if (codes.length === 1) return { institution: (await pool.query({ ...one, values: codes })).rows[0] ?? null };
  const found = new Map((await pool.query({ ...many, values: [codes] })).rows.map((row) => [row.code, row]));
  return Object.fromEntries(codes.map((code, index) => [`at${index}`, found.get(code) ?? null]));
}

serve(async (_path, codes) => JSON.stringify({ data: await lookUp(codes) }));
