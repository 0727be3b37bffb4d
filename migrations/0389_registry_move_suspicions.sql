-- Where a station is handed over nobody changes, so nobody is suspected anew: what was suspected lies at the smallest place of
-- both files as they lie now. (Looking for twins again would find other five of the many who share a name and a day.)

create function registry.move_suspicions(p_bureau text, p_ids uuid[], p_on date) returns void
language sql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  with moved as materialized (
    select d.id, d.person_id, d.other_id, d.status, d.unit_code as was, registry.common_place(a.unit_code, b.unit_code) as place
      from registry.duplicate_suspicions d
      join registry.people a on a.bureau_code = d.bureau_code and a.id = d.person_id
      join registry.people b on b.bureau_code = d.bureau_code and b.id = d.other_id
     where d.bureau_code = p_bureau and (d.person_id = any(p_ids) or d.other_id = any(p_ids))
       and d.unit_code <> registry.common_place(a.unit_code, b.unit_code)),
  kept as (
    update registry.duplicate_suspicions d set unit_code = m.place from moved m where d.bureau_code = p_bureau and d.id = m.id)
  insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
  select p_bureau, gen_random_uuid(), 'duplicate.suspected', c.unit_code, p_on, c.sign, array[m.person_id, m.other_id], '{}'
    from moved m cross join lateral (values (m.was, -1), (m.place, 1)) c (unit_code, sign)
   where m.status = 'open'
$$;
comment on function registry.move_suspicions is 'Part of the hand-over of a station: suspicions move along with their files, dismissed ones too. Called by registry.hand_on only.';
revoke all on function registry.move_suspicions from public;

-- As before, and suspicions go along.
create or replace function registry.hand_on(p_bureau text, p_id uuid, p_limit int, p_waits boolean, p_on date, p_at timestamptz) returns setof uuid
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_over   registry.hand_overs;
  v_person registry.people;
  v_people registry.people[];
begin
  -- Whoever may hand over has written this row under their own range, with both stations in it: that is the warrant.
  select * into v_over from registry.hand_overs h where h.bureau_code = p_bureau and h.id = p_id and h.status = 'running' for update;
  if not found then
    return;
  end if;
  -- A file that somebody is editing is passed by, so that nobody waits for anybody who waits; the last ones are waited for.
  if p_waits then
    v_people := array(select p from registry.people p
      where p.bureau_code = p_bureau and p.unit_code = v_over.unit_code and p.status in ('active', 'deceased', 'archived')
      order by p.id limit p_limit for update);
  else
    v_people := array(select p from registry.people p
      where p.bureau_code = p_bureau and p.unit_code = v_over.unit_code and p.status in ('active', 'deceased', 'archived')
      order by p.id limit p_limit for update skip locked);
  end if;
  foreach v_person in array v_people loop
    perform registry.count_stocks(v_person, v_over.unit_code, -1, p_on);
    perform registry.count_stocks(v_person, v_over.to_unit, 1, p_on);
    perform registry.move_within_bureau(v_person.id, p_bureau, v_over.to_unit);
    if v_person.status <> 'archived' then
      perform registry.move_citizen(v_person.citizen_id_index, v_over.to_unit, v_person.id);
    end if;
    insert into registry.handed_files (bureau_code, hand_over_id, person_id, unit_code, moved_at, moved_by, said)
      values (p_bureau, p_id, v_person.id, v_over.to_unit, p_at, v_over.asked_by, v_over.unit_name || ' → ' || v_over.to_name || '：' || v_over.reason)
      on conflict (bureau_code, hand_over_id, person_id) do nothing;
    return next v_person.id;
  end loop;
  perform registry.move_suspicions(p_bureau, array(select (p).id from unnest(v_people) p), p_on);
  update registry.hand_overs h set moved = h.moved + cardinality(v_people) where h.bureau_code = p_bureau and h.id = p_id;
end
$$;
