-- Where a whole station is handed over its archived files go too, and their candidates with them. As before otherwise.

create or replace function placement.follow_file(p_person_id uuid) returns void
language plpgsql security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_to        registry.people;
  v_candidate placement.candidates;
begin
  -- Where the file lies says the registry, and nobody else.
  select * into v_to from registry.people p where p.id = p_person_id and p.status in ('active', 'deceased', 'archived');
  for v_candidate in
    select * from placement.candidates c where c.bureau_code = v_to.bureau_code and c.person_id = p_person_id and c.unit_code <> v_to.unit_code for update loop
    perform placement.move_candidate(v_candidate.bureau_code, v_candidate.id, v_to.unit_code, p_person_id);
  end loop;
end
$$;
