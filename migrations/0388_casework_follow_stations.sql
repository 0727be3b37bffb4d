-- What lies at a station and is no file's: matters that nobody's file is named in go to whoever takes the station over.

create function casework.follow_station(p_hand_over_id uuid, p_bureau text, p_places jsonb, p_on date) returns int
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_over   registry.hand_overs;
  v_matter casework.matters;
  v_moved  int := 0;
begin
  -- The registry says which station is being handed over, and to whom.
  select * into v_over from registry.hand_overs o where o.bureau_code = p_bureau and o.id = p_hand_over_id and o.status = 'running';
  if not found then
    return 0;
  end if;
  for v_matter in
    select * from casework.matters m
     where m.bureau_code = p_bureau and m.unit_code = v_over.unit_code and m.person_id is null and m.outcome is distinct from 'handedOver' for update loop
    perform casework.move_matter(p_bureau, v_matter.id, v_over.to_unit, p_places);
    if v_matter.outcome is null then
      insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
      select p_bureau, gen_random_uuid(), 'matter.open', u.code, p_on, u.sign, '{}', jsonb_build_object('type', v_matter.type_code)
        from (values (v_over.unit_code, -1), (v_over.to_unit, 1)) as u (code, sign);
    end if;
    v_moved := v_moved + 1;
  end loop;
  return v_moved;
end
$$;
comment on function casework.follow_station is 'Part of the hand-over of a station: matters without a file go to its successor. Says how many.';
revoke all on function casework.follow_station from public;
grant execute on function casework.follow_station to guidui_app;
