-- Pairing (结对帮扶): what people need, who offers to help, and the agreements between them with their visits and results.

create table assistance.needs (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  person_id    uuid             not null,
  kind         text collate "C" not null,
  urgency      text collate "C" not null,
  recorded_on  date             not null,
  recorded_at  timestamptz      not null,
  recorded_by  uuid             not null,
  closed_on    date,
  closed_by    uuid,
  closed_for   text collate "C",

  constraint needs_pkey primary key (bureau_code, id),
  constraint needs_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint needs_kind_check check (kind in ('study', 'living', 'work', 'medical', 'schooling', 'housing', 'company', 'rights')),
  constraint needs_urgency_check check (urgency in ('now', 'soon', 'ordinary')),
  constraint needs_closed_check check ((closed_on is null) = (closed_by is null) and (closed_on is null) = (closed_for is null) and closed_on >= recorded_on),
  constraint needs_closed_for_check check (closed_for in ('met', 'gone', 'mistake'))
);
comment on table assistance.needs is 'The ledger of needs: what a person needs besides money, by kind alone: no words about the person are kept. One open need of a kind a person.';
create unique index needs_open_key on assistance.needs (bureau_code, person_id, kind) where closed_on is null;
create index needs_unit_idx on assistance.needs (unit_code, recorded_on);

create table assistance.helpers (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  kind          text collate "C" not null,
  name          bytea            not null,
  name_masked   text             not null,
  gives         text[]           not null,
  capacity      int              not null,
  from_on       date             not null,
  until_on      date,
  withdrawn_on  date,
  withdrawn_by  uuid,
  offered_at    timestamptz      not null,
  offered_by    uuid             not null,

  constraint helpers_pkey primary key (bureau_code, id),
  constraint helpers_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint helpers_kind_check check (kind in ('official', 'member', 'organisation', 'person')),
  constraint helpers_gives_check check (cardinality(gives) between 1 and 8 and gives <@ array['study', 'living', 'work', 'medical', 'schooling', 'housing', 'company', 'rights']),
  constraint helpers_capacity_check check (capacity between 1 and 1000),
  constraint helpers_days_check check (until_on >= from_on),
  constraint helpers_withdrawn_check check ((withdrawn_on is null) = (withdrawn_by is null))
);
comment on table assistance.helpers is 'Offers of help: leading officials, party members, organisations and others, with what they can give and to how many.';
comment on column assistance.helpers.name is 'The helper, encrypted; name_masked is what a page shows: an organisation in full, of a person the surname.';
create index helpers_unit_idx on assistance.helpers (unit_code, offered_at);

create table assistance.pairings (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  person_id     uuid             not null,
  helper_id     uuid             not null,
  kinds         text[]           not null,
  began_on      date             not null,
  until_on      date             not null,
  answers_by    uuid             not null,
  answers_name  text             not null,
  renews_id     uuid,
  recorded_at   timestamptz      not null,
  ended_on      date,
  ended_by      uuid,
  ended_for     text collate "C",

  constraint pairings_pkey primary key (bureau_code, id),
  constraint pairings_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint pairings_kinds_check check (cardinality(kinds) between 1 and 8 and kinds <@ array['study', 'living', 'work', 'medical', 'schooling', 'housing', 'company', 'rights']),
  constraint pairings_days_check check (until_on > began_on and ended_on >= began_on),
  constraint pairings_ended_check check ((ended_on is null) = (ended_by is null) and (ended_on is null) = (ended_for is null)),
  constraint pairings_ended_for_check check (ended_for in ('met', 'renewed', 'personLeft', 'helperLeft', 'notWorking')),
  constraint pairings_renews_key unique (bureau_code, renews_id),
  constraint pairings_helper_fkey foreign key (bureau_code, helper_id) references assistance.helpers (bureau_code, id),
  constraint pairings_renews_fkey foreign key (bureau_code, renews_id) references assistance.pairings (bureau_code, id)
);
comment on table assistance.pairings is 'Agreements between one person and one helper: from, until, for what, and who of the service answers for it. A renewal is the next agreement and names the one before it.';
create unique index pairings_standing_key on assistance.pairings (bureau_code, person_id, helper_id) where ended_on is null;
create index pairings_helper_idx on assistance.pairings (bureau_code, helper_id);
create index pairings_unit_idx on assistance.pairings (unit_code, began_on);

create table assistance.pairing_visits (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  pairing_id   uuid             not null,
  visited_on   date             not null,
  way          text collate "C" not null,
  met          text[]           not null,
  result       text collate "C" not null,
  recorded_at  timestamptz      not null,
  recorded_by  uuid             not null,

  constraint pairing_visits_pkey primary key (bureau_code, id),
  constraint pairing_visits_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint pairing_visits_way_check check (way in ('home', 'phone', 'online')),
  constraint pairing_visits_result_check check (result in ('better', 'same', 'worse')),
  constraint pairing_visits_pairing_fkey foreign key (bureau_code, pairing_id) references assistance.pairings (bureau_code, id)
);
comment on table assistance.pairing_visits is 'Append-only: visits of a helper under an agreement, which needs they met and how the person fares. Not a visit of the service, which is casework''s.';
create index pairing_visits_pairing_idx on assistance.pairing_visits (bureau_code, pairing_id, visited_on);
create index pairing_visits_unit_idx on assistance.pairing_visits (unit_code, visited_on);

do $$
declare
  t text;
begin
  foreach t in array array['needs', 'helpers', 'pairings', 'pairing_visits'] loop
    execute format('alter table assistance.%I enable row level security', t);
    execute format('alter table assistance.%I force row level security', t);
    execute format('create policy %I on assistance.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on assistance.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    execute format('grant select, insert on assistance.%I to guidui_app', t);
  end loop;
  foreach t in array array['needs', 'helpers', 'pairings'] loop
    execute format('create policy %I on assistance.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_update', t);
  end loop;
end
$$;
grant update (closed_on, closed_by, closed_for) on assistance.needs to guidui_app;
grant update (withdrawn_on, withdrawn_by) on assistance.helpers to guidui_app;
grant update (ended_on, ended_by, ended_for) on assistance.pairings to guidui_app;
