-- A person on /me is told whom to call: the open centre or station of a place, with what hangs on its door anyway. Units
-- themselves, planned and closed ones, their revisions and branches, stay with the offices.

create function network.find_door(p_division text) returns table (name text, phone text, address text, opening_hours text)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select u.name, u.phone, u.address, u.opening_hours from network.service_units u
   where u.bureau_code = left(p_division, 6) and u.division_code = p_division
     and u.status = 'open' and u.kind in ('centre', 'station') and not u.is_branch
$$;
comment on function network.find_door is 'Name, telephone, address and hours of the open centre or station of a place: what hangs on its door. For /me.';
revoke all on function network.find_door from public;
grant execute on function network.find_door to guidui_app, guidui_me;
