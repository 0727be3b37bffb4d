-- 0012_network_create_service_units.sql
--
-- Centres, stations, post houses and veterans homes. A unit's code is its division's code; units that share a division
-- carry a serial (500112017005-2). A unit is never deleted: it is closed, or merged into another one.

create table network.service_units (
  bureau_code       text collate "C" not null,
  unit_code         text collate "C" not null,
  division_code     text collate "C" not null generated always as (left(unit_code, 12)) stored,
  kind              text collate "C" not null,
  tier              text collate "C" not null,
  name              text collate "C" not null,
  address           text collate "C" not null default '',
  phone             text collate "C" not null default '',
  opening_hours     text collate "C" not null default '',
  amenities         text[] not null default '{}',
  status            text collate "C" not null,
  opened_on         date,
  closed_on         date,
  merged_into_code  text collate "C",
  latitude          numeric(8, 6),
  longitude         numeric(9, 6),
  shares_paf_venue  boolean not null default false,
  is_branch         boolean not null default false,
  revision          int not null default 1,
  recorded_at       timestamptz not null default now(),

  constraint service_units_pkey primary key (bureau_code, unit_code),
  -- A unit's tier is its division's tier: the pair must exist.
  constraint service_units_tier_fkey foreign key (division_code, tier) references network.divisions (code, tier),
  constraint service_units_bureau_is_prefix check (bureau_code = left(unit_code, 6)),
  constraint service_units_code_is_unit_code check (unit_code ~ '^[0-9]{12}(-[1-9][0-9]?)?$'),
  constraint service_units_kind_is_known check (kind in ('centre', 'station', 'postHouse', 'veteransHome')),
  constraint service_units_status_is_known check (status in ('planned', 'built', 'open', 'suspended', 'merged', 'closed')),
  constraint service_units_kind_suits_tier check (
    (kind <> 'centre' or tier in ('nation', 'province', 'city', 'county'))
    and (kind <> 'station' or tier in ('township', 'village'))),
  constraint service_units_opened_when_open check (status in ('planned', 'built') or opened_on is not null),
  constraint service_units_closed_when_over check ((status in ('merged', 'closed')) = (closed_on is not null)),
  constraint service_units_closed_after_opened check (closed_on >= opened_on),
  constraint service_units_merged_into_another check (
    (status = 'merged') = (merged_into_code is not null) and merged_into_code <> unit_code),
  constraint service_units_place_is_a_pair check ((latitude is null) = (longitude is null)),
  constraint service_units_is_named check (name <> '')
);
-- Two clerks at once meet the database: one open centre or station a division, branches aside.
create unique index service_units_one_open_key on network.service_units (bureau_code, division_code)
  where status = 'open' and kind in ('centre', 'station') and not is_branch;
create index service_units_division_idx on network.service_units (division_code, tier);
create index service_units_code_idx on network.service_units (unit_code);
comment on table network.service_units is
  'Service units of the network. opened_on is the first day of service, closed_on the first day without. merged_into_code may lie in another bureau, so it is no foreign key.';

alter table network.service_units enable row level security;
alter table network.service_units force row level security;
create policy service_units_select on network.service_units for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy service_units_insert on network.service_units for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy service_units_update on network.service_units for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert, update on network.service_units to guidui_app;
