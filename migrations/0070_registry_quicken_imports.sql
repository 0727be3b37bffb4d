-- An import asks for and enters the citizens of a whole batch at once; one call for each of them was a good part of the
-- time it took. Both functions say and do what their namesakes for one citizen do.

create function registry.find_citizens(p_indexes bytea[]) returns table (citizen_id_index bytea, unit_code text, person_id uuid)
language sql stable security definer set search_path = ''
as $$
  select d.citizen_id_index, d.unit_code, d.person_id from registry.citizen_directory d where d.citizen_id_index = any(p_indexes)
$$;
comment on function registry.find_citizens is 'Where the files of some citizens lie; no row for who has none. The caller decides what of it may be said.';

create function registry.claim_citizens(p_indexes bytea[], p_unit_codes text[], p_person_ids uuid[]) returns setof uuid
language sql security definer set search_path = ''
as $$
  insert into registry.citizen_directory (citizen_id_index, bureau_code, unit_code, person_id)
    select c.index, left(c.unit_code, 6), c.unit_code, c.person_id
      from unnest(p_indexes, p_unit_codes, p_person_ids) as c(index, unit_code, person_id)
    on conflict (citizen_id_index) do nothing
    returning person_id
$$;
comment on function registry.claim_citizens is 'Enters new citizens in the order given; returns the persons that were entered, without those whose citizen has a file already.';

revoke all on function registry.find_citizens, registry.claim_citizens from public;
grant execute on function registry.find_citizens, registry.claim_citizens to guidui_app;

-- A table that an import fills from nothing has no statistics until the server's own round comes by, and a planner that
-- believes it empty reads the whole bureau where it could ask an index: each batch would take longer than the last.
create function registry.count_for_planner() returns void
language plpgsql security definer set search_path = ''
as $$
begin
  analyze registry.people;
  analyze registry.search_keys;
  analyze registry.citizen_directory;
  analyze registry.duplicate_suspicions;
end
$$;
comment on function registry.count_for_planner is 'Statistics of the tables that an import fills; the import asks for them whenever they have grown severalfold.';
revoke all on function registry.count_for_planner from public;
grant execute on function registry.count_for_planner to guidui_app;
