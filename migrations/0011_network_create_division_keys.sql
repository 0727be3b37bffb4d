-- 0011_network_create_division_keys.sql
--
-- What a division may be found by: the rest of its name from each character of its proper part on, its pinyin and its
-- initials. A trigram index cannot answer one or two Chinese characters, and those are what people type. One character
-- and two letters, which match tens of thousands, are answered in order of rank straight from an index; anything longer
-- by the range of keys that begin so.

create table network.division_keys (
  key   text collate "C" not null,
  -- 0–5: the tier, where the key begins the name; 10–15: where it begins inside the name.
  rank  smallint not null,
  code  text collate "C" not null,

  constraint division_keys_pkey primary key (key, rank, code)
);
create index division_keys_one_idx on network.division_keys (left(key, 1), rank, code);
create index division_keys_two_idx on network.division_keys (left(key, 2), rank, code) where key < '一';
comment on table network.division_keys is 'Reference: search keys of the divisions, derived by the loader.';

grant select on network.division_keys to guidui_app;
