-- How many are seen at a duty, and who has asked for one: a day that is full is offered to nobody else.

alter table casework.roster_slots add column places smallint;
alter table casework.roster_slots add constraint roster_slots_places_check check (places between 1 and 99);
comment on column casework.roster_slots.places is 'How many are seen; NULL where the centre counts nobody.';

create table casework.duty_bookings (
  bureau_code  text collate "C" not null,
  matter_id    uuid             not null,
  unit_code    text collate "C" not null,
  person_id    uuid,
  centre       text collate "C" not null,
  on_day       date             not null,
  booked_at    timestamptz      not null,

  -- No foreign key: a matter that comes back from another bureau takes its row anew, and finds its booking as it was.
  constraint duty_bookings_pkey primary key (bureau_code, matter_id),
  constraint duty_bookings_unit_code_check check (bureau_code = left(unit_code, 6))
);
comment on table casework.duty_bookings is 'Append-only: which matter has asked for which day of a roster, and at which station. A matter that was withdrawn takes no place any more.';
create index duty_bookings_days_idx on casework.duty_bookings (centre, on_day);
create index duty_bookings_unit_code_idx on casework.duty_bookings (unit_code, on_day);
create index duty_bookings_person_idx on casework.duty_bookings (bureau_code, person_id);

alter table casework.duty_bookings enable row level security;
alter table casework.duty_bookings force row level security;
-- The bureau's, as its roster is: a place that another station gave away is gone.
create policy duty_bookings_select on casework.duty_bookings for select
  using (bureau_code >= left(app.scope_lo(), 6) and bureau_code < app.scope_hi());
create policy duty_bookings_insert on casework.duty_bookings for insert
  with check (bureau_code >= left(app.scope_lo(), 6) and bureau_code < app.scope_hi());
create policy duty_bookings_of_person on casework.duty_bookings as restrictive for all to guidui_me
  using (person_id = app.person_id()) with check (person_id = app.person_id());
grant select, insert on casework.duty_bookings to guidui_app, guidui_me;

create function casework.list_duties(p_centre text, p_from date, p_days int)
returns table (on_day date, from_time time, until_time time, lawyer text, places int, taken int)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select s.on_day, s.from_time, s.until_time, s.lawyer, s.places::int,
         (select count(*)::int from casework.duty_bookings b join casework.matters m on m.bureau_code = b.bureau_code and m.id = b.matter_id
           where b.centre = s.centre and b.on_day = s.on_day and (m.outcome is null or m.outcome in ('granted', 'handled')))
    from casework.roster_slots s
   where s.bureau_code = left(p_centre, 6) and s.centre = p_centre and s.on_day >= p_from and s.on_day < p_from + least(p_days, 92)
   order by s.on_day, s.from_time, s.lawyer
$$;
comment on function casework.list_duties is 'The duties of a centre from a day on, how many are seen at each and how many have asked for the day; who they are it does not say. For /me too.';
revoke all on function casework.list_duties from public;
grant execute on function casework.list_duties to guidui_app, guidui_me;
