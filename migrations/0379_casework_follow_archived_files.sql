-- Where a whole station is handed over its archived files go too, and what they have goes with them. As before otherwise.

create or replace function casework.follow_file(p_person_id uuid, p_from text, p_on date) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_old  text := left(p_from, 6);
  v_home text;
  v_plan casework.visit_plans;
begin
  -- Where the file lies says the registry, and nobody else: a call about a file that was not handed over does nothing.
  select p.unit_code into v_home from registry.people p where p.id = p_person_id and p.status in ('active', 'deceased', 'archived');
  if not found or v_home = p_from then
    return;
  end if;
  for v_plan in
    select * from casework.visit_plans w
     where w.bureau_code = v_old and w.person_id = p_person_id and w.unit_code = p_from and w.status = 'due' for update loop
    insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
    select left(u.code, 6), gen_random_uuid(), 'contact.due', u.code, greatest(v_plan.due_on, p_on), u.sign, array[p_person_id], '{}'
      from (values (p_from, -1), (v_home, 1)) as u (code, sign);
    if left(v_home, 6) = v_old then
      update casework.visit_plans w set unit_code = v_home where w.bureau_code = v_old and w.id = v_plan.id;
    else
      update casework.visit_plans w set status = 'dropped', dropped_reason = 'handed over' where w.bureau_code = v_old and w.id = v_plan.id;
      insert into casework.visit_plans (bureau_code, id, unit_code, person_id, reason, rule_code, due_on, planned_by, planned_at)
        values (left(v_home, 6), v_plan.id, v_home, p_person_id, v_plan.reason, v_plan.rule_code, v_plan.due_on, v_plan.planned_by, v_plan.planned_at)
        on conflict (bureau_code, id) do update set unit_code = excluded.unit_code, status = 'due', dropped_reason = null;
    end if;
  end loop;

  insert into casework.earlier_visits
    select left(v_home, 6), e.person_id, e.visit_id, v_home, e.kept_by_unit, e.made_by_unit, e.done_on, e.reason, e.way, e.deliveries, e.goods, e.goods_value_fen, e.note
      from casework.earlier_visits e where e.bureau_code = v_old and e.person_id = p_person_id and e.unit_code = p_from
    on conflict (bureau_code, person_id, visit_id) do update set unit_code = excluded.unit_code;
  delete from casework.earlier_visits e where e.bureau_code = v_old and e.person_id = p_person_id and e.unit_code = p_from;
  insert into casework.earlier_visits
    select left(v_home, 6), p_person_id, v.id, v_home, p_from, v.made_by_unit, v.done_on, v.reason, v.way, v.deliveries, v.goods, v.goods_value_fen, v.note
      from casework.visit_people s join casework.visits v on v.bureau_code = s.bureau_code and v.id = s.visit_id
     where s.bureau_code = v_old and s.person_id = p_person_id and v.unit_code = p_from and not v.is_counter
       and not exists (select from casework.visits c where c.bureau_code = v.bureau_code and c.corrects_id = v.id and c.is_counter)
    on conflict (bureau_code, person_id, visit_id) do update set unit_code = excluded.unit_code;
end
$$;

create or replace function casework.follow_matters(p_person_id uuid, p_from text, p_to text, p_places jsonb, p_on date) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_old    text := left(p_from, 6);
  v_matter casework.matters;
begin
  -- Where the file lies says the registry, and nobody else: a call about a file that was not handed over does nothing.
  perform from registry.people p where p.id = p_person_id and p.unit_code = p_to and p.status in ('active', 'deceased', 'archived');
  if not found or p_from = p_to then
    return;
  end if;
  for v_matter in
    select * from casework.matters m where m.bureau_code = v_old and m.person_id = p_person_id and m.outcome is distinct from 'handedOver' for update loop
    if left(p_to, 6) = v_old then
      perform casework.move_matter(v_old, v_matter.id, p_to, p_places);
    elsif v_matter.outcome is null or v_matter.once_key is not null then
      perform casework.hand_matter_over(v_matter, p_to, p_places, p_on);
    else
      continue;
    end if;
    if v_matter.outcome is null then
      insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
      select left(u.code, 6), gen_random_uuid(), 'matter.open', u.code, p_on, u.sign, array[p_person_id], jsonb_build_object('type', v_matter.type_code)
        from (values (v_matter.unit_code, -1), (p_to, 1)) as u (code, sign);
    end if;
  end loop;
end
$$;
