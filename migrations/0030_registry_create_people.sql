-- One person, one file (一人一档). The home row of a person lies at the station that serves them; a move within the
-- bureau changes unit_code, a move to another bureau hands the person over: new home row, same id, old row closed.

create schema registry;
grant usage on schema registry to guidui_app;

create table registry.people (
  bureau_code        text collate "C" not null,
  id                 uuid             not null,
  unit_code          text collate "C" not null,
  status             text collate "C" not null default 'active',
  version            integer          not null default 1,
  name               text             not null,
  sex                text collate "C" not null,
  born_on            date             not null,
  citizen_id         bytea            not null,
  citizen_id_index   bytea            not null,
  phone              bytea,
  phone_index        bytea,
  address            bytea,
  bank_card          bytea,
  household_region   text collate "C" not null,
  residence_region   text collate "C",
  political_status   text collate "C",
  marital_status     text collate "C",
  education          text collate "C",
  employment         text collate "C",
  living             text collate "C",
  deceased_on        date,
  completeness       smallint         not null default 0,
  captured_on        date             not null,
  captured_by        uuid             not null,
  updated_at         timestamptz      not null,
  last_contact_on    date,
  merged_into        uuid,

  constraint people_pkey primary key (bureau_code, id),
  constraint people_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint people_status_check check (status in ('active', 'deceased', 'archived', 'merged', 'transferred')),
  constraint people_sex_check check (sex in ('male', 'female')),
  constraint people_name_check check (char_length(name) between 1 and 60),
  constraint people_completeness_check check (completeness between 0 and 100),
  constraint people_deceased_on_check check (deceased_on is null or deceased_on >= born_on),
  constraint people_merged_into_check check ((status = 'merged') = (merged_into is not null)),
  constraint people_merged_into_fkey foreign key (bureau_code, merged_into) references registry.people (bureau_code, id)
);
comment on table registry.people is 'One person, one file. citizen_id, phone, address and bank_card are encrypted; the _index columns are keyed hashes for exact look-up.';
comment on column registry.people.completeness is 'Share of the fields that the capture form asks for that are filled, in percent.';
comment on column registry.people.last_contact_on is 'Day of the last visit of any kind: a copy kept by the visit action, for lists of overdue contacts.';
create unique index people_citizen_id_key on registry.people (bureau_code, citizen_id_index) where status in ('active', 'deceased');
create index people_unit_code_idx on registry.people (unit_code, status);
create index people_merged_into_idx on registry.people (bureau_code, merged_into);

create table registry.person_versions (
  bureau_code  text collate "C" not null,
  person_id    uuid             not null,
  version      integer          not null,
  unit_code    text collate "C" not null,
  changed_at   timestamptz      not null,
  changed_by   uuid             not null,
  reason       text             not null,
  source       text,
  fields       text[]           not null,
  snapshot     bytea            not null,

  constraint person_versions_pkey primary key (bureau_code, person_id, version),
  constraint person_versions_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint person_versions_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id)
);
comment on table registry.person_versions is 'Append-only versions of a file: who changed which fields when and why, with the whole state after the change, encrypted.';
create index person_versions_unit_code_idx on registry.person_versions (unit_code);

create table registry.service_records (
  bureau_code    text collate "C" not null,
  id             uuid             not null,
  person_id      uuid             not null,
  unit_code      text collate "C" not null,
  enlisted_on    date,
  discharged_on  date,
  rank_group     text collate "C",
  branch         text collate "C",
  placement_way  text collate "C",
  honours        jsonb            not null default '[]',
  combat         boolean          not null default false,
  nuclear_test   boolean          not null default false,

  constraint service_records_pkey primary key (bureau_code, id),
  constraint service_records_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint service_records_days_check check (discharged_on is null or enlisted_on is null or discharged_on >= enlisted_on),
  constraint service_records_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id)
);
comment on table registry.service_records is 'Military service of a person: years, rank group, honours. Never a unit designation, garrison or mission.';
create index service_records_person_idx on registry.service_records (bureau_code, person_id);
create index service_records_unit_code_idx on registry.service_records (unit_code);

create table registry.entitled_identities (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  person_id    uuid             not null,
  unit_code    text collate "C" not null,
  class_code   text collate "C" not null,
  grade        smallint,
  cause        text collate "C",
  basis        text,
  status       text collate "C" not null default 'claimed',
  from_on      date             not null,
  to_on        date,

  constraint entitled_identities_pkey primary key (bureau_code, id),
  constraint entitled_identities_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint entitled_identities_status_check check (status in ('claimed', 'evidenceChecked', 'confirmed', 'suspended', 'ended')),
  constraint entitled_identities_grade_check check (grade between 1 and 10),
  constraint entitled_identities_cause_check check (cause in ('war', 'duty', 'illness')),
  constraint entitled_identities_days_check check (to_on is null or to_on >= from_on),
  constraint entitled_identities_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id)
);
comment on table registry.entitled_identities is 'Entitled identities of a person, several at once; class codes in data/entitlement-classes.json.';
create unique index entitled_identities_open_key on registry.entitled_identities (bureau_code, person_id, class_code) where to_on is null and status <> 'ended';
create index entitled_identities_person_idx on registry.entitled_identities (bureau_code, person_id);
create index entitled_identities_class_idx on registry.entitled_identities (class_code, unit_code);

create table registry.kin (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  person_id     uuid             not null,
  unit_code     text collate "C" not null,
  relation      text collate "C" not null,
  name          text             not null,
  phone         bytea,
  born_on       date,
  is_contact    boolean          not null default false,
  kin_person_id uuid,

  constraint kin_pkey primary key (bureau_code, id),
  constraint kin_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint kin_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id)
);
comment on table registry.kin is 'Household and kin of a person; kin_person_id where the kin has a file of their own (in any bureau, so no foreign key).';
create index kin_person_idx on registry.kin (bureau_code, person_id);
create index kin_unit_code_idx on registry.kin (unit_code);

create table registry.search_keys (
  bureau_code  text collate "C" not null,
  kind         text collate "C" not null,
  key          text collate "C" not null,
  unit_code    text collate "C" not null,
  person_id    uuid             not null,

  constraint search_keys_pkey primary key (bureau_code, kind, key, person_id),
  constraint search_keys_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint search_keys_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id)
);
comment on table registry.search_keys is 'What a person is found by: characters, pairs, pinyin and initials of the name, and keyed hashes of phone and id tails.';
create index search_keys_find_idx on registry.search_keys (kind, key, unit_code, person_id);
create index search_keys_person_idx on registry.search_keys (bureau_code, person_id);

do $$
declare
  t text;
begin
  foreach t in array array['people', 'person_versions', 'service_records', 'entitled_identities', 'kin', 'search_keys'] loop
    execute format('alter table registry.%I enable row level security', t);
    execute format('alter table registry.%I force row level security', t);
    execute format('create policy %I on registry.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on registry.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    if t <> 'person_versions' then
      execute format('create policy %I on registry.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_update', t);
    end if;
    execute format('grant select, insert on registry.%I to guidui_app', t);
  end loop;
end
$$;
grant update on registry.people, registry.service_records, registry.entitled_identities, registry.kin, registry.search_keys to guidui_app;
create policy search_keys_delete on registry.search_keys for delete using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant delete on registry.search_keys to guidui_app;
