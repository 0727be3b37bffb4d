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

-- Two files of one day of birth are compared by sound only where one has a sound of the other's whole name among its
-- keys: one probe of an index instead of reading all keys of both. Thousands are born on one day of a large bureau's.
create or replace function registry.twins_of(p_bureau text, p_ids uuid[])
  returns table (person_id uuid, other_id uuid, place text, signs text[])
language sql stable security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  with subject as materialized (
    select p.id, p.born_on, p.phone_index from registry.people p
     where p.bureau_code = p_bureau and p.id = any(p_ids) and p.status in ('active', 'deceased')),
  key as materialized (
    select k.person_id as id, k.kind, k.key, rank() over (partition by k.person_id, k.kind order by char_length(k.key) desc) as place
      from registry.search_keys k
     where k.bureau_code = p_bureau and k.person_id = any(p_ids) and k.kind in ('full', 'pinyin', 'id8')),
  born as materialized (
    select s.id as one, o.id as other, o.unit_code
      from subject s join registry.people o on o.bureau_code = p_bureau and o.born_on = s.born_on and o.id <> s.id),
  near as (
    -- Limits and offsets keep each of them a probe of an index, whatever the planner believes of a table that is filling.
    select b.one, b.other from born b join key l on l.id = b.one and l.place = 1 and l.kind <> 'id8'
     cross join lateral (
       select from registry.search_keys k
        where k.bureau_code = p_bureau and k.kind = l.kind and k.key = l.key and k.unit_code = b.unit_code and k.person_id = b.other
        limit 1) as hit
    union
    select s.id, o.id from subject s join registry.people o on o.bureau_code = p_bureau and o.phone_index = s.phone_index
    union
    select m.id, same.person_id from key m
     cross join lateral (
       select k.person_id from registry.search_keys k where k.bureau_code = p_bureau and k.kind = 'id8' and k.key = m.key offset 0) as same
     where m.kind = 'id8' and same.person_id <> m.id),
  pair as (select distinct least(n.one, n.other) as one, greatest(n.one, n.other) as other from near n where n.one <> n.other),
  compared as (
    select a.id as one, b.id as other, registry.common_place(a.unit_code, b.unit_code) as place,
           registry.sounds_same(p_bureau, a.id, b.id) as sound,
           a.born_on = b.born_on as birth,
           coalesce(a.phone_index = b.phone_index, false) as phone,
           exists (select from registry.search_keys m join registry.search_keys k
                     on k.bureau_code = p_bureau and k.kind = 'id8' and k.key = m.key and k.person_id = b.id
                    where m.bureau_code = p_bureau and m.kind = 'id8' and m.person_id = a.id) as id_end
      from pair join registry.people a on a.bureau_code = p_bureau and a.id = pair.one
      join registry.people b on b.bureau_code = p_bureau and b.id = pair.other
     where a.status in ('active', 'deceased') and b.status in ('active', 'deceased'))
  select c.one, c.other, c.place,
         array_remove(array[case when c.sound then 'sound' end, case when c.birth then 'birth' end,
                            case when c.phone then 'phone' end, case when c.id_end then 'idEnd' end], null)
    from compared c
   where (c.sound or c.phone) and c.sound::int + c.birth::int + c.phone::int + c.id_end::int >= 2
$$;

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
