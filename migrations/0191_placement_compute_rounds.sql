-- Rounds that are computed at once (双向选择、指令性分配): lists handed in on /me, why somebody got what they got, doors of employers.

alter table placement.round_people
  add column list text[],
  add column why  jsonb;
comment on column placement.round_people.list is 'Two-way: the posts this person would have, the dearest first, as they stand in the last link that holds their list.';
comment on column placement.round_people.why is 'Of a computed round, written as it is closed: why this post and none that the person would rather have had, for the receipt.';
grant update (list, why) on placement.round_people to guidui_app;

create table placement.employer_doors (
  bureau_code    text collate "C" not null,
  id             uuid             not null,
  unit_code      text collate "C" not null,
  round_id       uuid             not null,
  uscc           text collate "C" not null,
  employer_name  text             not null,
  given_to       text             not null,
  link_hash      bytea            not null,
  code_hash      bytea            not null,
  ends_at        timestamptz      not null,
  given_at       timestamptz      not null,
  given_by       uuid             not null,
  entered_at     timestamptz,
  shut_at        timestamptz,

  constraint employer_doors_pkey primary key (bureau_code, id),
  constraint employer_doors_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint employer_doors_given_to_check check (char_length(given_to) between 2 and 80),
  constraint employer_doors_ends_check check (ends_at > given_at),
  constraint employer_doors_link_once unique (bureau_code, link_hash),
  constraint employer_doors_round_fkey foreign key (bureau_code, round_id) references placement.rounds (bureau_code, id)
);
comment on table placement.employer_doors is 'By which a receiving unit without an account ranks who has listed its posts: a link and a code, each kept as a keyed hash only, for one round and until its window ends.';
comment on column placement.employer_doors.given_to is 'Who of the receiving unit was given link and code, as the officer wrote it down.';
comment on column placement.employer_doors.shut_at is 'A new door of the same employer shuts the one before.';
create index employer_doors_link_idx on placement.employer_doors (link_hash);
create index employer_doors_unit_idx on placement.employer_doors (unit_code);
create index employer_doors_round_idx on placement.employer_doors (bureau_code, round_id);
create unique index employer_doors_open_once on placement.employer_doors (bureau_code, round_id, uscc) where shut_at is null;

alter table placement.employer_doors enable row level security;
alter table placement.employer_doors force row level security;
create policy employer_doors_select on placement.employer_doors for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy employer_doors_insert on placement.employer_doors for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy employer_doors_update on placement.employer_doors for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on placement.employer_doors to guidui_app;
grant update (entered_at, shut_at) on placement.employer_doors to guidui_app;

-- A person on /me sees of a round that they take part in: its rules and posts, what is public of it, and the links that name them.
create function placement.own_desk(p_round_id uuid)
  returns table (state text, way text, settings jsonb, seq int, last_hash text, last_ms bigint, opening jsonb, links jsonb)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select r.state, r.way, r.settings, r.seq, r.last_hash, r.last_ms, r.opening::jsonb || jsonb_build_object('candidates', jsonb_build_array(p.entry::jsonb)),
         coalesce((select jsonb_agg(jsonb_build_object('seq', e.seq, 'at', e.at_ms, 'what', e.what, 'hash', e.hash) order by e.seq)
                     from placement.round_events e
                    where e.bureau_code = r.bureau_code and e.round_id = r.id
                      and (e.what ->> 'kind' in ('opened', 'post-withdrawn', 'computed', 'closed') or e.what ->> 'candidate' = p.pseudonym)), '[]')
    from placement.round_people p join placement.rounds r on r.bureau_code = p.bureau_code and r.id = p.round_id
   where p.round_id = p_round_id and p.person_id = app.person_id() and p.pseudonym is not null and r.opening is not null
$$;
comment on function placement.own_desk is 'What a person on /me may know of a round they take part in: rules, posts and the links that are public or name them; of others nothing.';

-- Held until the transaction ends, so that the next link is the next.
create function placement.hold_own_round(p_round_id uuid) returns void
language sql security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select 1 from placement.rounds r
   where r.id = p_round_id and exists (select from placement.round_people p
           where p.bureau_code = r.bureau_code and p.round_id = r.id and p.person_id = app.person_id() and p.pseudonym is not null)
     for update
$$;
comment on function placement.hold_own_round is 'Locks a round that the person on /me takes part in.';

-- One link of a person on /me: their own list, in an open round, as the next of the chain; or nothing.
create function placement.say_own_list(p_round_id uuid, p_seq int, p_at bigint, p_what jsonb, p_hash text, p_account uuid, p_action uuid) returns boolean
language plpgsql security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  own placement.round_people;
begin
  select * into own from placement.round_people p where p.round_id = p_round_id and p.person_id = app.person_id() and p.pseudonym is not null;
  if not found or p_what ->> 'kind' <> 'list' or p_what ->> 'candidate' is distinct from own.pseudonym then
    return false;
  end if;
  update placement.rounds set seq = p_seq, last_hash = p_hash, last_ms = p_at
   where bureau_code = own.bureau_code and id = p_round_id and state = 'open' and way = 'two-way' and seq = p_seq - 1 and last_ms <= p_at;
  if not found then
    return false;
  end if;
  insert into placement.round_events (bureau_code, round_id, seq, unit_code, at_ms, what, hash, said_by, by_name, action_id)
  select bureau_code, id, p_seq, unit_code, p_at, p_what, p_hash, p_account, '', p_action from placement.rounds
   where bureau_code = own.bureau_code and id = p_round_id;
  update placement.round_people
     set list = array(select jsonb_array_elements_text(p_what -> 'posts')), links = links || jsonb_build_array(jsonb_build_object('seq', p_seq, 'hash', p_hash))
   where bureau_code = own.bureau_code and round_id = p_round_id and candidate_id = own.candidate_id;
  return true;
end
$$;
comment on function placement.say_own_list is 'Appends the list of the person on /me to the record of an open two-way round; false where it is not theirs, not open or not the next link.';

revoke all on function placement.own_desk, placement.hold_own_round, placement.say_own_list from public;
grant execute on function placement.own_desk, placement.hold_own_round, placement.say_own_list to guidui_app, guidui_me;
