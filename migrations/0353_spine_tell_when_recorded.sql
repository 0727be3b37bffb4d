-- When a fact was recorded is read from its id. uuid_extract_timestamp is only in PostgreSQL 17 and later, and takes an id of
-- version 1 for a time too: ids made of a hash, as those of divisions were, said by chance that one in thirty-two was recorded
-- in another millennium, and a figure of a past day left it out.

create function spine.recorded_at(p_id uuid) returns timestamptz
  language sql immutable parallel safe
  return case when get_byte(uuid_send(p_id), 6) >> 4 = 7
    then to_timestamp(('x' || left(encode(uuid_send(p_id), 'hex'), 12))::bit(48)::bigint / 1000.0) else '-infinity' end;
comment on function spine.recorded_at is 'The instant in an id of version 7 (RFC 9562); of any other id -infinity: always known.';
revoke all on function spine.recorded_at from public;
grant execute on function spine.recorded_at to guidui_app;

-- Ids made of a hash are of version 8, which says nothing.
alter table spine.facts disable row level security;
update spine.facts set id = overlay(replace(id::text, '-', '') placing '8' from 13 for 1)::uuid
 where kind = 'place.exists' and get_byte(uuid_send(id), 6) >> 4 = 7;
alter table spine.facts enable row level security;
