-- A key costs an insert in each index. The primary key by person takes the place of the one by key and of the index by
-- person: it grows at its end and is all that is needed to write the keys of a person anew. In the order of a bureau's
-- keys only the kinds are kept that are asked by their beginning; equality goes by search_keys_find_idx in every range.

alter table registry.search_keys drop constraint search_keys_pkey;
drop index registry.search_keys_person_idx;
alter table registry.search_keys add constraint search_keys_pkey primary key (bureau_code, person_id, kind, key);
create index search_keys_bureau_idx on registry.search_keys (bureau_code, kind, key, unit_code, person_id)
  where kind in ('full', 'suffix', 'pinyin', 'initials');
