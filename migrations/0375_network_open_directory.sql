-- 0375_network_open_directory.sql
--
-- The directory of service units (服务机构名录) that anybody reads without a sign-in (decision 0026). These functions are all
-- that it is read through, by a transaction that sees no row of any bureau: what they do not give out is not public.

create function network.public_words(p_words text) returns text
language sql immutable parallel safe
  return case when p_words ~ '(^|[^0-9])((\+|00)?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}([^0-9]|$)'
               or p_words ~ '[0-9]{14}' then '' else p_words end;
comment on function network.public_words is
  'Words of a unit as the public may read them; empty where a mobile number, an identity number or a card stands in them, which are a person''s.';

create function network.public_phone(p_phone text) returns text
language sql immutable parallel safe
  return case when p_phone ~ '^[0-9+() /、，,；;转-]*$' then network.public_words(p_phone) else '' end;
comment on function network.public_phone is
  'The telephone of a unit; empty where it is a mobile number or where more than numbers, a name perhaps, was written beside it.';
grant execute on function network.public_words, network.public_phone to guidui_app;

create function network.open_units(p_divisions text[])
returns table (unit_code text, kind text, tier text, name text, address text, phone text, opening_hours text, amenities text[],
               status text, is_branch boolean, opened_on date, closed_on date, merged_into_code text)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select u.unit_code, u.kind, u.tier, u.name, network.public_words(u.address), network.public_phone(u.phone),
         network.public_words(u.opening_hours), u.amenities, u.status, u.is_branch, u.opened_on, u.closed_on, u.merged_into_code
    from unnest(p_divisions) as place (code)
    join network.service_units u on u.bureau_code = left(place.code, 6) and u.division_code = place.code
   where u.status in ('open', 'suspended', 'merged', 'closed') and u.opened_on is not null
   order by u.unit_code
$$;
comment on function network.open_units is
  'The units of some divisions as the public sees them: what has once been open, without coordinates, staff, revision, or whether it shares rooms with an armed forces department.';

create function network.open_awards(p_units text[], p_on date) returns table (unit_code text, scheme text, level smallint)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select a.unit_code, a.scheme, a.level
    from unnest(p_units) as unit (code)
    join network.accreditations a on a.bureau_code = left(unit.code, 6) and a.unit_code = unit.code
   where a.state = 'awarded' and a.awarded_on <= p_on and a.expires_on > p_on
   order by a.unit_code, a.scheme
$$;
comment on function network.open_awards is 'Awards that some units hold on a day: scheme and level, never what was shown for them or who reviewed.';

create function network.count_open_units(p_lo text[], p_hi text[]) returns table (units int)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select (select count(*)::int from network.service_units u
           where u.unit_code >= range.lo and u.unit_code < range.hi
             and u.status = 'open' and u.kind in ('centre', 'station') and not u.is_branch)
    from unnest(p_lo, p_hi) with ordinality as range (lo, hi, at) order by range.at
$$;
comment on function network.count_open_units is 'How many open centres and stations lie in each of some ranges of codes, in their order.';

revoke all on function network.open_units, network.open_awards, network.count_open_units from public;
grant execute on function network.open_units, network.open_awards, network.count_open_units to guidui_app;
