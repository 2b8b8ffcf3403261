import type { Pool } from 'pg';

/** What must hold in the catalog for the second wall to stand, as questions whose every row is a hole. */
const questions: Readonly<Record<string, string>> = {
  'no row-level security': `select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`,
  'a view that asks as its owner': `select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)`,
  'a materialised view that roles may read': `select c.relname from pg_class c, aclexplode(c.relacl) a
    where c.relkind = 'm' and a.grantee <> c.relowner`,
  'a function that runs as its owner': `select p.proname from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
      and (coalesce(array_to_string(p.proconfig, ','), '') !~ 'search_path=' or has_function_privilege('accord_anonymous', p.oid, 'execute'))`,
  'a right of everybody': `select c.relname || ' ' || a.privilege_type from pg_class c, aclexplode(c.relacl) a
    where c.relnamespace = 'public'::regnamespace and a.grantee = 0`,
  'a role that passes the wall': `select rolname from pg_roles where rolname like 'accord\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
  'a role of a caller that owns something': `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'accord\\_%'`,
  'a login that has a role without taking it': `select rolname from pg_roles where rolname like 'accord\\_server%' and rolinherit`,
  'a login that may be the operator or the owner': `select m.rolname from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
    where m.rolname like 'accord\\_%' and (g.rolname = 'accord_operator' or g.rolname not like 'accord\\_%')`,
  'two policies for one role and command': `select c.relname || ' ' || p.polcmd::text || ' ' || r::regrole::text from pg_policy p join pg_class c on c.oid = p.polrelid, unnest(p.polroles) r
    group by c.relname, p.polcmd, r having count(*) > 1`,
  'a policy for everybody': `select c.relname from pg_policy p join pg_class c on c.oid = p.polrelid where 0 = any (p.polroles)`,
  'a policy that asks who asks': `select c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
    where concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ~* 'current_user|session_user|current_role|pg_has_role|accord\\.role'`,
  'a policy that takes a missing setting for a value': `select c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
    where regexp_replace(concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)), 'NULLIF\\(current_setting\\(''[a-z.]+''::text, true\\), ''''::text\\)', '', 'gi') ~* 'current_setting'`,
  'what evaluation says in a row that is seen before it': `select c.relname || ' ' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relname in ('bid', 'lot') and not a.attisdropped
      and a.attname in ('outcome', 'rank', 'findings', 'explanation', 'share_percent')`,
  'a caller that may remove rows': `select c.relname || ' ' || g.rolname from pg_class c, aclexplode(c.relacl) a join pg_roles g on g.oid = a.grantee
    where c.relnamespace = 'public'::regnamespace and a.privilege_type in ('DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES')
      and g.rolname like 'accord\\_%' and g.rolname <> 'accord_operator'`,
  'a caller that may change whole rows': `select c.relname || ' ' || g.rolname from pg_class c, aclexplode(c.relacl) a join pg_roles g on g.oid = a.grantee
    where c.relnamespace = 'public'::regnamespace and a.privilege_type = 'UPDATE' and g.rolname like 'accord\\_%' and g.rolname <> 'accord_operator'`,
};

/** Every hole in the second wall of a database: the kind of it and where it is. */
export async function holes(pool: Pool): Promise<string[]> {
  const found: string[] = [];
  for (const [kind, question] of Object.entries(questions)) {
    const { rows } = await pool.query<Record<string, string>>(question);
    found.push(...rows.map((row) => `${kind}: ${Object.values(row).join(' ')}`));
  }
  return found;
}
