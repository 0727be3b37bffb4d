-- What a person needs, the agreements with helpers and the claims go with the file to another station of the bureau, and
-- the offers of help that a station took in go to the one that takes it over. What has been told to the figures of past days
-- stays where it was told; the stocks count at the new station from the day of the move.

create function assistance.follow_file(p_person_id uuid, p_from text, p_on date) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_bureau text := left(p_from, 6);
  v_home   text;
begin
  -- Where the file lies says the registry, and nobody else. Into another bureau nothing follows.
  select p.unit_code into v_home from registry.people p
    where p.bureau_code = v_bureau and p.id = p_person_id and p.status in ('active', 'deceased', 'archived');
  if not found or v_home = p_from then
    return;
  end if;
  insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
  select v_bureau, gen_random_uuid(), f.kind, u.code, p_on, u.sign, '{}', f.dimensions
    from (select 'need.open' as kind, n.unit_code, jsonb_build_object('need', n.kind) as dimensions
            from assistance.needs n where n.bureau_code = v_bureau and n.person_id = p_person_id and n.unit_code <> v_home and n.closed_on is null
          union all
          select 'pairing.agreement', a.unit_code, jsonb_build_object('helper', h.kind)
            from assistance.pairings a join assistance.helpers h on h.bureau_code = a.bureau_code and h.id = a.helper_id
           where a.bureau_code = v_bureau and a.person_id = p_person_id and a.unit_code <> v_home and a.ended_on is null
          union all
          select 'pairing.person', min(a.unit_code), '{}'::jsonb
            from assistance.pairings a
           where a.bureau_code = v_bureau and a.person_id = p_person_id and a.unit_code <> v_home and a.ended_on is null
          having count(*) > 0) f
   cross join lateral (values (f.unit_code, -1), (v_home, 1)) as u (code, sign);
  update assistance.needs n set unit_code = v_home where n.bureau_code = v_bureau and n.person_id = p_person_id and n.unit_code <> v_home;
  update assistance.pairing_visits v set unit_code = v_home
    from assistance.pairings a
   where a.bureau_code = v_bureau and a.person_id = p_person_id and v.bureau_code = v_bureau and v.pairing_id = a.id and v.unit_code <> v_home;
  update assistance.pairings a set unit_code = v_home where a.bureau_code = v_bureau and a.person_id = p_person_id and a.unit_code <> v_home;
  update assistance.claims c set unit_code = v_home where c.bureau_code = v_bureau and c.person_id = p_person_id and c.unit_code <> v_home;
end
$$;
comment on function assistance.follow_file is 'After a hand-over inside a bureau: needs, agreements with their visits, and claims of a person go to the station that keeps the file now. Believes the registry alone.';
revoke all on function assistance.follow_file from public;
grant execute on function assistance.follow_file to guidui_app;

-- Not granted to the application: only a hand-over, as the owner, moves what is append-only.
create policy pairing_visits_update on assistance.pairing_visits for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());

create function assistance.follow_station(p_hand_over_id uuid, p_bureau text, p_on date) returns int
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_over   registry.hand_overs;
  v_moved  int;
begin
  -- The registry says which station is being handed over, and to whom.
  select * into v_over from registry.hand_overs o where o.bureau_code = p_bureau and o.id = p_hand_over_id and o.status = 'running';
  if not found then
    return 0;
  end if;
  insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
  select p_bureau, gen_random_uuid(), 'pairing.helper', u.code, p_on, u.sign, '{}', jsonb_build_object('helper', h.kind)
    from assistance.helpers h cross join lateral (values (h.unit_code, -1), (v_over.to_unit, 1)) as u (code, sign)
   where h.bureau_code = p_bureau and h.unit_code = v_over.unit_code
     and exists (select from assistance.pairings a where a.bureau_code = p_bureau and a.helper_id = h.id and a.ended_on is null);
  update assistance.helpers h set unit_code = v_over.to_unit where h.bureau_code = p_bureau and h.unit_code = v_over.unit_code;
  get diagnostics v_moved = row_count;
  return v_moved;
end
$$;
comment on function assistance.follow_station is 'Part of the hand-over of a station: the offers of help that it took in go to its successor. Says how many.';
revoke all on function assistance.follow_station from public;
grant execute on function assistance.follow_station to guidui_app;
