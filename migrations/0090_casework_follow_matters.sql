-- Matters go with the file: to another station of the bureau with all they have; to another bureau those that live or rest,
-- closed here as handed over and going on there with their steps; to another file when two are merged, and back when that is undone.

alter table casework.matters
  add column handed_to   text collate "C",
  add column filed_as    uuid,
  add column double_of   uuid,
  add column double_key  text collate "C",
  add constraint matters_handed_check check ((outcome is not distinct from 'handedOver') = (handed_to is not null));
comment on column casework.matters.handed_to is 'The unit in another bureau at which a matter that was handed over goes on, under the same id.';
comment on column casework.matters.filed_as is 'The file for which it was begun, where that file has been merged into another since; goes back to it when the merge is undone.';
comment on column casework.matters.double_of is 'Another matter of the same kind that the person had already when this one came with a file: both live, and a human decides. It holds no once_key but a double_key, for the day on which it is alone again.';

create function casework.move_matter(p_bureau text, p_id uuid, p_to text, p_places jsonb) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
begin
  update casework.matters m
     set unit_code = p_to, holder_place = p_places ->> m.holder,
         escalated_place = case when m.escalated_at is null then null else coalesce(p_places ->> m.holder, left(p_to, 12)) end,
         claimed_by = case when m.holder_place is not distinct from p_places ->> m.holder then m.claimed_by end,
         claimed_name = case when m.holder_place is not distinct from p_places ->> m.holder then m.claimed_name end
   where m.bureau_code = p_bureau and m.id = p_id;
  update casework.matter_steps s set unit_code = p_to where s.bureau_code = p_bureau and s.matter_id = p_id;
  update casework.matter_documents d set unit_code = p_to where d.bureau_code = p_bureau and d.matter_id = p_id;
  update casework.matter_hands h set unit_code = p_to where h.bureau_code = p_bureau and h.matter_id = p_id;
  update casework.notices n set unit_code = p_to where n.bureau_code = p_bureau and n.matter_id = p_id;
  -- Ratings, and the person in steps and papers, come with a later migration: this runs long after both.
  update casework.matter_ratings r set unit_code = p_to where r.bureau_code = p_bureau and r.matter_id = p_id;
  update spine.files f set unit_code = p_to
    from casework.matter_documents d
   where d.bureau_code = p_bureau and d.matter_id = p_id and f.bureau_code = p_bureau and f.id = d.file_id and f.kind = 'paper';
end
$$;
comment on function casework.move_matter is 'Part of a hand-over: a matter gets another station of the same bureau, with its steps, papers and notices. Called by casework.follow_matters and casework.follow_merge only.';
revoke all on function casework.move_matter from public;

create function casework.hand_matter_over(p_matter casework.matters, p_to text, p_places jsonb, p_on date) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_old text := p_matter.bureau_code;
  v_new text := left(p_to, 6);
  v_row casework.matters := p_matter;
begin
  select c.id into v_row.double_of from casework.matters c
    where c.bureau_code = v_new and c.person_id = p_matter.person_id and c.type_code = p_matter.type_code and c.once_key = p_matter.once_key and c.id <> p_matter.id;
  v_row.bureau_code := v_new;
  v_row.unit_code := p_to;
  v_row.holder_place := p_places ->> p_matter.holder;
  v_row.escalated_place := case when p_matter.escalated_at is null then null else coalesce(v_row.holder_place, left(p_to, 12)) end;
  v_row.claimed_by := null;
  v_row.claimed_name := null;
  v_row.filed_as := null;
  v_row.double_key := case when v_row.double_of is not null then p_matter.once_key end;
  v_row.once_key := case when v_row.double_of is null then p_matter.once_key end;
  -- A matter that comes back finds its own row, closed as handed over, and takes its place again.
  delete from casework.notices n where n.bureau_code = v_new and n.matter_id = p_matter.id;
  delete from casework.matter_documents d where d.bureau_code = v_new and d.matter_id = p_matter.id;
  delete from casework.matter_hands h where h.bureau_code = v_new and h.matter_id = p_matter.id;
  delete from casework.matter_ratings r where r.bureau_code = v_new and r.matter_id = p_matter.id;
  delete from casework.matter_steps s where s.bureau_code = v_new and s.matter_id = p_matter.id;
  delete from casework.matters m where m.bureau_code = v_new and m.id = p_matter.id;

  insert into casework.matters select v_row.*;
  insert into casework.matter_steps (bureau_code, matter_id, number, unit_code, step, seat, from_state, to_state, taken_on, taken_at, taken_by, by_name, by_unit, channel, said, type_code, type_version, person_id)
    select v_new, matter_id, number, p_to, step, seat, from_state, to_state, taken_on, taken_at, taken_by, by_name, by_unit, channel, said, type_code, type_version, person_id
      from casework.matter_steps where bureau_code = v_old and matter_id = p_matter.id;
  insert into casework.matter_documents (bureau_code, id, matter_id, unit_code, code, how, file_id, given_at, given_by, person_id)
    select v_new, id, matter_id, p_to, code, how, file_id, given_at, given_by, person_id
      from casework.matter_documents where bureau_code = v_old and matter_id = p_matter.id;
  insert into casework.matter_ratings (bureau_code, matter_id, unit_code, person_id, stars, words, rated_on, rated_by)
    select v_new, matter_id, p_to, person_id, stars, words, rated_on, rated_by
      from casework.matter_ratings where bureau_code = v_old and matter_id = p_matter.id;
  insert into casework.matter_hands (bureau_code, id, matter_id, unit_code, to_account, to_name, by_account, by_name, note, given_at)
    select v_new, id, matter_id, p_to, to_account, to_name, by_account, by_name, note, given_at
      from casework.matter_hands where bureau_code = v_old and matter_id = p_matter.id;
  -- What waits is sent from there; what is on its way is finished here. (The columns of sending come with a later migration.)
  insert into casework.notices (bureau_code, id, unit_code, person_id, matter_id, step, words_zh, words_en, due_on, created_at, read_at, sms_state, sms_tries, sms_due_at, sms_failure)
    select v_new, id, p_to, person_id, matter_id, step, words_zh, words_en, due_on, created_at, read_at,
           case sms_state when 'sending' then 'none' else sms_state end, sms_tries, case sms_state when 'waiting' then sms_due_at end, sms_failure
      from casework.notices where bureau_code = v_old and matter_id = p_matter.id;
  update casework.notices n set sms_state = 'none', sms_due_at = null where n.bureau_code = v_old and n.matter_id = p_matter.id and n.sms_state = 'waiting';
  insert into spine.files (bureau_code, id, unit_code, kind, owner_id, name, content_type, size, address, stored_at, expires_at)
    select v_new, f.id, p_to, f.kind, f.owner_id, f.name, f.content_type, f.size, f.address, f.stored_at, f.expires_at
      from casework.matter_documents d join spine.files f on f.bureau_code = d.bureau_code and f.id = d.file_id
     where d.bureau_code = v_old and d.matter_id = p_matter.id and f.kind = 'paper'
    on conflict (bureau_code, id) do update set unit_code = excluded.unit_code;

  update casework.matters m
     set outcome = 'handedOver', handed_to = p_to, closed_on = p_on, holder = null, holder_place = null, claimed_by = null, claimed_name = null,
         due_on = 'infinity', due_clock = null, lapse_after = 'infinity', escalated_at = null, escalated_place = null, once_key = null
   where m.bureau_code = v_old and m.id = p_matter.id;
end
$$;
comment on function casework.hand_matter_over is 'Part of a hand-over: a matter goes on in another bureau under its id, with steps, papers and notices; here it is closed as handed over. Called by casework.follow_matters only.';
revoke all on function casework.hand_matter_over from public;

create function casework.follow_matters(p_person_id uuid, p_from text, p_to text, p_places jsonb, p_on date) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_old    text := left(p_from, 6);
  v_matter casework.matters;
begin
  -- Where the file lies says the registry, and nobody else: a call about a file that was not handed over does nothing.
  perform from registry.people p where p.id = p_person_id and p.unit_code = p_to and p.status in ('active', 'deceased');
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
comment on function casework.follow_matters is 'After a hand-over: the matters of a person go to the station that keeps the file now. Believes the registry alone of where that is; p_places says at which division each seat sits there.';
revoke all on function casework.follow_matters from public;
grant execute on function casework.follow_matters to guidui_app;

create function casework.follow_merge(p_from uuid, p_to uuid, p_places jsonb, p_on date) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_to     registry.people;
  v_from   registry.people;
  v_matter casework.matters;
  v_double uuid;
begin
  select * into v_to from registry.people p where p.id = p_to and p.status in ('active', 'deceased');
  select * into v_from from registry.people p where p.id = p_from and p.bureau_code = v_to.bureau_code;
  if v_to.id is null or v_from.id is null then
    return;
  end if;
  for v_matter in
    select * from casework.matters m
     where m.bureau_code = v_to.bureau_code and m.person_id = p_from and m.outcome is distinct from 'handedOver'
       -- Merged: everything goes. Undone: only what came from that file goes back to it.
       and (v_from.status = 'merged' and v_from.merged_into = p_to or m.filed_as = p_to)
     order by m.opened_at for update loop
    v_double := null;
    select c.id into v_double from casework.matters c
      where c.bureau_code = v_matter.bureau_code and c.person_id = p_to and c.type_code = v_matter.type_code
        and c.once_key = coalesce(v_matter.once_key, v_matter.double_key);
    update casework.matters m
       set person_id = p_to, filed_as = case when m.filed_as = p_to then null else coalesce(m.filed_as, p_from) end,
           double_of = v_double, once_key = case when v_double is null then coalesce(m.once_key, m.double_key) end,
           double_key = case when v_double is not null then coalesce(m.once_key, m.double_key) end
     where m.bureau_code = v_matter.bureau_code and m.id = v_matter.id;
    update casework.matter_steps s set person_id = p_to where s.bureau_code = v_matter.bureau_code and s.matter_id = v_matter.id;
    update casework.matter_documents d set person_id = p_to where d.bureau_code = v_matter.bureau_code and d.matter_id = v_matter.id;
    update casework.matter_ratings r set person_id = p_to where r.bureau_code = v_matter.bureau_code and r.matter_id = v_matter.id;
    update casework.notices n set person_id = p_to where n.bureau_code = v_matter.bureau_code and n.matter_id = v_matter.id;
    if v_matter.unit_code <> v_to.unit_code then
      perform casework.move_matter(v_matter.bureau_code, v_matter.id, v_to.unit_code, p_places);
    end if;
    if v_matter.outcome is null then
      insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
      select left(u.code, 6), gen_random_uuid(), 'matter.open', u.code, p_on, u.sign, array[u.person], jsonb_build_object('type', v_matter.type_code)
        from (values (v_matter.unit_code, -1, p_from), (v_to.unit_code, 1, p_to)) as u (code, sign, person);
    end if;
  end loop;
end
$$;
comment on function casework.follow_merge is 'After a merge: the matters of the file that was closed go to the one that was kept; after its undoing (the other way round) those that came from it go back. Believes the registry alone.';
revoke all on function casework.follow_merge from public;
grant execute on function casework.follow_merge to guidui_app;
