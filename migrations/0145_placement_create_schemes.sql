-- Versions of the score table that a county has entered. One officer enters, another lets it take effect.

create table placement.schemes (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  version       text             not null,
  leaving_from  date             not null,
  scheme        jsonb            not null,
  entered_on    date             not null,
  entered_at    timestamptz      not null,
  entered_by    uuid             not null,
  approved_at   timestamptz,
  approved_by   uuid,

  constraint schemes_pkey primary key (bureau_code, id),
  constraint schemes_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint schemes_approved_check check ((approved_at is null) = (approved_by is null)),
  constraint schemes_two_people_check check (approved_by is null or approved_by <> entered_by),
  constraint schemes_version_once unique (bureau_code, unit_code, version)
);
comment on table placement.schemes is 'Versions of the score table beside those of data/placement: a version is for who leaves from a day on, and counts once somebody else has approved it.';
create index schemes_unit_idx on placement.schemes (unit_code, leaving_from);

alter table placement.schemes enable row level security;
alter table placement.schemes force row level security;
create policy schemes_select on placement.schemes for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy schemes_insert on placement.schemes for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy schemes_update on placement.schemes for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on placement.schemes to guidui_app;
grant update (approved_at, approved_by) on placement.schemes to guidui_app;
