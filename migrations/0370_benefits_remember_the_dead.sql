-- A death recorded on the wrong person stops their pay and pays a grant. When it is taken back, the months that followed are
-- looked at again: that needs to be known of them, for their file says nothing of it any more.

create table benefits.once_dead (
  bureau_code  text collate "C" not null,
  person_id    uuid             not null,
  unit_code    text collate "C" not null,
  run_id       uuid             not null,

  constraint once_dead_pkey primary key (bureau_code, person_id),
  constraint once_dead_unit_code_check check (bureau_code = left(unit_code, 6))
);
comment on table benefits.once_dead is 'People whom a month found dead by their file, and the first one that did: were it a mistake, all their months are looked at again. Append-only.';

alter table benefits.once_dead enable row level security;
alter table benefits.once_dead force row level security;
create policy once_dead_select on benefits.once_dead for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy once_dead_insert on benefits.once_dead for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on benefits.once_dead to guidui_app;
