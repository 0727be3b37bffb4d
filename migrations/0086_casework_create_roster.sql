-- Which duty lawyer sits when: a roster of days, and no constant. It names no client.

create table casework.roster_slots (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  on_day       date             not null,
  from_time    time             not null,
  until_time   time             not null,
  lawyer       text             not null,
  set_by       uuid             not null,
  set_at       timestamptz      not null,

  constraint roster_slots_pkey primary key (bureau_code, id),
  constraint roster_slots_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint roster_slots_times_check check (from_time < until_time),
  constraint roster_slots_lawyer_check check (char_length(lawyer) between 2 and 40),
  constraint roster_slots_once unique (bureau_code, unit_code, on_day, from_time, lawyer)
);
comment on table casework.roster_slots is 'Who sits as duty lawyer at a centre, on which day and from when until when. A day is set as a whole; what was set before stands in the journal.';
create index roster_slots_days_idx on casework.roster_slots (unit_code, on_day);

alter table casework.roster_slots enable row level security;
alter table casework.roster_slots force row level security;
-- The stations of a county read when its centre has a lawyer: the range begins with the bureau, and ends where the reader's ends.
create policy roster_slots_select on casework.roster_slots for select
  using (bureau_code >= left(app.scope_lo(), 6) and unit_code < app.scope_hi());
create policy roster_slots_insert on casework.roster_slots for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy roster_slots_delete on casework.roster_slots for delete
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert, delete on casework.roster_slots to guidui_app;
