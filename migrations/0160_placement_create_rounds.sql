-- Rounds of placement (选岗): what was committed to, who takes part under which pseudonym, what happened link by link, who has which seat.

create table placement.rounds (
  bureau_code     text collate "C" not null,
  id              uuid             not null,
  unit_code       text collate "C" not null,
  cohort_id       uuid             not null,
  title           text             not null,
  way             text collate "C" not null,
  state           text collate "C" not null,
  settings        jsonb            not null,
  draw_source     text             not null,
  draw_on         date             not null,
  replaces_id     uuid,
  replaced_why    text,
  opening         text,
  commitment      text collate "C",
  seed            bytea,
  committed_on    date,
  committed_at    timestamptz,
  committed_by    uuid,
  drawn_value     text,
  drawn_seed      text collate "C",
  drawn_at        timestamptz,
  drawn_by        uuid,
  present_name    text,
  present_by      uuid,
  present_at      timestamptz,
  seq             int              not null default 0,
  last_hash       text collate "C",
  last_ms         bigint           not null default 0,
  record          text,
  seal            text collate "C",
  published_at    timestamptz,
  drafted_on      date             not null,
  drafted_at      timestamptz      not null,
  drafted_by      uuid             not null,

  constraint rounds_pkey primary key (bureau_code, id),
  constraint rounds_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint rounds_way_check check (way in ('points-ranked', 'exam', 'direct', 'two-way', 'directive')),
  constraint rounds_state_check check (state in ('draft', 'committed', 'replaced', 'drawn', 'open', 'paused', 'closed')),
  constraint rounds_title_check check (char_length(title) between 2 and 80),
  constraint rounds_draw_check check (char_length(draw_source) between 2 and 200),
  -- Nothing is committed to in part, and the draw is named before it is held.
  constraint rounds_committed_check check ((commitment is null) = (opening is null) and (commitment is null) = (seed is null) and (commitment is null) = (committed_on is null)),
  constraint rounds_draft_check check ((state = 'draft') = (commitment is null)),
  constraint rounds_draw_later_check check (committed_on is null or draw_on > committed_on),
  constraint rounds_drawn_check check ((drawn_value is null) = (drawn_seed is null) and (state in ('draft', 'committed', 'replaced')) = (drawn_value is null)),
  -- No turn before the supervisor is in the room.
  constraint rounds_present_check check (state not in ('open', 'paused', 'closed') or present_by is not null),
  constraint rounds_sealed_check check ((state = 'closed') = (seal is not null) and (seal is null) = (record is null)),
  constraint rounds_replaced_check check ((state = 'replaced') = (replaced_why is not null)),
  constraint rounds_cohort_fkey foreign key (bureau_code, cohort_id) references placement.cohorts (bureau_code, id)
);
comment on table placement.rounds is 'Rounds of placement. What is frozen at the commitment is never changed: a new version is a new round that names the one it replaces, before the draw only.';
comment on column placement.rounds.opening is 'Canonical text of the opening of the record: rules, people under pseudonyms, posts, draw, hash of the seed.';
comment on column placement.rounds.seed is 'The secret seed of the lot, encrypted; drawn_seed is the same in the open, after the draw.';
comment on column placement.rounds.seq is 'Number of links of the record so far, last_hash the hash of the last, last_ms its instant in milliseconds.';
create index rounds_unit_idx on placement.rounds (unit_code, drafted_on);
create index rounds_cohort_idx on placement.rounds (bureau_code, cohort_id);

create table placement.round_people (
  bureau_code   text collate "C" not null,
  round_id      uuid             not null,
  candidate_id  uuid             not null,
  unit_code     text collate "C" not null,
  person_id     uuid             not null,
  number        int              not null,
  masked_name   text             not null,
  title         text             not null,
  proxy         text[],
  proxy_by      text,
  commitment    text collate "C",
  pseudonym     text collate "C",
  salt          bytea,
  entry         text,
  position      int,
  outcome       text collate "C",
  post_code     text collate "C",
  post_title    text,
  open_then     text[],
  links         jsonb            not null default '[]',

  constraint round_people_pkey primary key (bureau_code, round_id, candidate_id),
  constraint round_people_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint round_people_salt_check check ((pseudonym is null) = (salt is null)),
  constraint round_people_outcome_check check (outcome in ('placed', 'deferred', 'out', 'removed')),
  constraint round_people_position_once unique (bureau_code, round_id, position),
  constraint round_people_pseudonym_once unique (bureau_code, round_id, pseudonym),
  constraint round_people_round_fkey foreign key (bureau_code, round_id) references placement.rounds (bureau_code, id),
  constraint round_people_candidate_fkey foreign key (bureau_code, candidate_id) references placement.candidates (bureau_code, id)
);
comment on table placement.round_people is 'Who takes part in a round: under which pseudonym, with which list handed in beforehand, at which place of the order, and what became of it: all that a receipt needs.';
comment on column placement.round_people.salt is 'What leads from the number of the candidate to the pseudonym, encrypted: only the receipt holds it.';
comment on column placement.round_people.entry is 'The entry of the opening as JSON: score line by line.';
comment on column placement.round_people.links is 'Number and hash of every link of the record that names this person.';
create index round_people_candidate_idx on placement.round_people (bureau_code, candidate_id);
create index round_people_person_idx on placement.round_people (person_id);
create index round_people_unit_idx on placement.round_people (unit_code);

create table placement.round_posts (
  bureau_code  text collate "C" not null,
  round_id     uuid             not null,
  code         text collate "C" not null,
  unit_code    text collate "C" not null,
  post_id      uuid             not null,

  constraint round_posts_pkey primary key (bureau_code, round_id, code),
  constraint round_posts_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint round_posts_post_once unique (bureau_code, round_id, post_id),
  constraint round_posts_round_fkey foreign key (bureau_code, round_id) references placement.rounds (bureau_code, id),
  constraint round_posts_post_fkey foreign key (bureau_code, post_id) references placement.posts (bureau_code, id)
);
comment on table placement.round_posts is 'Append-only: the posts of a round and the short code by which the record knows each.';
create index round_posts_unit_idx on placement.round_posts (unit_code);
create index round_posts_post_idx on placement.round_posts (bureau_code, post_id);

create table placement.round_events (
  bureau_code  text collate "C" not null,
  round_id     uuid             not null,
  seq          int              not null,
  unit_code    text collate "C" not null,
  at_ms        bigint           not null,
  what         jsonb            not null,
  hash         text collate "C" not null,
  said_by      uuid             not null,
  by_name      text             not null,
  action_id    uuid             not null,

  constraint round_events_pkey primary key (bureau_code, round_id, seq),
  constraint round_events_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint round_events_seq_check check (seq > 0),
  constraint round_events_round_fkey foreign key (bureau_code, round_id) references placement.rounds (bureau_code, id)
);
comment on table placement.round_events is 'Append-only: the links of the record. Of two that come at once the second finds its number gone; each hash covers the one before it.';
create index round_events_unit_idx on placement.round_events (unit_code);

create table placement.round_seats (
  bureau_code  text collate "C" not null,
  round_id     uuid             not null,
  seq          int              not null,
  unit_code    text collate "C" not null,
  code         text collate "C" not null,
  seat         int              not null,
  pseudonym    text collate "C" not null,
  freed_seq    int,

  constraint round_seats_pkey primary key (bureau_code, round_id, seq, pseudonym),
  constraint round_seats_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint round_seats_seat_check check (seat > 0),
  constraint round_seats_event_fkey foreign key (bureau_code, round_id, seq) references placement.round_events (bureau_code, round_id, seq)
);
comment on table placement.round_seats is 'Seats that were taken, by which link, and by which they were freed again. The database itself lets no seat be held twice and nobody hold two.';
create unique index round_seats_seat_once on placement.round_seats (bureau_code, round_id, code, seat) where freed_seq is null;
create unique index round_seats_person_once on placement.round_seats (bureau_code, round_id, pseudonym) where freed_seq is null;
create index round_seats_unit_idx on placement.round_seats (unit_code);

do $$
declare
  t text;
begin
  foreach t in array array['rounds', 'round_people', 'round_posts', 'round_events', 'round_seats'] loop
    execute format('alter table placement.%I enable row level security', t);
    execute format('alter table placement.%I force row level security', t);
    execute format('create policy %I on placement.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on placement.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    execute format('grant select, insert on placement.%I to guidui_app', t);
  end loop;
  foreach t in array array['rounds', 'round_people', 'round_seats'] loop
    execute format('create policy %I on placement.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_update', t);
  end loop;
end
$$;
grant update (title, state, settings, draw_source, draw_on, replaced_why, opening, commitment, seed, committed_on, committed_at, committed_by, drawn_value, drawn_seed,
  drawn_at, drawn_by, present_name, present_by, present_at, seq, last_hash, last_ms, record, seal, published_at) on placement.rounds to guidui_app;
grant update (proxy, proxy_by, commitment, pseudonym, salt, entry, position, outcome, post_code, post_title, open_then, links) on placement.round_people to guidui_app;
grant update (freed_seq) on placement.round_seats to guidui_app;

-- A person on /me sees the own row, which is the receipt, and nothing of anybody else.
create policy round_people_of_person on placement.round_people as restrictive for all to guidui_me using (person_id = app.person_id()) with check (person_id = app.person_id());
grant select on placement.round_people to guidui_me;

-- The receipt goes with the file.
create or replace function placement.move_candidate(p_bureau text, p_candidate_id uuid, p_to text, p_person_id uuid) returns void
language sql security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  update placement.candidates set unit_code = p_to, person_id = p_person_id where bureau_code = p_bureau and id = p_candidate_id;
  update placement.candidate_steps set unit_code = p_to, person_id = p_person_id where bureau_code = p_bureau and candidate_id = p_candidate_id;
  update placement.file_checks set unit_code = p_to, person_id = p_person_id where bureau_code = p_bureau and candidate_id = p_candidate_id;
  update placement.eligibility_decisions set unit_code = p_to, person_id = p_person_id where bureau_code = p_bureau and candidate_id = p_candidate_id;
  update placement.score_sheets set unit_code = p_to, person_id = p_person_id where bureau_code = p_bureau and candidate_id = p_candidate_id;
  update placement.objections set unit_code = p_to, person_id = p_person_id where bureau_code = p_bureau and candidate_id = p_candidate_id;
  update placement.round_people set unit_code = p_to, person_id = p_person_id where bureau_code = p_bureau and candidate_id = p_candidate_id;
$$;
