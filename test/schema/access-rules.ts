import { APP, ME, type SchemaRule, soundTable } from './catalogue.ts'

/** The only functions that run with their owner's rights and that the application may call; each is a door that somebody looked at. */
const DOORS = [
  'access.bind_person',
  'access.bindings_of',
  'access.end_bindings',
  'access.end_personal_session',
  'access.end_sign_on',
  'access.find_login',
  'access.find_personal_session',
  'access.find_session',
  'access.find_sign_on',
  'access.follow_merge',
  'access.open_bound_file',
  'access.open_personal_session',
  'access.personal_among',
  'access.put_phone_code',
  'access.return_guess',
  'access.sweep',
  'access.sweep_personal',
  'access.take_guess',
  'access.use_phone_code',
  'app.add_job',
  'benefits.rates_above',
  'casework.find_household_holder',
  'casework.follow_file',
  'assistance.follow_file',
  'assistance.follow_station',
  'assistance.rates_at',
  'casework.follow_matters',
  'casework.follow_merge',
  'casework.follow_station',
  'casework.list_duties',
  'indicators.folded_up_to',
  'ledger.allocations_to',
  'ledger.answers_of_lines',
  'network.count_open_units',
  'network.find_door',
  'network.open_awards',
  'network.open_units',
  'placement.clear_draft_posts',
  'placement.follow_file',
  'placement.follow_merge',
  'placement.hold_own_round',
  'placement.own_desk',
  'placement.own_turns',
  'placement.say_own_list',
  'placement.say_own_turn',
  'registry.claim_citizen',
  'registry.claim_citizens',
  'registry.count_for_planner',
  'registry.find_citizen',
  'registry.find_citizens',
  'registry.find_home',
  'registry.hand_on',
  'registry.move_citizen',
  'registry.open_transfer',
  'registry.release_citizen',
  'registry.settle_transfer',
  'registry.suspect_twins',
  'spine.append_leaf',
  'worklog.count_open_sites',
  'worklog.kinds_at',
  'worklog.list_open_sites',
  'worklog.open_site_levels',
]

const VERB_OF = `case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' end`
const SCOPE = `unit_code >= app.scope_lo() and unit_code < app.scope_hi()`

/** Who sees and does what, as the database itself holds it. */
export const ACCESS_RULES: readonly SchemaRule[] = [
  {
    name: 'row-level security is enabled and forced on every tenant table',
    ask: `select place from tenant where not (relrowsecurity and relforcerowsecurity)`,
    fault: `${soundTable()} alter table parade.flags no force row level security`,
    named: 'parade.flags',
  },
  {
    name: 'every verb that is granted has a policy',
    ask: `
      select g.place || ' ' || g.verb from granted g join tenant t using (oid)
       where g.verb in ('select', 'insert', 'update', 'delete')
         and not exists (select from policy p where p.oid = g.oid and (p.polcmd = '*' or ${VERB_OF} = g.verb))`,
    fault: `${soundTable()} grant update (unit_code) on parade.flags to ${APP}`,
    named: 'parade.flags update',
  },
  {
    name: 'every policy asks for the range of the transaction, or for its account',
    ask: `
      select p.place || ' ' || p.polname from policy p cross join lateral (values (p.using_expr), (p.check_expr)) e (expr)
       where e.expr is not null
         and not (e.expr ~ '>= .*app\\.scope_lo\\(\\)' and e.expr ~ '< app\\.scope_hi\\(\\)')
         and e.expr !~ '= app\\.account_id\\(\\)'`,
    fault: `${soundTable()} create policy flags_all_select on parade.flags for select using (true)`,
    named: 'parade.flags flags_all_select',
  },
  {
    name: 'a person on /me reaches only the rows of one file, or what the own account left',
    ask: `
      select g.place from granted_me g join tenant t using (oid)
       where not exists (select from narrowing n
               where n.oid = g.oid and n.polcmd = '*'
                 and n.using_expr ~ 'app\\.(person|account)_id\\(\\)' and n.check_expr ~ 'app\\.(person|account)_id\\(\\)'
                 and concat(n.using_expr, n.check_expr) !~* '\\m(or|coalesce|case|select)\\M')`,
    fault: `${soundTable()} grant select on parade.flags to ${ME}`,
    named: 'parade.flags',
  },
  {
    name: 'a person on /me may do nothing that an office may not',
    ask: `
      select m.place || ' ' || m.verb from granted_me m left join granted g using (oid, verb) where g.oid is null
      union all select r.place from routine r where has_function_privilege('${ME}', r.oid, 'execute') and not has_function_privilege('${APP}', r.oid, 'execute')`,
    fault: `${soundTable()} grant delete on parade.flags to ${ME}`,
    named: 'parade.flags delete',
  },
  {
    name: 'no policy offers a way around its range',
    ask: `
      select p.place || ' ' || p.polname from policy p
       where concat(p.using_expr, ' ', p.check_expr) ~* '\\m(or|coalesce|case)\\M'`,
    fault: `${soundTable()} create policy flags_or_select on parade.flags for select using ((${SCOPE}) or unit_code = '0')`,
    named: 'parade.flags flags_or_select',
  },
  {
    name: 'no policy holds a subquery or reads a setting itself',
    ask: `
      select p.place || ' ' || p.polname from policy p
       where concat(p.using_expr, ' ', p.check_expr) ~* '\\m(select|current_setting)\\M'`,
    fault: `${soundTable()} create policy flags_asking_select on parade.flags for select
      using (unit_code >= (select app.scope_lo()) and unit_code < app.scope_hi())`,
    named: 'parade.flags flags_asking_select',
  },
  {
    name: 'a policy that writes says WITH CHECK',
    ask: `select place || ' ' || polname from policy where polcmd in ('a', 'w', '*') and check_expr is null`,
    fault: `${soundTable()} create policy flags_update on parade.flags for update using (${SCOPE})`,
    named: 'parade.flags flags_update',
  },
  {
    name: 'an append-only table grants select and insert only',
    ask: `select place || ' ' || verb from granted where note ~* 'append-only' and verb not in ('select', 'insert')`,
    fault: `${soundTable('parade.flags', { note: 'Append-only flags.' })} grant delete on parade.flags to ${APP}`,
    named: 'parade.flags delete',
  },
  {
    name: 'a reference table is only read',
    ask: `select place || ' ' || verb from granted where note ~ '^Reference: ' and verb <> 'select'`,
    fault: `
      create schema parade; create table parade.colours (name text primary key);
      comment on table parade.colours is 'Reference: colours.'; grant insert on parade.colours to ${APP}`,
    named: 'parade.colours insert',
  },
  {
    name: 'a directory table is never read or changed but through a function',
    ask: `select place || ' ' || verb from granted where note ~ '^Directory: ' and verb <> 'insert'`,
    fault: `
      create schema parade; create table parade.bearers (name text primary key);
      comment on table parade.bearers is 'Directory: who carries what.'; grant select on parade.bearers to ${APP}`,
    named: 'parade.bearers select',
  },
  {
    name: 'nobody may truncate, reference or put a trigger on a table, and nothing is granted to everyone',
    ask: `
      select place || ' ' || verb from granted where verb in ('truncate', 'references', 'trigger')
      union all select o.place || ' ' || lower(a.privilege_type) from ours o cross join lateral aclexplode(o.relacl) a where a.grantee = 0`,
    fault: `${soundTable()} grant select on parade.flags to public`,
    named: 'parade.flags select',
  },
  {
    name: 'the application owns nothing',
    ask: `
      select r.rolname || ' ' || d.classid::regclass || ' ' || d.objid from app_role r
        join pg_shdepend d on d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o'
       where d.dbid in (0, (select oid from pg_database where datname = current_database()))`,
    fault: `${soundTable()} grant create, usage on schema parade to ${APP}; alter table parade.flags owner to ${APP}`,
    named: `${APP} pg_class`,
  },
  {
    name: 'the roles of the application have no power beyond their grants',
    ask: `
      select r.rolname from app_role r where r.rolsuper or r.rolbypassrls or r.rolcreatedb or r.rolcreaterole or r.rolreplication
      union all select r.rolname || ' in ' || g.rolname from app_role r
        join pg_auth_members m on m.member = r.oid join pg_roles g on g.oid = m.roleid where g.rolname <> '${APP}' and not (g.rolname = '${ME}' and starts_with(r.rolname, '${ME}_'))`,
    fault: `create role ${APP}_of_the_fault login bypassrls`,
    named: `${APP}_of_the_fault`,
  },
  {
    name: 'every view sees with the eyes of who asks',
    ask: `
      select format('%s.%s', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'v' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
         and not coalesce(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on,security_invoker=1}'`,
    fault: `${soundTable()} create view parade.shown as select * from parade.flags`,
    named: 'parade.shown',
  },
  {
    name: 'no materialised view keeps a copy out of reach of the policies',
    ask: `
      select format('%s.%s', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'm' and n.nspname !~ '^pg_'`,
    fault: `${soundTable()} create materialized view parade.kept as select * from parade.flags`,
    named: 'parade.kept',
  },
  {
    name: 'the application reaches the rights of the owner through listed functions only',
    ask: `
      select place from routine
       where prosecdef and has_function_privilege('${APP}', oid, 'execute') and place not in (${DOORS.map((name) => `'${name}'`).join(', ')})`,
    fault: `create schema parade; create function parade.peek() returns int language sql security definer set search_path = '' return 1`,
    named: 'parade.peek',
  },
  {
    name: 'a function with the rights of its owner fixes its search path, to nothing that anybody can write to',
    ask: `select place from routine where prosecdef and not proconfig && array['search_path=""', 'search_path=pg_catalog, pg_temp']`,
    fault: `create schema parade; create function parade.peek() returns int language sql security definer return 1`,
    named: 'parade.peek',
  },
  {
    name: 'a function with the rights of its owner is not for everyone',
    ask: `select place from routine where prosecdef and has_function_privilege('public', oid, 'execute')`,
    fault: `create schema parade; create function parade.peek() returns int language sql security definer set search_path = '' return 1`,
    named: 'parade.peek',
  },
]
