-- 0376_worklog_publish_sites.sql
--
-- Memorial facilities that an office has published (decision 0026). A row holds what of a record may be public and nothing
-- else: who published it, when and why it was taken back stands in the journal. It is hidden, never removed.

create table worklog.open_sites (
  bureau_code    text collate "C" not null,
  record_id      uuid             not null,
  unit_code      text collate "C" not null,
  name           text collate "C" not null,
  type           text collate "C" not null,
  level          text collate "C" not null,
  keeper         text collate "C" not null,
  place          text collate "C" not null,
  address        text collate "C" not null,
  phone          text collate "C" not null,
  opening_hours  text collate "C" not null,
  latitude       numeric(8, 6),
  longitude      numeric(9, 6),
  datum          text collate "C",
  published_on   date             not null,
  is_shown       boolean          not null default true,
  hidden_why     text collate "C",

  constraint open_sites_pkey primary key (bureau_code, record_id),
  constraint open_sites_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint open_sites_record_fkey foreign key (bureau_code, record_id) references worklog.records (bureau_code, id),
  constraint open_sites_type_check check (type in ('park', 'monument', 'hall', 'tomb', 'other')),
  constraint open_sites_level_check check (level in ('national', 'province', 'city', 'county', 'unclassified')),
  constraint open_sites_named_check check (name <> '' and keeper <> ''),
  -- A mobile number, an identity number or a name beside a telephone is a person's, whoever typed it.
  constraint open_sites_nobodys_check check (
    network.public_words(name) = name and network.public_words(keeper) = keeper and network.public_words(place) = place
    and network.public_words(address) = address and network.public_words(opening_hours) = opening_hours
    and network.public_phone(phone) = phone),
  constraint open_sites_point_check check (
    (latitude is null) = (longitude is null) and (latitude is null) = (datum is null)
    and datum in ('WGS-84', 'GCJ-02') and latitude between 3 and 54 and longitude between 73 and 136),
  constraint open_sites_hidden_check check (is_shown = (hidden_why is null) and hidden_why in ('takenBack', 'corrected', 'ended'))
);
create index open_sites_shown_idx on worklog.open_sites (unit_code, record_id) where is_shown;
create index open_sites_unit_idx on worklog.open_sites (unit_code, record_id);
comment on table worklog.open_sites is
  'Memorial facilities as they were published: the only source of the public map. Hidden when taken back, and with the record that is corrected or ends.';
comment on column worklog.open_sites.datum is 'The system of the coordinates: GCJ-02 lies some hundred metres beside WGS-84, so they are never converted in silence.';

alter table worklog.open_sites enable row level security;
alter table worklog.open_sites force row level security;
create policy open_sites_select on worklog.open_sites for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy open_sites_insert on worklog.open_sites for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy open_sites_update on worklog.open_sites for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert, update on worklog.open_sites to guidui_app;

create function worklog.list_open_sites(p_lo text, p_hi text, p_limit int, p_offset int)
returns table (unit_code text, name text, type text, level text, keeper text, place text, address text, phone text,
               opening_hours text, latitude numeric, longitude numeric, datum text, published_on date)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select s.unit_code, s.name, s.type, s.level, s.keeper, s.place, s.address, s.phone, s.opening_hours, s.latitude, s.longitude,
         s.datum, s.published_on
    from worklog.open_sites s
   where s.unit_code >= p_lo and s.unit_code < p_hi and s.is_shown
   order by array_position(array['national', 'province', 'city', 'county', 'unclassified'], s.level), s.unit_code, s.name, s.record_id
   limit p_limit offset p_offset
$$;
comment on function worklog.list_open_sites is 'Published memorial facilities in a range of codes, the highest level first, as anybody sees them.';

create function worklog.count_open_sites(p_lo text[], p_hi text[]) returns table (sites int)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select (select count(*)::int from worklog.open_sites s where s.unit_code >= range.lo and s.unit_code < range.hi and s.is_shown)
    from unnest(p_lo, p_hi) with ordinality as range (lo, hi, at) order by range.at
$$;
comment on function worklog.count_open_sites is 'How many published memorial facilities lie in each of some ranges of codes, in their order.';

create function worklog.open_site_levels(p_lo text, p_hi text) returns table (level text, sites int)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select s.level, count(*)::int from worklog.open_sites s where s.unit_code >= p_lo and s.unit_code < p_hi and s.is_shown group by s.level
$$;
comment on function worklog.open_site_levels is 'How many published memorial facilities of each level of protection lie in a range of codes.';

revoke all on function worklog.list_open_sites, worklog.count_open_sites, worklog.open_site_levels from public;
grant execute on function worklog.list_open_sites, worklog.count_open_sites, worklog.open_site_levels to guidui_app;
