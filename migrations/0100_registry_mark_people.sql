-- By what files are compared stands in the file itself, each mark with an index of its own: looking for the twins of a
-- batch is then a few short look-ups a file, whatever the planner believes, and asks nothing of the search keys.

alter table registry.people add column name_sound text collate "C", add column id_end text collate "C";
comment on column registry.people.name_sound is 'How the whole name sounds, in pinyin without tones (as written where it has none); null for a closed file. Two files with the same are compared.';
comment on column registry.people.id_end is 'Keyed hash of the last eight of the id number, as in registry.search_keys; null for a closed file.';

set local app.scope_lo = '0';
set local app.scope_hi = ':';
-- The longest sound is that of the whole name.
update registry.people p set name_sound = m.name_sound, id_end = m.id_end
  from (select k.bureau_code, k.person_id,
               (array_agg(k.key order by k.kind = 'pinyin' desc, char_length(k.key) desc, k.key) filter (where k.kind in ('pinyin', 'full')))[1] as name_sound,
               max(k.key) filter (where k.kind = 'id8') as id_end
          from registry.search_keys k where k.kind in ('pinyin', 'full', 'id8') group by k.bureau_code, k.person_id) m
 where p.bureau_code = m.bureau_code and p.id = m.person_id and p.status in ('active', 'deceased');
set local app.scope_lo = '';
set local app.scope_hi = '';

create index people_name_sound_idx on registry.people (bureau_code, name_sound, born_on) where name_sound is not null;
create index people_id_end_idx on registry.people (bureau_code, id_end) where id_end is not null;

-- The file at its new home: as before, and with its marks.
create or replace function registry.move_to_bureau(p_person registry.people, p_to text) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_old text := p_person.bureau_code;
  v_new text := left(p_to, 6);
  v_row registry.people := p_person;
begin
  v_row.bureau_code := v_new;
  v_row.unit_code := p_to;
  insert into registry.people select v_row.*
    on conflict (bureau_code, id) do update set
      unit_code = excluded.unit_code, status = excluded.status, version = excluded.version, name = excluded.name, sex = excluded.sex,
      born_on = excluded.born_on, citizen_id = excluded.citizen_id, citizen_id_index = excluded.citizen_id_index,
      phone = excluded.phone, phone_index = excluded.phone_index, address = excluded.address, bank_card = excluded.bank_card,
      household_region = excluded.household_region, residence_region = excluded.residence_region,
      political_status = excluded.political_status, marital_status = excluded.marital_status, education = excluded.education,
      employment = excluded.employment, living = excluded.living, deceased_on = excluded.deceased_on,
      completeness = excluded.completeness, captured_on = excluded.captured_on, captured_by = excluded.captured_by,
      updated_at = excluded.updated_at, last_contact_on = excluded.last_contact_on,
      name_sound = excluded.name_sound, id_end = excluded.id_end;

  insert into registry.person_versions
    select v_new, person_id, version, p_to, changed_at, changed_by, reason, source, fields, snapshot
      from registry.person_versions where bureau_code = v_old and person_id = p_person.id
    on conflict (bureau_code, person_id, version) do nothing;
  update registry.person_versions set unit_code = p_to where bureau_code = v_new and person_id = p_person.id;
  insert into registry.unmaskings
    select v_new, id, p_to, person_id, account_id, purpose, reason, fields, on_day, seen_at
      from registry.unmaskings where bureau_code = v_old and person_id = p_person.id
    on conflict (bureau_code, id) do nothing;
  update registry.unmaskings set unit_code = p_to where bureau_code = v_new and person_id = p_person.id;

  insert into registry.service_records
    select v_new, id, person_id, p_to, enlisted_on, discharged_on, rank_group, branch, placement_way, honours, combat, nuclear_test
      from registry.service_records where bureau_code = v_old and person_id = p_person.id;
  insert into registry.entitled_identities
    select v_new, id, person_id, p_to, class_code, grade, cause, basis, status, from_on, to_on
      from registry.entitled_identities where bureau_code = v_old and person_id = p_person.id;
  insert into registry.kin
    select v_new, id, person_id, p_to, relation, name, phone, born_on, is_contact, kin_person_id
      from registry.kin where bureau_code = v_old and person_id = p_person.id;
  insert into registry.search_keys
    select v_new, kind, key, p_to, person_id from registry.search_keys where bureau_code = v_old and person_id = p_person.id;
  delete from registry.service_records where bureau_code = v_old and person_id = p_person.id;
  delete from registry.entitled_identities where bureau_code = v_old and person_id = p_person.id;
  delete from registry.kin where bureau_code = v_old and person_id = p_person.id;
  delete from registry.search_keys where bureau_code = v_old and person_id = p_person.id;
  update registry.people
     set status = 'transferred', phone = null, phone_index = null, address = null, bank_card = null, name_sound = null, id_end = null
   where bureau_code = v_old and id = p_person.id;
end
$$;

drop function registry.twins_of(text, uuid[]);
create function registry.twins_of(p_bureau text, p_ids uuid[], p_open uuid[])
  returns table (person_id uuid, other_id uuid, place text, signs text)
language sql stable security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
-- A table that is filled from nothing has no statistics: each step is a look-up in the index made for it, and nothing else.
set plan_cache_mode = 'force_custom_plan'
set enable_seqscan = 'off' set enable_bitmapscan = 'off' set enable_hashjoin = 'off' set enable_mergejoin = 'off'
as $$
  with subject as materialized (
    select p.* from unnest(p_ids) i (id) cross join lateral (
      select o.id, o.born_on, o.phone_index, o.name_sound, o.id_end from registry.people o
       where o.bureau_code = p_bureau and o.id = i.id and o.status in ('active', 'deceased') offset 0) p),
  near as materialized (
    select s.id as one, o.id as other
      from subject s cross join lateral (
        select p.id from registry.people p
         where p.bureau_code = p_bureau and p.name_sound = s.name_sound and p.born_on = s.born_on and p.id <> s.id limit 5) o
    union
    select s.id, o.id
      from subject s cross join lateral (
        select p.id from registry.people p where p.bureau_code = p_bureau and p.id_end = s.id_end and p.id <> s.id limit 5) o
    union
    select s.id, o.id
      from subject s cross join lateral (
        select p.id from registry.people p
         where p.bureau_code = p_bureau and p.phone_index = s.phone_index and p.id <> s.id and p.status in ('active', 'deceased') limit 5) o
    -- What is suspected already is compared again, whoever of the many it is.
    union
    select d.person_id, d.other_id
      from unnest(p_open) u (id) cross join lateral (
        select o.person_id, o.other_id from registry.duplicate_suspicions o where o.bureau_code = p_bureau and o.id = u.id offset 0) d),
  pair as materialized (select distinct least(n.one, n.other) as one, greatest(n.one, n.other) as other from near n),
  compared as materialized (
    select a.id as one, b.id as other, registry.common_place(a.unit_code, b.unit_code) as place,
           coalesce(a.name_sound = b.name_sound, false) as sound,
           a.born_on = b.born_on as birth,
           coalesce(a.phone_index = b.phone_index, false) as phone,
           coalesce(a.id_end = b.id_end, false) as id_end
      from pair
     cross join lateral (select p.* from registry.people p where p.bureau_code = p_bureau and p.id = pair.one offset 0) a
     cross join lateral (select p.* from registry.people p where p.bureau_code = p_bureau and p.id = pair.other offset 0) b
     where a.status in ('active', 'deceased') and b.status in ('active', 'deceased'))
  select c.one, c.other, c.place,
         concat_ws(',', case when c.sound then 'sound' end, case when c.birth then 'birth' end,
                        case when c.phone then 'phone' end, case when c.id_end then 'idEnd' end)
    from compared c
   -- Two signs, one of them the name or the phone: a day of birth and the end of a number alone meet by chance.
   where (c.sound or c.phone) and c.sound::int + c.birth::int + c.phone::int + c.id_end::int >= 2
$$;
comment on function registry.twins_of is 'The files of a bureau that may be of the same citizen as one of the given, with what they have in common, and what is left of the given suspicions. Called by registry.suspect_twins only.';
revoke all on function registry.twins_of from public;

create or replace function registry.suspect_twins(p_bureau text, p_ids uuid[], p_on date) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
set plan_cache_mode = 'force_custom_plan' set enable_seqscan = 'off' set enable_hashjoin = 'off' set enable_mergejoin = 'off'
as $$
declare
  v_open   uuid[];
  v_ones   uuid[];
  v_others uuid[];
  v_places text[];
  v_signs  text[];
begin
  select array_agg(o.id) into v_open
    from (select d.id from unnest(p_ids) i (id) cross join lateral (
            select s.id from registry.duplicate_suspicions s
             where s.bureau_code = p_bureau and s.person_id = i.id and s.status = 'open' offset 0) d
           union
          select d.id from unnest(p_ids) i (id) cross join lateral (
            select s.id from registry.duplicate_suspicions s
             where s.bureau_code = p_bureau and s.other_id = i.id and s.status = 'open' offset 0) d) o;
  -- In one order for everybody: two who meet wait for each other, and never in a circle.
  select array_agg(t.person_id), array_agg(t.other_id), array_agg(t.place), array_agg(t.signs)
    into v_ones, v_others, v_places, v_signs
    from (select * from registry.twins_of(p_bureau, p_ids, v_open) order by 1, 2) t;

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
      select d.id, d.person_id, d.other_id, d.status, d.unit_code as was, t.place, string_to_array(t.signs, ',') as signs
        from unnest(v_ones, v_others, v_places, v_signs) as t (one, other, place, signs)
        join registry.duplicate_suspicions d on d.bureau_code = p_bureau and d.person_id = t.one and d.other_id = t.other
       where d.status = 'gone' or d.unit_code <> t.place or d.signs <> string_to_array(t.signs, ',')
         for update of d),
    kept as (
      update registry.duplicate_suspicions d
         set unit_code = k.place, signs = k.signs, status = case when k.status = 'gone' then 'open' else k.status end,
             found_on = case when k.status = 'gone' then p_on else d.found_on end
        from known k where d.bureau_code = p_bureau and d.id = k.id)
    insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
      select p_bureau, gen_random_uuid(), 'duplicate.suspected', c.unit_code, p_on, c.sign, array[k.person_id, k.other_id], '{}'
        from known k cross join lateral (values (k.was, -1), (k.place, 1)) c (unit_code, sign)
       where (k.status = 'gone' and c.sign = 1) or (k.status = 'open' and k.was <> k.place);
  end if;

  if v_open is not null then
    with gone as (
      update registry.duplicate_suspicions d set status = 'gone'
       where d.bureau_code = p_bureau and d.id = any(v_open) and d.status = 'open'
         and not exists (select from unnest(v_ones, v_others) t (one, other) where t.one = d.person_id and t.other = d.other_id)
       returning d.unit_code, d.person_id, d.other_id)
    insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
      select p_bureau, gen_random_uuid(), 'duplicate.suspected', g.unit_code, p_on, -1, array[g.person_id, g.other_id], '{}' from gone g;
  end if;
end
$$;

drop function registry.marks_of(text, uuid);
drop function registry.count_suspicion(registry.duplicate_suspicions, integer, date);
