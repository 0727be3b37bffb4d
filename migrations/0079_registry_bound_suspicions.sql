-- Twins are looked for among those who bear the name, and not among all who were born that day: a day that stands in for
-- an unknown one (1 January, or one day in a whole workbook) made every pair of them be compared. Of a file no more than
-- five others of each sign are suspected at once; when they are settled, the next come at its next change.

drop index registry.people_born_on_idx;

-- A bureau that was never analysed (after an import, in a new database) looks to the planner as if it had one person and one key: it
-- then reads a whole bureau for each pair. `|| ''` takes the wide ways from it, `offset 0` keeps the order of the steps.
create function registry.marks_of(p_bureau text, p_person_id uuid) returns text[]
language sql stable
as $$
  -- The longest sound is that of the whole name; a name without sounds is compared as it is written.
  select array(select distinct on (m.kind) m.kind || ' ' || m.key from registry.search_keys m
                where m.bureau_code = p_bureau and m.person_id = p_person_id and m.kind || '' in ('full', 'pinyin')
                order by m.kind, char_length(m.key) desc, m.key)
      || array(select m.kind || ' ' || m.key from registry.search_keys m
                where m.bureau_code = p_bureau and m.person_id = p_person_id and m.kind || '' = 'id8')
$$;
comment on function registry.marks_of is 'By what a file is compared with others: its whole name as written and as it sounds, and the end of its id number.';
revoke all on function registry.marks_of from public;

create or replace function registry.twins_of(p_bureau text, p_ids uuid[])
  returns table (person_id uuid, other_id uuid, place text, signs text[])
language sql stable security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  with subject as materialized (
    select p.id, p.born_on, p.phone_index
      from unnest(p_ids) i (id) cross join lateral (
        select o.* from registry.people o where o.id = i.id and o.bureau_code || '' = p_bureau offset 0) p
     where p.status in ('active', 'deceased')),
  mark as materialized (
    select s.id, s.born_on, split_part(k.mark, ' ', 1) as kind, split_part(k.mark, ' ', 2) as key
      from subject s cross join lateral unnest(registry.marks_of(p_bureau, s.id)) k (mark)),
  near as materialized (
    select w.id as one, o.person_id as other
      from mark w cross join lateral (
        select k.person_id
          from (select n.person_id from registry.search_keys n
                 where n.bureau_code = p_bureau and n.kind = w.kind and n.key = w.key and n.person_id <> w.id offset 0) k
         cross join lateral (
           select from registry.people p
            where p.id = k.person_id and p.bureau_code || '' = p_bureau and (w.kind = 'id8' or p.born_on = w.born_on) offset 0) p
         limit 5) o
    union
    select s.id, o.id
      from subject s cross join lateral (
        select p.id from registry.people p
         where p.bureau_code = p_bureau and p.phone_index = s.phone_index and p.id <> s.id limit 5) o
    -- What is suspected already is compared again, whoever of the many it is.
    union
    select d.person_id, d.other_id from registry.duplicate_suspicions d
     where d.bureau_code = p_bureau and d.status = 'open' and d.person_id = any(p_ids)
    union
    select d.person_id, d.other_id from registry.duplicate_suspicions d
     where d.bureau_code = p_bureau and d.status = 'open' and d.other_id = any(p_ids)),
  pair as materialized (select distinct least(n.one, n.other) as one, greatest(n.one, n.other) as other from near n),
  compared as materialized (
    select a.id as one, b.id as other, registry.common_place(a.unit_code, b.unit_code) as place,
           x.marks && array_remove(y.marks, y.id_end) as sound,
           a.born_on = b.born_on as birth,
           coalesce(a.phone_index = b.phone_index, false) as phone,
           coalesce(x.id_end = y.id_end, false) as id_end
      from pair
     cross join lateral (select p.* from registry.people p where p.id = pair.one and p.bureau_code || '' = p_bureau offset 0) a
     cross join lateral (select p.* from registry.people p where p.id = pair.other and p.bureau_code || '' = p_bureau offset 0) b
     cross join lateral (select m.marks, m.marks[array_upper(m.marks, 1)] as id_end from (select registry.marks_of(p_bureau, a.id) as marks offset 0) m) x
     cross join lateral (select m.marks, m.marks[array_upper(m.marks, 1)] as id_end from (select registry.marks_of(p_bureau, b.id) as marks offset 0) m) y
     where a.status in ('active', 'deceased') and b.status in ('active', 'deceased'))
  select c.one, c.other, c.place,
         array_remove(array[case when c.sound then 'sound' end, case when c.birth then 'birth' end,
                            case when c.phone then 'phone' end, case when c.id_end then 'idEnd' end], null)
    from compared c
   -- Two signs, one of them the name or the phone: a day of birth and the end of a number alone meet by chance.
   where (c.sound or c.phone) and c.sound::int + c.birth::int + c.phone::int + c.id_end::int >= 2
$$;

drop function registry.sounds_same;
