/** The application's role, which holds every grant; its login roles are called after it. */
export const APP = 'guidui_app'

/** The role in which persons act on /me. */
export const ME = 'guidui_me'

/**
 * The tables a rule speaks about, as common table expressions:
 *
 * - `ours`: every table but those of PostgreSQL, of the job queue and of the migrations;
 * - `tenant`: those of them that hold rows of a bureau. The others say so at the start of their comment: `Reference: `
 *   (read by all, written by the owner) or `Directory: ` (one row for something unique in the nation, reached through
 *   functions that leak nothing else);
 * - `granted`: what the application may do, verb by verb, on the table or on any column of it; `granted_me`: what a person
 *   may on /me;
 * - `policy`: what opens rows; `narrowing`: what leaves a person on /me, of those, the rows of one file.
 */
export const CATALOGUE = `
with ours as (
  select c.oid, n.nspname, c.relname, format('%s.%s', n.nspname, c.relname) as place,
         coalesce(obj_description(c.oid, 'pg_class'), '') as note, c.relrowsecurity, c.relforcerowsecurity, c.relacl
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker', 'app')
),
tenant as (
  select * from ours where note !~ '^(Reference|Directory): '
),
granted as (
  select o.oid, o.place, o.note, v.verb
    from ours o cross join (values ('select'), ('insert'), ('update'), ('delete'), ('truncate'), ('references'), ('trigger')) v (verb)
   where case when v.verb in ('select', 'insert', 'update', 'references')
              then has_any_column_privilege('${APP}', o.oid, v.verb)
              else has_table_privilege('${APP}', o.oid, v.verb) end
),
key_column as (
  select a.attrelid, a.attnum, a.attname, a.attnotnull, format_type(a.atttypid, a.atttypmod) as type, k.collname
    from pg_attribute a left join pg_collation k on k.oid = a.attcollation
   where a.attnum > 0 and not a.attisdropped
),
policy as (
  select t.oid, t.place, p.polname, p.polcmd,
         pg_get_expr(p.polqual, p.polrelid) as using_expr, pg_get_expr(p.polwithcheck, p.polrelid) as check_expr
    from tenant t join pg_policy p on p.polrelid = t.oid and p.polpermissive
),
narrowing as (
  select t.oid, p.polcmd, pg_get_expr(p.polqual, p.polrelid) as using_expr, pg_get_expr(p.polwithcheck, p.polrelid) as check_expr
    from tenant t join pg_policy p on p.polrelid = t.oid and not p.polpermissive and p.polroles = array['${ME}'::regrole::oid]
),
granted_me as (
  select o.oid, o.place, o.note, v.verb
    from ours o cross join (values ('select'), ('insert'), ('update'), ('delete'), ('truncate'), ('references'), ('trigger')) v (verb)
   where case when v.verb in ('select', 'insert', 'update', 'references')
              then has_any_column_privilege('${ME}', o.oid, v.verb)
              else has_table_privilege('${ME}', o.oid, v.verb) end
),
app_role as (
  select * from pg_roles where rolname in ('${APP}', '${ME}') or starts_with(rolname, '${APP}_') or starts_with(rolname, '${ME}_')
),
routine as (
  select p.oid, format('%s.%s', n.nspname, p.proname) as place, p.prosecdef, coalesce(p.proconfig, '{}') as proconfig
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
)`

/** A rule of the schema: `ask` (after CATALOGUE) answers one text a breach and none where all is well. */
export interface SchemaRule {
  readonly name: string
  readonly ask: string
  /** SQL that breaks the rule, and what the rule must then say: the checker is checked. */
  readonly fault: string
  readonly named: string
}

/** A tenant table as it should be, called parade.flags unless named otherwise: faults start from it. */
export const soundTable = (table = 'parade.flags', { columns = '', note = 'Flags carried on parade.' } = {}): string => {
  const name = table.split('.')[1] ?? table
  return `
create schema if not exists parade;
create table ${table} (
  bureau_code text collate "C" not null,
  id          uuid not null,
  unit_code   text collate "C" not null,
  ${columns}
  constraint ${name}_pkey primary key (bureau_code, id),
  constraint ${name}_unit_code_check check (bureau_code = left(unit_code, 6))
);
comment on table ${table} is '${note}';
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${name}_select on ${table} for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select on ${table} to ${APP};
`
}
