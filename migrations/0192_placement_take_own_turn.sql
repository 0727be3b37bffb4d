-- A person on /me takes their own turn in an open round that goes turn by turn.

-- Whose turn it is follows from everybody's: of others only what decides which posts are open to them, never scores, ties or homes.
create function placement.own_turns(p_round_id uuid)
  returns table (way text, last_hash text, last_ms bigint, opening jsonb, people text[], links jsonb, pseudonym text)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select r.way, r.last_hash, r.last_ms,
         r.opening::jsonb || jsonb_build_object('candidates',
           (select jsonb_agg(c || jsonb_build_object('lines', '[]'::jsonb, 'marks', '{"service": 0, "exam": 0, "appraisal": 0}'::jsonb, 'composite', 0, 'facts', '{}'::jsonb,
                                                     'hardship', 0, 'home', c -> 'places' -> 0))
              from jsonb_array_elements(r.opening::jsonb -> 'candidates') as c)),
         (select array_agg(p.pseudonym order by p.position) from placement.round_people p
           where p.bureau_code = r.bureau_code and p.round_id = r.id and p.position is not null),
         coalesce((select jsonb_agg(jsonb_build_object('seq', e.seq, 'at', e.at_ms, 'what', e.what, 'hash', e.hash) order by e.seq)
                     from placement.round_events e where e.bureau_code = r.bureau_code and e.round_id = r.id), '[]'),
         own.pseudonym
    from placement.round_people own join placement.rounds r on r.bureau_code = own.bureau_code and r.id = own.round_id
   where own.round_id = p_round_id and own.person_id = app.person_id() and own.pseudonym is not null and own.position is not null
     and r.way in ('points-ranked', 'exam', 'direct') and r.state in ('drawn', 'open', 'paused')
$$;
comment on function placement.own_turns is 'For a person on /me: a live round by turns that they take part in, as far as it must be known to tell whose turn it is and what is open; of others pseudonym, places, codes and list alone.';

-- One link of a person on /me: their own pick or pass, at their own turn, as the next of the chain; or nothing.
create function placement.say_own_turn(p_round_id uuid, p_seq int, p_at bigint, p_what jsonb, p_hash text, p_outcome text, p_account uuid, p_name text, p_action uuid, p_today date)
  returns boolean
language plpgsql security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  own placement.round_people;
  held placement.rounds;
  post jsonb;
  whose uuid;
begin
  select * into own from placement.round_people p where p.round_id = p_round_id and p.person_id = app.person_id() and p.pseudonym is not null;
  if not found or p_what ->> 'candidate' is distinct from own.pseudonym or p_what ->> 'by' is distinct from 'self'
     or (p_what ->> 'kind', p_outcome) not in (('pick', 'placed'), ('pass', 'deferred'), ('pass', 'out')) then
    return false;
  end if;
  select p.candidate_id into whose from placement.round_people p
   where p.bureau_code = own.bureau_code and p.round_id = p_round_id and p.position is not null and coalesce(p.outcome, 'deferred') = 'deferred'
   order by p.outcome nulls first, p.position limit 1;
  if whose is distinct from own.candidate_id then
    return false;
  end if;
  update placement.rounds set seq = p_seq, last_hash = p_hash, last_ms = p_at
   where bureau_code = own.bureau_code and id = p_round_id and state = 'open' and way in ('points-ranked', 'exam', 'direct') and seq = p_seq - 1 and last_ms <= p_at
   returning * into held;
  if not found then
    return false;
  end if;
  insert into placement.round_events (bureau_code, round_id, seq, unit_code, at_ms, what, hash, said_by, by_name, action_id)
  values (own.bureau_code, p_round_id, p_seq, held.unit_code, p_at, p_what, p_hash, p_account, p_name, p_action);
  if p_outcome = 'placed' then
    select p into post from jsonb_array_elements(held.opening::jsonb -> 'posts') as p where p ->> 'id' = p_what ->> 'post';
    -- The lowest seat that is free; where none is, there is no number and the row is refused.
    insert into placement.round_seats (bureau_code, round_id, seq, unit_code, code, seat, pseudonym)
    select own.bureau_code, p_round_id, p_seq, held.unit_code, p_what ->> 'post', min(s.seat), own.pseudonym
      from generate_series(1, (post ->> 'seats')::int) as s(seat)
     where not exists (select from placement.round_seats h
             where h.bureau_code = own.bureau_code and h.round_id = p_round_id and h.code = p_what ->> 'post' and h.seat = s.seat and h.freed_seq is null);
    with moved as (
      update placement.candidates set state = 'picked', steps = steps + 1, since_on = p_today
       where bureau_code = own.bureau_code and id = own.candidate_id and state = 'selecting'
      returning bureau_code, id, steps, unit_code, person_id)
    insert into placement.candidate_steps (bureau_code, candidate_id, number, unit_code, person_id, step, from_state, to_state, taken_on, taken_at, taken_by, by_name)
    select bureau_code, id, steps, unit_code, person_id, 'pick', 'selecting', 'picked', p_today, to_timestamp(p_at / 1000.0), p_account, p_name from moved;
  end if;
  update placement.round_people
     set outcome = p_outcome, post_code = p_what ->> 'post', post_title = post ->> 'employer',
         open_then = array(select jsonb_array_elements_text(p_what -> 'open')), links = links || jsonb_build_array(jsonb_build_object('seq', p_seq, 'hash', p_hash))
   where bureau_code = own.bureau_code and round_id = p_round_id and candidate_id = own.candidate_id;
  return true;
end
$$;
comment on function placement.say_own_turn is 'Appends the pick or pass of the person on /me to the record of an open round by turns, with seat, receipt and step; false where it is not theirs, not their turn, not open or not the next link.';

revoke all on function placement.own_turns, placement.say_own_turn from public;
grant execute on function placement.own_turns, placement.say_own_turn to guidui_app, guidui_me;
