-- Who else of a household has what a household has once is told masked, and masked here: the door opens for a person's telephone
-- too, and no whole name and no id goes through it.

drop function casework.find_household_holder(text, text, bytea);

create function casework.find_household_holder(p_bureau text, p_type text, p_household bytea, p_asker uuid) returns text
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select case when p.id is distinct from p_asker then left(p.name, 1) || '*' end
    from casework.household_holds h
    join casework.matters m on m.bureau_code = h.bureau_code and m.id = h.matter_id and coalesce(m.once_key, m.double_key) is not null
    join registry.people p on p.bureau_code = m.bureau_code and p.id = m.person_id
   where h.bureau_code = p_bureau and h.type_code = p_type and h.household = p_household
   order by m.opened_at limit 1
$$;
comment on function casework.find_household_holder is 'The first sign of the name of who else of a household has, or is asking for, what a household has once; null where nobody has, or the asker. household is a keyed index that nobody outside can make. For /me too.';
revoke all on function casework.find_household_holder from public;
grant execute on function casework.find_household_holder to guidui_app, guidui_me;
