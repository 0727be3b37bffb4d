-- Each size of range gets the order in which its answer lies together. A county reads the beginning of a sound in its
-- own keys instead of the whole province's; a township or village reads it in the keys of its own place, and of these
-- only the kinds that are asked by their beginning: two thirds of that index were never read.

-- A name of two characters was its own only pair, and every search for a pair had to leave out again whom the whole name
-- had found already. It has no pair any more: by name and by pair are two answers that share nobody.
set local app.scope_lo = '0';
set local app.scope_hi = ':';
delete from registry.search_keys b
 using registry.search_keys f
 where b.kind = 'bigram' and f.bureau_code = b.bureau_code and f.kind = 'full' and f.key = b.key and f.person_id = b.person_id;
set local app.scope_lo = '';
set local app.scope_hi = '';

alter table registry.search_keys drop constraint search_keys_pkey;
alter table registry.search_keys add constraint search_keys_pkey primary key (bureau_code, kind, key, unit_code, person_id);

drop index registry.search_keys_place_idx;
create index search_keys_place_idx on registry.search_keys (unit_code, kind, key, person_id)
  where kind in ('full', 'suffix', 'pinyin', 'initials');
