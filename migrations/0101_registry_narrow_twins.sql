-- A planner that knows nothing of a bureau, or has never seen it, takes any index that begins with it and reads the whole
-- bureau for each file. Here it cannot: each question has one index that answers it without sorting (the unit comes last
-- in it, and sorting is off), or begins with what is asked, and the bureau is only compared (`|| ''`).

drop index registry.people_name_sound_idx;
drop index registry.people_id_end_idx;
drop index registry.people_phone_idx;
create index people_name_sound_idx on registry.people (bureau_code, name_sound, born_on, unit_code) where name_sound is not null;
create index people_id_end_idx on registry.people (bureau_code, id_end, unit_code) where id_end is not null;
create index people_phone_idx on registry.people (bureau_code, phone_index, unit_code) where phone_index is not null;
drop index registry.duplicate_suspicions_other_idx;
create index duplicate_suspicions_other_idx on registry.duplicate_suspicions (other_id, bureau_code);
create index duplicate_suspicions_person_idx on registry.duplicate_suspicions (person_id, bureau_code);

drop function registry.twins_of(text, uuid[], uuid[]);
create function registry.twins_of(p_bureau text, p_ids uuid[], p_ones uuid[], p_others uuid[])
  returns table (person_id uuid, other_id uuid, place text, signs text)
language sql stable security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
set plan_cache_mode = 'force_custom_plan'
set enable_seqscan = 'off' set enable_bitmapscan = 'off' set enable_hashjoin = 'off' set enable_mergejoin = 'off'
set enable_sort = 'off' set enable_incremental_sort = 'off'
as $$
  with subject as materialized (
    select p.* from unnest(p_ids) i (id) cross join lateral (
      select o.id, o.born_on, o.phone_index, o.name_sound, o.id_end from registry.people o
       where o.id = i.id and o.bureau_code || '' = p_bureau and o.status in ('active', 'deceased') offset 0) p),
  near as materialized (
    select s.id as one, o.id as other
      from subject s cross join lateral (
        select p.id from registry.people p
         where p.bureau_code = p_bureau and p.name_sound = s.name_sound and p.born_on = s.born_on and p.id <> s.id
         order by p.unit_code limit 5) o
    union
    select s.id, o.id
      from subject s cross join lateral (
        select p.id from registry.people p
         where p.bureau_code = p_bureau and p.id_end = s.id_end and p.id <> s.id
         order by p.unit_code limit 5) o
    union
    select s.id, o.id
      from subject s cross join lateral (
        select p.id from registry.people p
         where p.bureau_code = p_bureau and p.phone_index = s.phone_index and p.id <> s.id and p.status in ('active', 'deceased')
         order by p.unit_code limit 5) o
    -- What is suspected already is compared again, whoever of the many it is.
    union
    select u.one, u.other from unnest(p_ones, p_others) u (one, other)),
  pair as materialized (select distinct least(n.one, n.other) as one, greatest(n.one, n.other) as other from near n),
  compared as materialized (
    select a.id as one, b.id as other, registry.common_place(a.unit_code, b.unit_code) as place,
           coalesce(a.name_sound = b.name_sound, false) as sound,
           a.born_on = b.born_on as birth,
           coalesce(a.phone_index = b.phone_index, false) as phone,
           coalesce(a.id_end = b.id_end, false) as id_end
      from pair
     cross join lateral (select p.* from registry.people p where p.id = pair.one and p.bureau_code || '' = p_bureau offset 0) a
     cross join lateral (select p.* from registry.people p where p.id = pair.other and p.bureau_code || '' = p_bureau offset 0) b
     where a.status in ('active', 'deceased') and b.status in ('active', 'deceased'))
  select c.one, c.other, c.place,
         concat_ws(',', case when c.sound then 'sound' end, case when c.birth then 'birth' end,
                        case when c.phone then 'phone' end, case when c.id_end then 'idEnd' end)
    from compared c
   -- Two signs, one of them the name or the phone: a day of birth and the end of a number alone meet by chance.
   where (c.sound or c.phone) and c.sound::int + c.birth::int + c.phone::int + c.id_end::int >= 2
$$;
comment on function registry.twins_of is 'The files of a bureau that may be of the same citizen as one of the given, with what they have in common, and what is left of the given suspicions (pairs). Called by registry.suspect_twins only.';
revoke all on function registry.twins_of from public;

create or replace function registry.suspect_twins(p_bureau text, p_ids uuid[], p_on date) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
set plan_cache_mode = 'force_custom_plan' set enable_seqscan = 'off' set enable_hashjoin = 'off' set enable_mergejoin = 'off'
as $$
declare
  v_known  uuid[];
  v_beside uuid[];
  v_ones   uuid[];
  v_others uuid[];
  v_places text[];
  v_signs  text[];
begin
  select array_agg(o.person_id), array_agg(o.other_id) into v_known, v_beside
    from (select d.person_id, d.other_id from unnest(p_ids) i (id) cross join lateral (
            select s.person_id, s.other_id from registry.duplicate_suspicions s
             where s.person_id = i.id and s.bureau_code || '' = p_bureau and s.status = 'open' offset 0) d
           union
          select d.person_id, d.other_id from unnest(p_ids) i (id) cross join lateral (
            select s.person_id, s.other_id from registry.duplicate_suspicions s
             where s.other_id = i.id and s.bureau_code || '' = p_bureau and s.status = 'open' offset 0) d) o;
  -- In one order for everybody: two who meet wait for each other, and never in a circle.
  select array_agg(t.person_id), array_agg(t.other_id), array_agg(t.place), array_agg(t.signs)
    into v_ones, v_others, v_places, v_signs
    from (select * from registry.twins_of(p_bureau, p_ids, v_known, v_beside) order by 1, 2) t;

  if v_ones is not null then
    with fresh as (
      insert into registry.duplicate_suspicions (bureau_code, unit_code, person_id, other_id, signs, found_on)
        select p_bureau, t.place, t.one, t.other, string_to_array(t.signs, ','), p_on
          from unnest(v_ones, v_others, v_places, v_signs) with ordinality as t (one, other, place, signs, at) order by t.at
        on conflict (bureau_code, person_id, other_id) do nothing returning unit_code, person_id, other_id)
    insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
      select p_bureau, gen_random_uuid(), 'duplicate.suspected', f.unit_code, p_on, 1, array[f.person_id, f.other_id], '{}' from fresh f;

    -- What somebody dismissed stays dismissed; it only moves along with the files.
    with known as materialized (
      select d.person_id, d.other_id, d.status, d.unit_code as was, t.place, string_to_array(t.signs, ',') as signs
        from unnest(v_ones, v_others, v_places, v_signs) as t (one, other, place, signs)
        join registry.duplicate_suspicions d on d.person_id = t.one and d.other_id = t.other and d.bureau_code || '' = p_bureau
       where d.status = 'gone' or d.unit_code <> t.place or d.signs <> string_to_array(t.signs, ',')
         for update of d),
    kept as (
      update registry.duplicate_suspicions d
         set unit_code = k.place, signs = k.signs, status = case when k.status = 'gone' then 'open' else k.status end,
             found_on = case when k.status = 'gone' then p_on else d.found_on end
        from known k where d.person_id = k.person_id and d.other_id = k.other_id and d.bureau_code || '' = p_bureau)
    insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
      select p_bureau, gen_random_uuid(), 'duplicate.suspected', c.unit_code, p_on, c.sign, array[k.person_id, k.other_id], '{}'
        from known k cross join lateral (values (k.was, -1), (k.place, 1)) c (unit_code, sign)
       where (k.status = 'gone' and c.sign = 1) or (k.status = 'open' and k.was <> k.place);
  end if;

  if v_known is not null then
    with gone as (
      update registry.duplicate_suspicions d set status = 'gone'
        from unnest(v_known, v_beside) o (one, other)
       where d.person_id = o.one and d.other_id = o.other and d.bureau_code || '' = p_bureau and d.status = 'open'
         and not exists (select from unnest(v_ones, v_others) t (one, other) where t.one = d.person_id and t.other = d.other_id)
       returning d.unit_code, d.person_id, d.other_id)
    insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
      select p_bureau, gen_random_uuid(), 'duplicate.suspected', g.unit_code, p_on, -1, array[g.person_id, g.other_id], '{}' from gone g;
  end if;
end
$$;
