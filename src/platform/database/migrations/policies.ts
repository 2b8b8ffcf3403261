/** A caller's role in the database, without its prefix. */
export type RoleName = (typeof everyone)[number];

export const everyone = ['anonymous', 'expert', 'approver', 'enterprise', 'institution', 'agency', 'settlement', 'auditor'] as const;
/** They see a round while it is prepared, and whatever comes of it. */
export const preparing: readonly RoleName[] = ['expert', 'approver', 'auditor'];
export const others = (than: readonly RoleName[]) => everyone.filter((role) => !than.includes(role));

const setting = (name: string) => `nullif(current_setting('accord.${name}', true), '')`;
export const inAct = (...acts: readonly string[]) => `${setting('act')} in (${acts.map((act) => `'${act}'`).join(', ')})`;
// A subquery of its own is asked once for a statement, a setting in the condition once for each row.
export const ownEnterprise = `enterprise_id = (select e.id from enterprise e where e.code = ${setting('enterprise')})`;
export const ownInstitution = `institution_id = (select i.id from institution i where i.code = ${setting('institution')})`;
export const ownArea = `area_code = (select ${setting('area')})`;
/** The row that an answer tells of because it was just recorded. */
export const justRecorded = `(select ${setting('recorded')}::uuid)`;
/** Nobody proposes or decides in the name of another. */
export const person = `(select ${setting('person')})`;
export const ownKey = `caller = (select ${setting('caller')})`;

/** Puts new tables behind the second wall: nobody may anything, but the operator. */
export function walled(tables: string): string {
  return tables
    .split(', ')
    .map(
      (table) => `
      alter table ${table} enable row level security, force row level security;
      revoke all on table ${table} from public;
      grant select, insert, update, delete on table ${table} to accord_operator;
      create policy operator_all on ${table} to accord_operator using (true) with check (true);`,
    )
    .join('\n');
}

type Grant = (table: string, to: string) => string;

function forEach(tables: string, to: readonly RoleName[], grant: Grant): string {
  const names = to.map((role) => `accord_${role}`).join(', ');
  return tables
    .split(', ')
    .map((table) => grant(table, names))
    .join('\n');
}

/** One policy for each role and command; those of roles with the same condition stand in one line of the catalog. */
const policy = (table: string, command: string, to: string, condition: string) =>
  `create policy ${command}_${to.split(', ')[0]!.replace('accord_', '')} on ${table} for ${command} to ${to} ${condition};`;

/** Everyone may ask: who has no policy finds nothing, as if nothing were there. */
export function sees(tables: string, to: readonly RoleName[], condition: string): string {
  const all = everyone.map((role) => `accord_${role}`).join(', ');
  return forEach(
    tables,
    to,
    (table, names) => `grant select on ${table} to ${all};\n${policy(table, 'select', names, `using (${condition})`)}`,
  );
}

export function mayInsert(tables: string, to: readonly RoleName[], condition: string): string {
  return forEach(
    tables,
    to,
    (table, names) => `grant insert on ${table} to ${names};\n${policy(table, 'insert', names, `with check (${condition})`)}`,
  );
}

export function mayUpdate(tables: string, to: readonly RoleName[], columns: string, condition: string, check: string): string {
  return forEach(
    tables,
    to,
    (table, names) =>
      `grant update (${columns}) on ${table} to ${names};\n${policy(table, 'update', names, `using (${condition}) with check (${check})`)}`,
  );
}
