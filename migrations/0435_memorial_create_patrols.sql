-- Patrols of memorial facilities (烈士纪念设施巡查) and the repairs they bring about. A facility is a standing record of work
-- (kind memorialSite); here it is known by the first record of its chain, so that a correction of the record changes nothing.

create schema memorial;
grant usage on schema memorial to guidui_app;

create table memorial.patrols (
  bureau_code     text collate "C" not null,
  id              uuid             not null,
  unit_code       text collate "C" not null,
  on_day          date             not null,
  recorded_by     uuid             not null,
  recorded_at     timestamptz      not null,
  taken_back_on   date,
  taken_back_by   uuid,
  taken_back_for  text,

  constraint patrols_pkey primary key (bureau_code, id),
  constraint patrols_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint patrols_taken_back_check check (
    (taken_back_on is null) = (taken_back_by is null) and (taken_back_on is null) = (taken_back_for is null))
);
comment on table memorial.patrols is 'Rounds: one walk by one unit on one day, whatever number of facilities it came to. A wrong one is taken back, never removed.';
create index patrols_unit_idx on memorial.patrols (unit_code, on_day, id);

create table memorial.patrol_visits (
  bureau_code    text collate "C" not null,
  patrol_id      uuid             not null,
  facility_id    uuid             not null,
  unit_code      text collate "C" not null,
  on_day         date             not null,
  level          text collate "C" not null,
  defects        integer          not null,
  is_taken_back  boolean          not null default false,

  constraint patrol_visits_pkey primary key (bureau_code, patrol_id, facility_id),
  constraint patrol_visits_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint patrol_visits_defects_check check (defects >= 0),
  constraint patrol_visits_patrol_fkey foreign key (bureau_code, patrol_id) references memorial.patrols (bureau_code, id),
  constraint patrol_visits_facility_fkey foreign key (bureau_code, facility_id) references worklog.records (bureau_code, id)
);
comment on table memorial.patrol_visits is 'The facilities that a round came to, each at the unit that keeps it: rounds and visits of facilities are two figures.';
comment on column memorial.patrol_visits.level is 'The level of the facility as it was told to the indicators, so that exactly that can be taken back.';
create unique index patrol_visits_day_key on memorial.patrol_visits (bureau_code, facility_id, on_day) where not is_taken_back;
create index patrol_visits_facility_idx on memorial.patrol_visits (bureau_code, facility_id, on_day);
create index patrol_visits_unit_idx on memorial.patrol_visits (unit_code, on_day);

create table memorial.repairs (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  facility_id   uuid             not null,
  patrol_id     uuid             not null,
  item          text collate "C" not null,
  what          text             not null,
  before_photo  uuid,
  state         text collate "C" not null default 'found',
  found_on      date             not null,
  ordered_to    text,
  due_on        date,
  fixed_on      date,
  fixed_by      uuid,
  after_photo   uuid,
  closed_on     date,

  constraint repairs_pkey primary key (bureau_code, id),
  constraint repairs_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint repairs_item_check check (item in ('structure', 'inscription', 'surroundings', 'safety', 'signs', 'order')),
  constraint repairs_state_check check (state in ('found', 'ordered', 'fixed', 'accepted', 'takenBack')),
  constraint repairs_ordered_check check ((ordered_to is null) = (due_on is null) and (state not in ('ordered', 'fixed', 'accepted') or due_on is not null)),
  -- Nothing is fixed, and so nothing accepted, without a picture of it as it is now.
  constraint repairs_after_photo_check check (
    state not in ('fixed', 'accepted') or (fixed_on is not null and fixed_by is not null and after_photo is not null)),
  constraint repairs_days_check check (fixed_on >= found_on and due_on >= found_on),
  constraint repairs_closed_check check ((closed_on is not null) = (state in ('accepted', 'takenBack'))),
  constraint repairs_visit_fkey foreign key (bureau_code, patrol_id, facility_id) references memorial.patrol_visits (bureau_code, patrol_id, facility_id),
  constraint repairs_facility_fkey foreign key (bureau_code, facility_id) references worklog.records (bureau_code, id)
);
comment on table memorial.repairs is 'A defect of a facility and how it was mended: found, ordered, fixed, accepted. The row repeats what memorial.repair_steps has made of it.';
comment on column memorial.repairs.item is 'Which item of the checklist is not in order; the list is a setting of the house.';
create index repairs_facility_idx on memorial.repairs (bureau_code, facility_id, found_on);
create index repairs_visit_idx on memorial.repairs (bureau_code, patrol_id, facility_id);
create index repairs_open_idx on memorial.repairs (unit_code, found_on, id) where closed_on is null;

create table memorial.repair_steps (
  bureau_code  text collate "C" not null,
  repair_id    uuid             not null,
  number       integer          not null,
  unit_code    text collate "C" not null,
  step         text collate "C" not null,
  words        text,
  taken_on     date             not null,
  taken_by     uuid             not null,

  constraint repair_steps_pkey primary key (bureau_code, repair_id, number),
  constraint repair_steps_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint repair_steps_step_check check (step in ('found', 'ordered', 'fixed', 'returned', 'accepted', 'takenBack')),
  constraint repair_steps_repair_fkey foreign key (bureau_code, repair_id) references memorial.repairs (bureau_code, id)
);
comment on table memorial.repair_steps is 'Append-only: who did what about a defect and when.';
create index repair_steps_unit_idx on memorial.repair_steps (unit_code, taken_on);

do $$
declare
  t text;
begin
  foreach t in array array['patrols', 'patrol_visits', 'repairs', 'repair_steps'] loop
    execute format('alter table memorial.%I enable row level security', t);
    execute format('alter table memorial.%I force row level security', t);
    execute format('create policy %I on memorial.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on memorial.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    execute format('grant select, insert on memorial.%I to guidui_app', t);
  end loop;
  foreach t in array array['patrols', 'patrol_visits', 'repairs'] loop
    execute format('create policy %I on memorial.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_update', t);
  end loop;
end
$$;
grant update (taken_back_on, taken_back_by, taken_back_for) on memorial.patrols to guidui_app;
grant update (is_taken_back) on memorial.patrol_visits to guidui_app;
grant update (state, ordered_to, due_on, fixed_on, fixed_by, after_photo, closed_on) on memorial.repairs to guidui_app;
