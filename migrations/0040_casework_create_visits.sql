-- Visits: planned, done, corrected by a counter-record. One visit may see several persons.

create schema casework;
grant usage on schema casework to guidui_app;

create table casework.visits (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  made_by_unit  text collate "C" not null,
  done_on       date             not null,
  reason        text collate "C" not null,
  way           text collate "C" not null,
  deliveries    text[]           not null default '{}',
  goods         text,
  goods_value_fen bigint         not null default 0,
  note          bytea,
  photo_ids     uuid[]           not null default '{}',
  plan_id       uuid,
  corrects_id   uuid,
  is_counter    boolean          not null default false,
  counter_reason text,
  recorded_by   uuid             not null,
  recorded_at   timestamptz      not null,

  constraint visits_pkey primary key (bureau_code, id),
  constraint visits_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint visits_way_check check (way in ('home', 'phone', 'station', 'video')),
  constraint visits_goods_value_check check (goods_value_fen >= 0),
  constraint visits_counter_check check (is_counter = (counter_reason is not null)),
  constraint visits_corrects_fkey foreign key (bureau_code, corrects_id) references casework.visits (bureau_code, id),
  constraint visits_corrected_once unique (bureau_code, corrects_id, is_counter)
);
comment on table casework.visits is 'Append-only visits. A mistake is answered by a counter-record (is_counter) that names the first in corrects_id, and where needed a new visit that names it too.';
comment on column casework.visits.unit_code is 'The station that served these persons on that day; made_by_unit is the unit of whoever recorded it, which may stand above.';
comment on column casework.visits.note is 'What was seen and heard, encrypted.';
create index visits_unit_code_idx on casework.visits (unit_code, done_on);
create index visits_corrects_idx on casework.visits (bureau_code, corrects_id);

create table casework.visit_people (
  bureau_code  text collate "C" not null,
  visit_id     uuid             not null,
  person_id    uuid             not null,
  unit_code    text collate "C" not null,
  done_on      date             not null,

  constraint visit_people_pkey primary key (bureau_code, visit_id, person_id),
  constraint visit_people_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint visit_people_visit_fkey foreign key (bureau_code, visit_id) references casework.visits (bureau_code, id),
  constraint visit_people_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id)
);
comment on table casework.visit_people is 'Append-only: who was seen on a visit.';
create index visit_people_person_idx on casework.visit_people (bureau_code, person_id, done_on);
create index visit_people_unit_code_idx on casework.visit_people (unit_code, done_on);

create table casework.visit_plans (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  person_id    uuid             not null,
  reason       text collate "C" not null,
  rule_code    text collate "C",
  due_on       date             not null,
  status       text collate "C" not null default 'due',
  visit_id     uuid,
  planned_by   uuid,
  planned_at   timestamptz      not null,
  dropped_reason text,

  constraint visit_plans_pkey primary key (bureau_code, id),
  constraint visit_plans_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint visit_plans_status_check check (status in ('due', 'done', 'dropped')),
  constraint visit_plans_done_check check ((status = 'done') = (visit_id is not null)),
  constraint visit_plans_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id),
  constraint visit_plans_visit_fkey foreign key (bureau_code, visit_id) references casework.visits (bureau_code, id)
);
comment on table casework.visit_plans is 'Visits that are due: from a contact-frequency rule (rule_code) or planned by hand.';
create index visit_plans_due_idx on casework.visit_plans (unit_code, status, due_on);
create index visit_plans_person_idx on casework.visit_plans (bureau_code, person_id, status);
create index visit_plans_visit_idx on casework.visit_plans (bureau_code, visit_id);

do $$
declare
  t text;
begin
  foreach t in array array['visits', 'visit_people', 'visit_plans'] loop
    execute format('alter table casework.%I enable row level security', t);
    execute format('alter table casework.%I force row level security', t);
    execute format('create policy %I on casework.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on casework.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    execute format('grant select, insert on casework.%I to guidui_app', t);
  end loop;
end
$$;
create policy visit_plans_update on casework.visit_plans for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant update on casework.visit_plans to guidui_app;
