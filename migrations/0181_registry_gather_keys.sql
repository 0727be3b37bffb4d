-- Most of what a large import cost were search keys: nineteen rows a person, in four indexes. Now there are eight or nine, in
-- two. A part of a name is the beginning of one of its endings, so single characters and pairs need no rows. The ends of
-- numbers stand in the file itself, several hashes one behind the other: the beginning of the column answers for the
-- shorter ends (decision 0015).

alter table registry.people add column phone_tail text collate "C";
comment on column registry.people.phone_tail is 'Keyed hashes of the last four and six digits of the phone, one behind the other (8 characters each); null for a closed file.';
comment on column registry.people.id_end is 'Keyed hashes of the last four, six and eight characters of the id number, one behind the other (8 characters each); null for a closed file.';

set local app.scope_lo = '0';
set local app.scope_hi = ':';
update registry.people p set phone_tail = m.phone_tail, id_end = m.id_end
  from (select k.bureau_code, k.person_id,
               nullif(concat(max(left(k.key, 8)) filter (where k.kind = 'phone4'), max(left(k.key, 8)) filter (where k.kind = 'phone6')), '') as phone_tail,
               nullif(concat(max(left(k.key, 8)) filter (where k.kind = 'id4'), max(left(k.key, 8)) filter (where k.kind = 'id6'),
                             max(left(k.key, 8)) filter (where k.kind = 'id8')), '') as id_end
          from registry.search_keys k where k.kind in ('phone4', 'phone6', 'id4', 'id6', 'id8') group by k.bureau_code, k.person_id) m
 where p.bureau_code = m.bureau_code and p.id = m.person_id and p.status in ('active', 'deceased');

delete from registry.search_keys where kind not in ('full', 'suffix', 'pinyin', 'initials');
insert into registry.search_keys (bureau_code, kind, key, unit_code, person_id)
  select k.bureau_code, 'suffix', substr(k.key, n), k.unit_code, k.person_id
    from registry.search_keys k, generate_series(2, char_length(k.key)) n
   where k.kind = 'full' and k.key !~ '^[a-z]+$'
  on conflict do nothing;
set local app.scope_lo = '';
set local app.scope_hi = '';

alter table registry.search_keys drop constraint search_keys_pkey;
drop index registry.search_keys_place_idx, registry.search_keys_bureau_idx;
alter table registry.search_keys add constraint search_keys_pkey primary key (bureau_code, kind, key, unit_code, person_id);
alter table registry.search_keys add constraint search_keys_kind_check check (kind in ('full', 'suffix', 'pinyin', 'initials'));
comment on table registry.search_keys is 'By what the name of a person begins when it is looked for: as a whole, from each of its characters on, in pinyin, by initials.';

drop index registry.people_id_end_idx;
create index people_id_end_idx on registry.people (id_end, unit_code, id) where id_end is not null;
create index people_phone_tail_idx on registry.people (phone_tail, unit_code, id) where phone_tail is not null;

-- As before, and the tails of the phone go along with the file.
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
      name_sound = excluded.name_sound, phone_tail = excluded.phone_tail, id_end = excluded.id_end;

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
     set status = 'transferred', phone = null, phone_index = null, address = null, bank_card = null,
         name_sound = null, phone_tail = null, id_end = null
   where bureau_code = v_old and id = p_person.id;
end
$$;

-- As before; the ends of id numbers are in an index of the whole nation, where few share one.
create or replace function registry.twins_of(p_bureau text, p_ids uuid[], p_ones uuid[], p_others uuid[])
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
         where p.id_end = s.id_end and p.unit_code >= p_bureau and p.unit_code < p_bureau || ':' and p.id <> s.id
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
