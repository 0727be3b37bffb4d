-- Two files of one bureau that may be of one citizen. A suspicion lies at the smallest place that both files lie in, so
-- that whoever sees it sees both files, and a village learns nothing of the next village.

create index people_born_on_idx on registry.people (bureau_code, born_on);
create index people_phone_idx on registry.people (bureau_code, phone_index) where phone_index is not null;

create table registry.duplicate_suspicions (
  bureau_code  text collate "C" not null,
  id           uuid             not null default gen_random_uuid(),
  unit_code    text collate "C" not null,
  person_id    uuid             not null,
  other_id     uuid             not null,
  signs        text[]           not null,
  status       text collate "C" not null default 'open',
  found_on     date             not null,
  settled_at   timestamptz,
  settled_by   uuid,
  reason       text,

  constraint duplicate_suspicions_pkey primary key (bureau_code, id),
  constraint duplicate_suspicions_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint duplicate_suspicions_status_check check (status in ('open', 'dismissed', 'gone')),
  constraint duplicate_suspicions_pair_check check (person_id < other_id),
  constraint duplicate_suspicions_dismissed_check check ((status = 'dismissed') = (reason is not null)),
  constraint duplicate_suspicions_pair_key unique (bureau_code, person_id, other_id),
  constraint duplicate_suspicions_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id),
  constraint duplicate_suspicions_other_fkey foreign key (bureau_code, other_id) references registry.people (bureau_code, id)
);
comment on table registry.duplicate_suspicions is 'Pairs of files of one bureau that may be of one citizen: open, dismissed by somebody with a reason, or gone (merged, closed, corrected, moved). Written by registry.suspect_twins.';
comment on column registry.duplicate_suspicions.signs is 'What the two have in common: sound (of the whole name), birth, phone, idEnd (last eight of the id number).';
create index duplicate_suspicions_unit_code_idx on registry.duplicate_suspicions (unit_code, status, found_on);
create index duplicate_suspicions_other_idx on registry.duplicate_suspicions (bureau_code, other_id);

alter table registry.duplicate_suspicions enable row level security;
alter table registry.duplicate_suspicions force row level security;
create policy duplicate_suspicions_select on registry.duplicate_suspicions for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy duplicate_suspicions_insert on registry.duplicate_suspicions for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy duplicate_suspicions_update on registry.duplicate_suspicions for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, update on registry.duplicate_suspicions to guidui_app;

create function registry.common_place(p_one text, p_other text) returns text
language sql immutable
as $$
  select case
    when p_one = p_other then p_one
    when left(p_one, 12) = left(p_other, 12) then left(p_one, 12)
    when left(p_one, 9) = left(p_other, 9) then left(p_one, 9) || '000'
    else left(p_one, 6) || '000000' end
$$;
comment on function registry.common_place is 'The smallest place of a bureau that two of its units lie in.';

create function registry.sounds_same(p_bureau text, p_one uuid, p_other uuid) returns boolean
language sql stable
as $$
  -- The longest sound is that of the whole name; a name without sounds is compared as it is written.
  with longest as (
    select k.person_id, k.kind, k.key, rank() over (partition by k.person_id, k.kind order by char_length(k.key) desc) as place
      from registry.search_keys k
     where k.bureau_code = p_bureau and k.person_id in (p_one, p_other) and k.kind in ('full', 'pinyin'))
  select exists (select from longest a join longest b using (kind, key)
                  where a.person_id = p_one and b.person_id = p_other and a.place = 1 and b.place = 1)
$$;
comment on function registry.sounds_same is 'Whether the whole names of two files are written or sound the same.';
revoke all on function registry.common_place, registry.sounds_same from public;

create function registry.twins_of(p_bureau text, p_ids uuid[])
  returns table (person_id uuid, other_id uuid, place text, signs text[])
language sql stable security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  with subject as (
    select p.* from registry.people p
     where p.bureau_code = p_bureau and p.id = any(p_ids) and p.status in ('active', 'deceased')),
  near as (
    select s.id as one, o.id as other from subject s join registry.people o on o.bureau_code = p_bureau and o.born_on = s.born_on
    union
    select s.id, o.id from subject s join registry.people o on o.bureau_code = p_bureau and o.phone_index = s.phone_index
    union
    select s.id, k.person_id from subject s
      join registry.search_keys m on m.bureau_code = p_bureau and m.person_id = s.id and m.kind = 'id8'
      join registry.search_keys k on k.bureau_code = p_bureau and k.kind = 'id8' and k.key = m.key),
  pair as (select distinct least(n.one, n.other) as one, greatest(n.one, n.other) as other from near n where n.one <> n.other),
  compared as (
    select a.id as one, b.id as other, registry.common_place(a.unit_code, b.unit_code) as place,
           registry.sounds_same(p_bureau, a.id, b.id) as sound,
           a.born_on = b.born_on as birth,
           coalesce(a.phone_index = b.phone_index, false) as phone,
           exists (select from registry.search_keys m join registry.search_keys k
                     on k.bureau_code = p_bureau and k.kind = 'id8' and k.key = m.key and k.person_id = b.id
                    where m.bureau_code = p_bureau and m.kind = 'id8' and m.person_id = a.id) as id_end
      from pair join registry.people a on a.bureau_code = p_bureau and a.id = pair.one
      join registry.people b on b.bureau_code = p_bureau and b.id = pair.other
     where a.status in ('active', 'deceased') and b.status in ('active', 'deceased'))
  select c.one, c.other, c.place,
         array_remove(array[case when c.sound then 'sound' end, case when c.birth then 'birth' end,
                            case when c.phone then 'phone' end, case when c.id_end then 'idEnd' end], null)
    from compared c
   -- Two signs, one of them the name or the phone: a day of birth and the end of a number alone meet by chance.
   where (c.sound or c.phone) and c.sound::int + c.birth::int + c.phone::int + c.id_end::int >= 2
$$;
comment on function registry.twins_of is 'The files of a bureau that may be of the same citizen as one of the given, with what they have in common. Called by registry.suspect_twins only.';
revoke all on function registry.twins_of from public;

create function registry.count_suspicion(p_row registry.duplicate_suspicions, p_sign integer, p_on date) returns void
language sql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
    values (p_row.bureau_code, gen_random_uuid(), 'duplicate.suspected', p_row.unit_code, p_on, p_sign,
            array[p_row.person_id, p_row.other_id], '{}')
$$;
comment on function registry.count_suspicion is 'Part of registry.suspect_twins: the stock of open suspicions goes up or down.';
revoke all on function registry.count_suspicion from public;

create function registry.suspect_twins(p_bureau text, p_ids uuid[], p_on date) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_twin registry.duplicate_suspicions;
  v_row  registry.duplicate_suspicions;
  v_kept uuid[] := '{}';
begin
  for v_twin.person_id, v_twin.other_id, v_twin.unit_code, v_twin.signs in select * from registry.twins_of(p_bureau, p_ids) order by 1, 2 loop
    insert into registry.duplicate_suspicions (bureau_code, unit_code, person_id, other_id, signs, found_on)
      values (p_bureau, v_twin.unit_code, v_twin.person_id, v_twin.other_id, v_twin.signs, p_on)
      on conflict (bureau_code, person_id, other_id) do nothing returning * into v_row;
    if found then
      perform registry.count_suspicion(v_row, 1, p_on);
    else
      select * into v_row from registry.duplicate_suspicions d
        where d.bureau_code = p_bureau and d.person_id = v_twin.person_id and d.other_id = v_twin.other_id for update;
      -- What somebody dismissed stays dismissed; it only moves along with the files.
      if v_row.status = 'open' and v_row.unit_code <> v_twin.unit_code then
        perform registry.count_suspicion(v_row, -1, p_on);
      end if;
      update registry.duplicate_suspicions d
         set unit_code = v_twin.unit_code, signs = v_twin.signs,
             status = case when d.status = 'gone' then 'open' else d.status end,
             found_on = case when d.status = 'gone' then p_on else d.found_on end
       where d.bureau_code = p_bureau and d.id = v_row.id;
      if v_row.status = 'gone' or (v_row.status = 'open' and v_row.unit_code <> v_twin.unit_code) then
        v_row.unit_code := v_twin.unit_code;
        perform registry.count_suspicion(v_row, 1, p_on);
      end if;
    end if;
    v_kept := v_kept || v_row.id;
  end loop;
  for v_row in
    update registry.duplicate_suspicions d set status = 'gone'
     where d.bureau_code = p_bureau and d.status = 'open' and d.id <> all(v_kept)
       and (d.person_id = any(p_ids) or d.other_id = any(p_ids))
     returning * loop
    perform registry.count_suspicion(v_row, -1, p_on);
  end loop;
end
$$;
comment on function registry.suspect_twins is 'Looks at files that were opened, changed, closed or moved: enters new suspicions, takes off those that no longer hold, and counts both. Says nothing.';
revoke all on function registry.suspect_twins from public;
grant execute on function registry.suspect_twins to guidui_app;
