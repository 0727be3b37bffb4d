-- Rate tables of pensions and subsidies that an office has entered from a notice: the floors of the nation come with the
-- program (data/benefits), a place pays at least these. One officer enters, another takes into force.

create schema benefits;
grant usage on schema benefits to guidui_app;

create table benefits.rate_tables (
  bureau_code     text collate "C" not null,
  id              uuid             not null,
  unit_code       text collate "C" not null,
  version         text             not null,
  layer           text collate "C" not null,
  effective_from  date             not null,
  effective_to    date,
  notice          jsonb            not null,
  entered_on      date             not null,
  entered_at      timestamptz      not null,
  entered_by      uuid             not null,
  approved_on     date,
  approved_at     timestamptz,
  approved_by     uuid,
  withdrawn_at    timestamptz,
  withdrawn_by    uuid,

  constraint rate_tables_pkey primary key (bureau_code, id),
  constraint rate_tables_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint rate_tables_layer_check check (layer in ('national', 'local')),
  constraint rate_tables_days_check check (effective_to is null or effective_to >= effective_from),
  constraint rate_tables_approved_check check ((approved_at is null) = (approved_by is null) and (approved_at is null) = (approved_on is null)),
  constraint rate_tables_withdrawn_check check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint rate_tables_settled_once_check check (approved_by is null or withdrawn_by is null),
  constraint rate_tables_two_people_check check (approved_by is null or approved_by <> entered_by)
);
comment on table benefits.rate_tables is 'Notices of rates as entered: a table counts once somebody else has approved it, and from effective_from on. What was computed before approved_on did not know of it: the difference is back-pay.';
comment on column benefits.rate_tables.notice is 'Title, issuer, source document and the amounts, in fen: contract Notice.';
create unique index rate_tables_version_key on benefits.rate_tables (bureau_code, unit_code, version) where withdrawn_at is null;
create index rate_tables_unit_idx on benefits.rate_tables (unit_code, effective_from);

alter table benefits.rate_tables enable row level security;
alter table benefits.rate_tables force row level security;
create policy rate_tables_select on benefits.rate_tables for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy rate_tables_insert on benefits.rate_tables for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy rate_tables_update on benefits.rate_tables for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on benefits.rate_tables to guidui_app;
grant update (approved_on, approved_at, approved_by, withdrawn_at, withdrawn_by) on benefits.rate_tables to guidui_app;

create function benefits.rates_above(p_place text) returns table (id uuid, unit_code text, notice jsonb, approved_on date)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select t.id, t.unit_code, t.notice, t.approved_on from benefits.rate_tables t
   where t.approved_on is not null
     and t.unit_code in ('000000000000', left(p_place, 2) || '0000000000', left(p_place, 4) || '00000000', left(p_place, 6) || '000000')
     and t.unit_code <> p_place
$$;
comment on function benefits.rates_above is 'Rate tables in force of the places above one: public notices, which whoever pays there must know.';
revoke all on function benefits.rates_above from public;
grant execute on function benefits.rates_above to guidui_app;
