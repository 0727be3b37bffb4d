-- A whole station hands over: everything that lies at a unit goes to its successor in the same bureau, file by file, by the
-- functions that move a single one (decision 0027).

create table registry.hand_overs (
  bureau_code    text collate "C" not null,
  id             uuid             not null,
  unit_code      text collate "C" not null,
  unit_name      text             not null,
  to_unit        text collate "C" not null,
  to_name        text             not null,
  reason         text             not null,
  status         text collate "C" not null default 'running',
  files          int              not null,
  moved          int              not null default 0,
  besides        int              not null default 0,
  asked_at       timestamptz      not null,
  asked_by       uuid             not null,
  asked_by_name  text             not null,
  asked_at_unit  text collate "C" not null,
  finished_at    timestamptz,

  constraint hand_overs_pkey primary key (bureau_code, id),
  constraint hand_overs_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint hand_overs_one_bureau_check check (bureau_code = left(to_unit, 6)),
  constraint hand_overs_apart_check check (to_unit <> unit_code),
  constraint hand_overs_status_check check (status in ('running', 'done', 'stopped')),
  constraint hand_overs_finished_check check ((status = 'done') = (finished_at is not null))
);
comment on table registry.hand_overs is 'Hand-overs of whole stations: from unit_code to to_unit, both in one bureau, why, how many files there were and how many have moved.';
comment on column registry.hand_overs.besides is 'What moved that belongs to the station and to no file: standing records of work, offers of help.';
comment on column registry.hand_overs.status is 'stopped: a fault came back five times; what is left is handed over by the next one.';
create unique index hand_overs_running_key on registry.hand_overs (bureau_code, unit_code) where status = 'running';
create index hand_overs_unit_code_idx on registry.hand_overs (unit_code, asked_at);
alter table registry.hand_overs enable row level security;
alter table registry.hand_overs force row level security;
create policy hand_overs_select on registry.hand_overs for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy hand_overs_insert on registry.hand_overs for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi() and to_unit >= app.scope_lo() and to_unit < app.scope_hi());
create policy hand_overs_update on registry.hand_overs for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on registry.hand_overs to guidui_app;
grant update (status, moved, besides, finished_at) on registry.hand_overs to guidui_app;

create table registry.handed_files (
  bureau_code   text collate "C" not null,
  hand_over_id  uuid             not null,
  person_id     uuid             not null,
  unit_code     text collate "C" not null,
  moved_at      timestamptz      not null,
  moved_by      uuid             not null,
  said          text             not null,

  constraint handed_files_pkey primary key (bureau_code, hand_over_id, person_id),
  constraint handed_files_unit_code_check check (bureau_code = left(unit_code, 6))
);
comment on table registry.handed_files is 'Append-only: each file that went along when its station was handed over: a line of its timeline. unit_code is where the file lies now.';
create index handed_files_unit_code_idx on registry.handed_files (unit_code);
create index handed_files_person_idx on registry.handed_files (bureau_code, person_id);
alter table registry.handed_files enable row level security;
alter table registry.handed_files force row level security;
create policy handed_files_select on registry.handed_files for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy handed_files_insert on registry.handed_files for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
-- Not granted to the application: only a hand-over, as the owner, moves what is append-only.
create policy handed_files_update on registry.handed_files for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select on registry.handed_files to guidui_app;

-- The stocks of one side, apart from the events: where a station is merged nobody leaves and nobody arrives.
create function registry.count_stocks(p_person registry.people, p_unit_code text, p_sign integer, p_on date) returns void
language sql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  -- The stocks count the living; 80 percent is COMPLETE_FROM of the program.
  insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
  select left(p_unit_code, 6), gen_random_uuid(), f.kind, p_unit_code, p_on, p_sign, array[p_person.id], f.dimensions
    from (values ('person.registered', jsonb_build_object('sex', p_person.sex), p_person.status = 'active'),
                 ('file.complete', '{}'::jsonb, p_person.status = 'active' and p_person.completeness >= 80)) as f (kind, dimensions, counts)
   where f.counts;
  insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
  select left(p_unit_code, 6), gen_random_uuid(), 'identity.held', p_unit_code, p_on, p_sign, array[p_person.id],
         jsonb_build_object('class', i.class_code)
    from registry.entitled_identities i
   where p_person.status = 'active'
     and i.bureau_code = p_person.bureau_code and i.person_id = p_person.id and i.to_on is null and i.status <> 'ended';
$$;
comment on function registry.count_stocks is 'Part of every hand-over: the stock facts of one side. Called by registry.count_hand_over and registry.hand_on only, before the rows move.';
revoke all on function registry.count_stocks from public;

create or replace function registry.count_hand_over(p_person registry.people, p_unit_code text, p_sign integer, p_on date) returns void
language sql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select registry.count_stocks(p_person, p_unit_code, p_sign, p_on);
  insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
  values (left(p_unit_code, 6), gen_random_uuid(), case when p_sign < 0 then 'person.left' else 'person.arrived' end, p_unit_code, p_on, 1,
          array[p_person.id], jsonb_build_object('sex', p_person.sex));
$$;

-- As before, and the lines of earlier hand-overs go along.
create or replace function registry.move_within_bureau(p_person_id uuid, p_bureau text, p_to text) returns void
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
  update registry.authorities set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.door_codes set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.kin set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.search_keys set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.unmaskings set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
  update registry.merges set unit_code = p_to where bureau_code = p_bureau and kept_id = any(v_ids);
  update registry.handed_files set unit_code = p_to where bureau_code = p_bureau and person_id = any(v_ids);
end
$$;

create function registry.hand_on(p_bureau text, p_id uuid, p_limit int, p_waits boolean, p_on date, p_at timestamptz) returns setof uuid
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
  update registry.hand_overs h set moved = h.moved + cardinality(v_people) where h.bureau_code = p_bureau and h.id = p_id;
end
$$;
comment on function registry.hand_on is 'Moves some of the files of a station that is being handed over to its successor, with their stocks, and says which; none where nothing is left. Files that are being edited are passed by unless p_waits.';
revoke all on function registry.hand_on from public;
grant execute on function registry.hand_on to guidui_app;
