-- How a person gets at the own file on /me: the station hands out a code, face to face; and who may act for a person.

create table registry.authorities (
  bureau_code    text collate "C" not null,
  id             uuid             not null,
  unit_code      text collate "C" not null,
  person_id      uuid             not null,
  agent_name     text             not null,
  agent_phone    bytea            not null,
  relation       text collate "C" not null,
  kinds          text[],
  evidence       text             not null,
  from_on        date             not null,
  until_on       date             not null,
  registered_at  timestamptz      not null,
  registered_by  uuid             not null,
  ended_at       timestamptz,
  ended_by       uuid,
  end_reason     text,

  constraint authorities_pkey primary key (bureau_code, id),
  constraint authorities_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint authorities_days_check check (until_on >= from_on),
  constraint authorities_end_check check ((ended_at is null) = (end_reason is null)),
  constraint authorities_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id)
);
comment on table registry.authorities is 'Who may act for a person on /me: for which kinds of matters (null: all), from and until which day, on what evidence. agent_phone is encrypted.';
create index authorities_person_idx on registry.authorities (bureau_code, person_id);
create index authorities_unit_code_idx on registry.authorities (unit_code);

create table registry.door_codes (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  person_id     uuid             not null,
  authority_id  uuid,
  code_hash     bytea            not null,
  issued_at     timestamptz      not null,
  issued_by     uuid             not null,
  ends_at       timestamptz      not null,
  used_at       timestamptz,

  constraint door_codes_pkey primary key (bureau_code, id),
  constraint door_codes_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint door_codes_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id),
  constraint door_codes_authority_fkey foreign key (bureau_code, authority_id) references registry.authorities (bureau_code, id)
);
comment on table registry.door_codes is 'Codes with which a person, or somebody with authority, binds a phone to a file: kept as keyed hashes, good once, for a few days.';
create index door_codes_person_idx on registry.door_codes (bureau_code, person_id);
create index door_codes_authority_idx on registry.door_codes (bureau_code, authority_id);
create index door_codes_unit_code_idx on registry.door_codes (unit_code);

do $$
declare
  t text;
begin
  foreach t in array array['authorities', 'door_codes'] loop
    execute format('alter table registry.%I enable row level security', t);
    execute format('alter table registry.%I force row level security', t);
    execute format('create policy %I on registry.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on registry.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    execute format('create policy %I on registry.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_update', t);
    execute format('grant select, insert, update on registry.%I to guidui_app', t);
  end loop;
end
$$;

create index citizen_directory_person_idx on registry.citizen_directory (person_id);

create function registry.find_home(p_person_id uuid) returns table (unit_code text, name text, is_alive boolean)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select p.unit_code, p.name, p.status = 'active'
    from registry.citizen_directory d join registry.people p on p.bureau_code = d.bureau_code and p.id = d.person_id
   where d.person_id = p_person_id and p.status in ('active', 'deceased')
$$;
comment on function registry.find_home is 'The station at which the file of a person lies today, and whose it is, for /me; no row where it has closed.';
revoke all on function registry.find_home from public;
grant execute on function registry.find_home to guidui_app;

-- Within a bureau authorities and codes go along with the file; in another bureau they are registered anew.
create or replace function registry.move_within_bureau(p_person_id uuid, p_bureau text, p_to text) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_ids uuid[];
begin
  -- Files that were merged into this one go along: a merge must still be undone from the new station.
  select array_agg(p.id) into v_ids from registry.people p
    where p.bureau_code = p_bureau and (p.id = p_person_id or p.merged_into = p_person_id);
  update registry.people set unit_code = p_to where bureau_code = p_bureau and id = any(v_ids);
  update registry.person_versions set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.service_records set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.entitled_identities set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.authorities set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.door_codes set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.kin set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.search_keys set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.unmaskings set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.merges set unit_code = p_to where bureau_code = p_bureau and kept_id = any(v_ids);
end
$$;

-- What a person on /me sees of the registry: the own file.
grant usage on schema registry to guidui_me;
create policy people_of_person on registry.people as restrictive for all to guidui_me using (id = app.person_id()) with check (id = app.person_id());
create policy service_records_of_person on registry.service_records as restrictive for all to guidui_me using (person_id = app.person_id()) with check (person_id = app.person_id());
create policy entitled_identities_of_person on registry.entitled_identities as restrictive for all to guidui_me using (person_id = app.person_id()) with check (person_id = app.person_id());
create policy kin_of_person on registry.kin as restrictive for all to guidui_me using (person_id = app.person_id()) with check (person_id = app.person_id());
grant select on registry.people, registry.service_records, registry.entitled_identities, registry.kin to guidui_me;
