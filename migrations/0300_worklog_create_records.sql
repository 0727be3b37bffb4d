-- Records of work by any kind of the catalogue: what was done, and what stands since a day. A mistake is answered by a
-- counter-record; nothing is ever changed.

create schema worklog;
grant usage on schema worklog to guidui_app;

create table worklog.kinds (
  bureau_code   text collate "C" not null,
  unit_code     text collate "C" not null,
  code          text collate "C" not null,
  version       integer          not null,
  declaration   jsonb            not null,
  retired       boolean          not null default false,
  retired_reason text,
  made_by       uuid             not null,
  made_at       timestamptz      not null,

  constraint kinds_pkey primary key (bureau_code, code, version),
  constraint kinds_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint kinds_version_check check (version > 0),
  constraint kinds_retired_check check (retired = (retired_reason is not null))
);
comment on table worklog.kinds is 'Append-only: kinds of record that an office made for its own range and below, version by version. The last version says whether the kind is retired.';
comment on column worklog.kinds.declaration is 'The form: contract WorkKind.';
create index kinds_unit_code_idx on worklog.kinds (unit_code, code, version);

create table worklog.records (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  made_by_unit  text collate "C" not null,
  kind          text collate "C" not null,
  kind_version  integer          not null,
  on_day        date             not null,
  until_day     date,
  field_values  jsonb            not null default '{}',
  notes         bytea,
  organisation  text,
  uscc          text collate "C",
  facts         jsonb            not null,
  corrects_id   uuid,
  is_counter    boolean          not null default false,
  counter_reason text,
  import_key    bytea,
  recorded_by   uuid             not null,
  recorded_at   timestamptz      not null,

  constraint records_pkey primary key (bureau_code, id),
  constraint records_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint records_days_check check (until_day is null or until_day > on_day),
  constraint records_counter_check check (is_counter = (counter_reason is not null)),
  constraint records_corrects_fkey foreign key (bureau_code, corrects_id) references worklog.records (bureau_code, id),
  constraint records_corrected_once unique (bureau_code, corrects_id, is_counter),
  constraint records_import_key unique (bureau_code, import_key)
);
comment on table worklog.records is 'Append-only records of work. A mistake is answered by a counter-record (is_counter) that names the first in corrects_id, and where needed a new record that names it too.';
comment on column worklog.records.until_day is 'Of a state whose end was known when it was recorded: the first day on which it no longer stood.';
comment on column worklog.records.notes is 'The answers in free writing, encrypted as one document.';
comment on column worklog.records.facts is 'What it told the indicators, so that exactly that can be taken back whatever becomes of its kind.';
comment on column worklog.records.import_key is 'What a row of a sheet says, hashed: the same sheet again brings nothing new.';
create index records_unit_code_idx on worklog.records (unit_code, on_day, id);
create index records_kind_idx on worklog.records (kind, unit_code, on_day, id);
create index records_corrects_idx on worklog.records (bureau_code, corrects_id);

create table worklog.record_people (
  bureau_code  text collate "C" not null,
  record_id    uuid             not null,
  person_id    uuid             not null,
  unit_code    text collate "C" not null,

  constraint record_people_pkey primary key (bureau_code, record_id, person_id),
  constraint record_people_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint record_people_record_fkey foreign key (bureau_code, record_id) references worklog.records (bureau_code, id),
  constraint record_people_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id)
);
comment on table worklog.record_people is 'Append-only: whom a record of work names.';
create index record_people_person_idx on worklog.record_people (bureau_code, person_id);

create table worklog.state_ends (
  bureau_code  text collate "C" not null,
  record_id    uuid             not null,
  unit_code    text collate "C" not null,
  ended_on     date             not null,
  reason       text             not null,
  recorded_by  uuid             not null,
  recorded_at  timestamptz      not null,

  constraint state_ends_pkey primary key (bureau_code, record_id),
  constraint state_ends_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint state_ends_record_fkey foreign key (bureau_code, record_id) references worklog.records (bureau_code, id)
);
comment on table worklog.state_ends is 'Append-only: when a state ended that was recorded without an end. A wrong end is answered by correcting the record.';

do $$
declare
  t text;
begin
  foreach t in array array['kinds', 'records', 'record_people', 'state_ends'] loop
    execute format('alter table worklog.%I enable row level security', t);
    execute format('alter table worklog.%I force row level security', t);
    execute format('create policy %I on worklog.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on worklog.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    execute format('grant select, insert on worklog.%I to guidui_app', t);
  end loop;
end
$$;

create function worklog.kinds_at(p_place text)
returns table (unit_code text, code text, version integer, declaration jsonb, retired boolean)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select distinct on (k.code) k.unit_code, k.code, k.version, k.declaration, k.retired
    from worklog.kinds k
   where k.unit_code in ('000000000000', rpad(left(p_place, 2), 12, '0'), rpad(left(p_place, 4), 12, '0'), rpad(left(p_place, 6), 12, '0'))
   order by k.code, k.version desc
$$;
comment on function worklog.kinds_at is 'The last version of every kind that a place or one above it has made: forms without a word about anybody, which whoever records there must know.';
revoke all on function worklog.kinds_at from public;
grant execute on function worklog.kinds_at to guidui_app;
