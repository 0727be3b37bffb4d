-- What a household has once: 一户一牌. A household is those whose files name the same address; the address itself stands here as an
-- index that cannot be read.

create table casework.household_holds (
  bureau_code  text collate "C" not null,
  matter_id    uuid             not null,
  unit_code    text collate "C" not null,
  person_id    uuid             not null,
  type_code    text collate "C" not null,
  household    bytea            not null,

  -- No foreign key: a matter that comes back from another bureau takes its row anew, and finds its hold as it was.
  constraint household_holds_pkey primary key (bureau_code, matter_id),
  constraint household_holds_unit_code_check check (bureau_code = left(unit_code, 6))
);
comment on table casework.household_holds is 'Append-only: for which household a matter was begun that a household has once. It holds as long as the matter lives or rests. household is a keyed index of the address.';
create index household_holds_household_idx on casework.household_holds (bureau_code, type_code, household);
create index household_holds_unit_code_idx on casework.household_holds (unit_code);
create index household_holds_person_idx on casework.household_holds (bureau_code, person_id);
alter table casework.household_holds enable row level security;
alter table casework.household_holds force row level security;
create policy household_holds_select on casework.household_holds for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy household_holds_insert on casework.household_holds for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy household_holds_of_person on casework.household_holds as restrictive for all to guidui_me
  using (person_id = app.person_id()) with check (person_id = app.person_id());
grant select, insert on casework.household_holds to guidui_app, guidui_me;

create function casework.find_household_holder(p_bureau text, p_type text, p_household bytea) returns table (person_id uuid, name text)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select p.id, p.name
    from casework.household_holds h
    join casework.matters m on m.bureau_code = h.bureau_code and m.id = h.matter_id and coalesce(m.once_key, m.double_key) is not null
    join registry.people p on p.bureau_code = m.bureau_code and p.id = m.person_id
   where h.bureau_code = p_bureau and h.type_code = p_type and h.household = p_household
   order by m.opened_at limit 1
$$;
comment on function casework.find_household_holder is 'Who of a household has, or is asking for, what a household has once: told to whoever lives at the same address, masked. For /me too.';
revoke all on function casework.find_household_holder from public;
grant execute on function casework.find_household_holder to guidui_app, guidui_me;
