-- Persons counted once over any months. presence says in which months a person counted at a unit; links, for every node
-- from the township up, how many persons counted in a month and last before that in an earlier one. The distinct persons
-- of the months a to b are the links with a month in a to b and prev_month before a.

create table indicators.presence (
  bureau_code  text collate "C" not null,
  unit_code    text collate "C" not null,
  measure      text collate "C" not null,
  person_id    uuid             not null,
  months       smallint[]       not null,
  nets         integer[]        not null,

  constraint presence_pkey primary key (bureau_code, unit_code, measure, person_id),
  constraint presence_unit_code_check check (bureau_code = left(unit_code, 6))
);
create index presence_unit_idx on indicators.presence (unit_code, measure);
create index presence_person_idx on indicators.presence (person_id, measure);
comment on table indicators.presence is 'In which months a person counted at a unit. months are those with a net above zero; nets are pairs of month and net for every month whose net is not 1.';

alter table indicators.presence enable row level security;
alter table indicators.presence force row level security;
create policy presence_select on indicators.presence for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy presence_insert on indicators.presence for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy presence_update on indicators.presence for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy presence_delete on indicators.presence for delete
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert, update, delete on indicators.presence to guidui_app;

create table indicators.links (
  bureau_code  text collate "C" not null,
  unit_code    text collate "C" not null,
  measure      text collate "C" not null,
  month        smallint         not null,
  prev_month   smallint         not null,
  persons      bigint           not null,

  constraint links_pkey primary key (bureau_code, unit_code, measure, month, prev_month),
  constraint links_unit_code_check check (bureau_code = left(unit_code, 6))
) with (fillfactor = 80);
comment on table indicators.links is 'How many persons counted at a node in a month, by the month before in which they last did (0: never before). Months are numbered year × 12 + month − 1.';

alter table indicators.links enable row level security;
alter table indicators.links force row level security;
create policy links_select on indicators.links for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy links_insert on indicators.links for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy links_update on indicators.links for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy links_delete on indicators.links for delete
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert, update, delete on indicators.links to guidui_app;
