-- Twins are looked for among those who bear the name, and not among all who were born that day: a day that stands in for
-- an unknown one (1 January, or one day in a whole workbook) made every pair of them be compared. Of a file no more than
-- five others of each sign are suspected at once; when they are settled, the next come at its next change.

create index people_same_phone_idx on registry.people (bureau_code, phone_index, id) where phone_index is not null;
drop index registry.people_phone_idx;
drop index registry.people_born_on_idx;

create or replace function registry.twins_of(p_bureau text, p_ids uuid[])
  returns table (person_id uuid, other_id uuid, place text, signs text[])
language sql stable security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  with subject as (
    select p.* from registry.people p
     where p.bureau_code = p_bureau and p.id = any(p_ids) and p.status in ('active', 'deceased')),
  whole as (
    select s.id, s.born_on, k.kind, k.key
      from subject s cross join lateral (
        select distinct on (m.kind) m.kind, m.key from registry.search_keys m
         where m.bureau_code = p_bureau and m.person_id = s.id and m.kind in ('full', 'pinyin')
         order by m.kind, char_length(m.key) desc) k),
  near as (
    select w.id as one, o.person_id as other
      from whole w cross join lateral (
        select k.person_id from registry.search_keys k
          join registry.people p on p.bureau_code = p_bureau and p.id = k.person_id and p.born_on = w.born_on
         where k.bureau_code = p_bureau and k.kind = w.kind and k.key = w.key and k.person_id <> w.id limit 5) o
    union
    select s.id, o.id
      from subject s cross join lateral (
        select p.id from registry.people p
         where p.bureau_code = p_bureau and p.phone_index = s.phone_index and p.id <> s.id limit 5) o
    union
    select s.id, o.person_id
      from subject s
      join registry.search_keys m on m.bureau_code = p_bureau and m.person_id = s.id and m.kind = 'id8'
      cross join lateral (
        select k.person_id from registry.search_keys k
         where k.bureau_code = p_bureau and k.kind = 'id8' and k.key = m.key and k.person_id <> s.id limit 5) o),
  pair as (select distinct least(n.one, n.other) as one, greatest(n.one, n.other) as other from near n),
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
   -- Two signs, one of them the name or the phone: a day of birth and the end of a number alone meet by chance.
   where (c.sound or c.phone) and c.sound::int + c.birth::int + c.phone::int + c.id_end::int >= 2
$$;
