-- A person is asked for by id alone, whatever bureau holds the file; and by the beginning of a sound inside a small
-- place, where reading the place's own keys is cheaper than reading the whole nation's zhang.

create index people_id_idx on registry.people (id);
create index search_keys_place_idx on registry.search_keys (unit_code, kind, key, person_id);
