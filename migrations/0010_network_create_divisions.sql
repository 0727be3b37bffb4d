-- 0010_network_create_divisions.sql
--
-- The tree is the authority: the administrative divisions of China over time. Codes are the 12-digit statistical
-- ones, so a subtree is a half-open range of codes in "C" order. The rows come from data/divisions/ by the loader.

create schema network;
comment on schema network is 'Divisions over time, service units, staff posts.';
grant usage on schema network to guidui_app;

create table network.divisions (
  code         text collate "C" not null,
  name         text collate "C" not null,
  short_name   text collate "C" not null,
  tier         text collate "C" not null,
  -- The natural parent: pseudo nodes are skipped, so the counties of Chongqing hang directly below Chongqing.
  -- No foreign key: it would cost more than the whole load, and the loader derives it from the code itself.
  parent_code  text collate "C",
  pinyin       text collate "C" not null,
  initials     text collate "C" not null,
  is_pseudo    boolean not null default false,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',

  constraint divisions_pkey primary key (code),
  constraint divisions_code_tier_key unique (code, tier),
  constraint divisions_code_is_twelve_digits check (code ~ '^[0-9]{12}$'),
  constraint divisions_tier_is_known check (tier in ('nation', 'province', 'city', 'county', 'township', 'village')),
  constraint divisions_parent_is_above check (parent_code is null or parent_code < code),
  constraint divisions_only_nation_is_root check ((parent_code is null) = (tier = 'nation')),
  constraint divisions_valid_in_order check (valid_from <= valid_to)
);
create index divisions_parent_idx on network.divisions (parent_code, code) where not is_pseudo;
comment on table network.divisions is
  'Reference: administrative divisions. valid_from is the first day, valid_to the first day on which it is no more; infinity where unknown or open. A pseudo node (市辖区, 县, 省直辖…) is no tier and never a parent.';
comment on column network.divisions.parent_code is 'The natural parent: the nearest division above that is not a pseudo node.';

insert into network.divisions (code, name, short_name, tier, parent_code, pinyin, initials)
values ('000000000000', '全国', '全国', 'nation', null, 'quanguo', 'qg');

create table network.division_changes (
  valid_on     date not null,
  kind         text collate "C" not null,
  from_code    text collate "C" not null,
  from_name    text collate "C" not null,
  to_code      text collate "C" not null default '',
  source       text collate "C" not null,
  is_example   boolean not null,

  constraint division_changes_pkey primary key (from_code, valid_on, to_code),
  constraint division_changes_kind_is_known check (kind in ('merge', 'split', 'rename', 'abolish')),
  constraint division_changes_goes_somewhere check ((kind = 'abolish') = (to_code = ''))
);
create index division_changes_to_idx on network.division_changes (to_code, valid_on);
comment on table network.division_changes is
  'Reference: what became of a division on a day, one row a pair. from_name is its name until then, for a code may live on under another name. An example is invented, for demonstration and tests.';

create table network.division_loads (
  region       text collate "C" not null,
  fingerprint  text collate "C" not null,
  loaded_at    timestamptz not null default now(),

  constraint division_loads_pkey primary key (region)
);
comment on table network.division_loads is
  'Reference: which part of the divisions list has been loaded (a code prefix; empty for the nation), and a digest of the files, so that a second start reads nothing.';

create table network.codes (
  list         text collate "C" not null,
  code         text collate "C" not null,
  name_zh      text collate "C" not null,
  name_en      text collate "C" not null,
  sort_order   int not null,

  constraint codes_pkey primary key (list, code),
  constraint codes_list_is_known check (list in ('duty', 'amenity'))
);
comment on table network.codes is 'Reference: duties of the broad-post system (大岗位制) and amenities of a venue, from data/network/codes.csv.';

grant select on network.divisions, network.division_changes, network.division_loads, network.codes to guidui_app;
