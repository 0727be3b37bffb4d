-- A citizen has one file in the whole nation. The directory says which bureau holds it; it is keyed by the keyed hash of
-- the id number and read only through the functions below, which leak nothing else.

create table registry.citizen_directory (
  citizen_id_index  bytea            not null,
  bureau_code       text collate "C" not null,
  unit_code         text collate "C" not null,
  person_id         uuid             not null,

  constraint citizen_directory_pkey primary key (citizen_id_index)
);
comment on table registry.citizen_directory is 'Reference: where the file of a citizen lies, by keyed hash of the id number. No grant to the application: see registry.find_citizen and registry.claim_citizen.';

create function registry.find_citizen(p_index bytea) returns table (bureau_code text, unit_code text, person_id uuid)
language sql stable security definer set search_path = ''
as $$ select d.bureau_code, d.unit_code, d.person_id from registry.citizen_directory d where d.citizen_id_index = p_index $$;
comment on function registry.find_citizen is 'Where the file of a citizen lies; no row when there is none. The caller decides what of it may be said.';

create function registry.claim_citizen(p_index bytea, p_unit_code text, p_person_id uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  insert into registry.citizen_directory (citizen_id_index, bureau_code, unit_code, person_id)
    values (p_index, left(p_unit_code, 6), p_unit_code, p_person_id)
    on conflict (citizen_id_index) do nothing;
  return found;
end
$$;
comment on function registry.claim_citizen is 'Enters a new citizen; false where the citizen has a file already (two clerks at once meet the primary key).';

create function registry.move_citizen(p_index bytea, p_unit_code text, p_person_id uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  update registry.citizen_directory set bureau_code = left(p_unit_code, 6), unit_code = p_unit_code
    where citizen_id_index = p_index and person_id = p_person_id;
  return found;
end
$$;
comment on function registry.move_citizen is 'Says that the file of a citizen now lies at another station.';

create function registry.release_citizen(p_index bytea, p_person_id uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  delete from registry.citizen_directory where citizen_id_index = p_index and person_id = p_person_id;
  return found;
end
$$;
comment on function registry.release_citizen is 'Takes a citizen out: the id number was corrected, or the file merged into another.';

revoke all on function registry.find_citizen, registry.claim_citizen, registry.move_citizen, registry.release_citizen from public;
grant execute on function registry.find_citizen, registry.claim_citizen, registry.move_citizen, registry.release_citizen to guidui_app;
