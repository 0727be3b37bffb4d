-- The hand-over of a file. Within a bureau its rows get another unit_code; to another bureau the person gets a new home
-- row with the same id, its parts and history go along, and the old row is closed.

-- Not granted to the application: only the hand-over, as the owner, moves what is append-only.
create policy person_versions_update on registry.person_versions for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy unmaskings_update on registry.unmaskings for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());

create function registry.move_within_bureau(p_person_id uuid, p_bureau text, p_to text) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_ids uuid[];
begin
  -- Files that were merged into this one go along: a merge must still be undone from the new station.
  select array_agg(p.id) into v_ids from registry.people p
    where p.bureau_code = p_bureau and (p.id = p_person_id or p.merged_into = p_person_id);
  update registry.people set unit_code = p_to where bureau_code = p_bureau and id = any(v_ids);
  update registry.person_versions set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.service_records set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.entitled_identities set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.kin set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.search_keys set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.unmaskings set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.merges set unit_code = p_to where bureau_code = p_bureau and kept_id = any(v_ids);
end
$$;
comment on function registry.move_within_bureau is 'Part of the hand-over: the rows of a person get another station of the same bureau. Called by registry.settle_transfer only.';
revoke all on function registry.move_within_bureau from public;

create function registry.move_to_bureau(p_person registry.people, p_to text) returns void
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
      updated_at = excluded.updated_at, last_contact_on = excluded.last_contact_on;

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
  update registry.people set status = 'transferred', phone = null, phone_index = null, address = null, bank_card = null
    where bureau_code = v_old and id = p_person.id;
end
$$;
comment on function registry.move_to_bureau is 'Part of the hand-over: a person gets a new home row in another bureau, same id; the old row is closed and emptied of contacts. Called by registry.settle_transfer only.';
revoke all on function registry.move_to_bureau from public;

create function registry.count_hand_over(p_person registry.people, p_unit_code text, p_sign integer, p_on date) returns void
language sql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  -- The stocks count the living; 80 percent is COMPLETE_FROM of the program.
  insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
  select left(p_unit_code, 6), gen_random_uuid(), f.kind, p_unit_code, p_on, f.quantity, array[p_person.id], f.dimensions
    from (values ('person.registered', p_sign, jsonb_build_object('sex', p_person.sex), p_person.status = 'active'),
                 ('file.complete', p_sign, '{}'::jsonb, p_person.status = 'active' and p_person.completeness >= 80),
                 (case when p_sign < 0 then 'person.left' else 'person.arrived' end, 1, jsonb_build_object('sex', p_person.sex), true)
         ) as f (kind, quantity, dimensions, counts)
   where f.counts;
  insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
  select left(p_unit_code, 6), gen_random_uuid(), 'identity.held', p_unit_code, p_on, p_sign, array[p_person.id],
         jsonb_build_object('class', i.class_code)
    from registry.entitled_identities i
   where p_person.status = 'active'
     and i.bureau_code = p_person.bureau_code and i.person_id = p_person.id and i.to_on is null and i.status <> 'ended';
$$;
comment on function registry.count_hand_over is 'Part of the hand-over: the facts of one side. Called by registry.settle_transfer only, before the rows move.';
revoke all on function registry.count_hand_over from public;

create function registry.settle_transfer(p_request_id uuid, p_on date) returns text
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_asked   registry.transfer_requests;
  v_decides registry.transfer_requests;
  v_person  registry.people;
  v_from    text;
  v_to      text;
begin
  select * into v_asked from registry.transfer_requests r where r.request_id = p_request_id and r.direction = 'asked';
  select * into v_decides from registry.transfer_requests r where r.request_id = p_request_id and r.direction = 'toDecide';
  if v_asked.status = 'withdrawn' and v_decides.status = 'open' then
    update registry.transfer_requests set status = 'withdrawn', decided_at = v_asked.decided_at, answer = v_asked.answer
      where bureau_code = v_decides.bureau_code and id = v_decides.id;
    return 'withdrawn';
  end if;
  -- Whoever may decide has written their own row under their own range: that, and an open counterpart, is the warrant.
  if v_asked.status is distinct from 'open' or v_decides.status not in ('accepted', 'declined') then
    raise exception 'registry.settle_transfer: nothing to settle';
  end if;
  update registry.transfer_requests
     set status = v_decides.status, decided_at = v_decides.decided_at, answer = v_decides.answer,
         person_id = case when v_decides.status = 'accepted' then v_decides.person_id else person_id end
   where bureau_code = v_asked.bureau_code and id = v_asked.id;
  if v_decides.status = 'declined' then
    return 'declined';
  end if;

  v_from := case v_asked.kind when 'pull' then v_decides.unit_code else v_asked.unit_code end;
  v_to := case v_asked.kind when 'pull' then v_asked.unit_code else v_decides.unit_code end;
  select * into v_person from registry.people p
    where p.bureau_code = left(v_from, 6) and p.id = v_decides.person_id and p.unit_code = v_from and p.status in ('active', 'deceased')
    for update;
  if not found then
    return 'person-gone';
  end if;
  perform registry.count_hand_over(v_person, v_from, -1, p_on);
  perform registry.count_hand_over(v_person, v_to, 1, p_on);
  if left(v_from, 6) = left(v_to, 6) then
    perform registry.move_within_bureau(v_person.id, v_person.bureau_code, v_to);
  else
    perform registry.move_to_bureau(v_person, v_to);
  end if;
  perform registry.move_citizen(v_person.citizen_id_index, v_to, v_person.id);
  -- Other requests for the same file have lost their addressee; whoever still needs it asks again.
  update registry.transfer_requests r set status = 'withdrawn', decided_at = v_decides.decided_at
   where r.status = 'open' and r.request_id in
     (select o.request_id from registry.transfer_requests o
       where o.bureau_code = left(v_from, 6) and o.person_id = v_person.id and o.status = 'open');
  return 'accepted';
end
$$;
comment on function registry.settle_transfer is 'Carries a decision or a withdrawal to the other station of the request and, where it was accepted, hands the file over. Says accepted, declined, withdrawn or person-gone.';

revoke all on function registry.settle_transfer from public;
grant execute on function registry.settle_transfer to guidui_app;
