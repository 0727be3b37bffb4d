-- A part of three characters and more, inside a name (吐尔逊 of 买买提·吐尔逊), is found by the beginning of a suffix
-- instead of by its pairs: a frequent pair (王建) was read through for the few that go on as asked. The keys of the files
-- that stand are derived from their whole names; new ones come with the file.

set local app.scope_lo = '0';
set local app.scope_hi = ':';
insert into registry.search_keys (bureau_code, kind, key, unit_code, person_id)
  select k.bureau_code, 'suffix', substr(k.key, n), k.unit_code, k.person_id
    from registry.search_keys k, generate_series(2, char_length(k.key) - 2) n
   where k.kind = 'full' and char_length(k.key) > 3 and k.key !~ '^[a-z]+$'
  on conflict do nothing;
set local app.scope_lo = '';
set local app.scope_hi = '';
