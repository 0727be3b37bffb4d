-- 0374_network_find_next_door.sql
--
-- A person whose station has closed, or whose place never had one, was told nobody to call. The nearest that is open answers:
-- of the place itself; else the unit that its own was merged into; else of the township; else of the county.

create or replace function network.find_door(p_division text) returns table (name text, phone text, address text, opening_hours text)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select u.name, u.phone, u.address, u.opening_hours
    from (select p_division as code, 1 as nearness
          union all
          select left(m.merged_into_code, 12), 2 from network.service_units m
           where m.bureau_code = left(p_division, 6) and m.division_code = p_division and m.status = 'merged'
             and m.kind in ('centre', 'station') and not m.is_branch
          union all
          select rpad(left(p_division, 9), 12, '0'), 3
          union all
          select rpad(left(p_division, 6), 12, '0'), 4) as place
    join network.service_units u on u.bureau_code = left(place.code, 6) and u.division_code = place.code
   where u.status = 'open' and u.kind in ('centre', 'station') and not u.is_branch
   order by place.nearness, u.unit_code limit 1
$$;
comment on function network.find_door is
  'Name, telephone, address and hours of the open centre or station that is nearest to a place: what hangs on its door. For /me.';
