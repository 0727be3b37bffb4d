-- A file that another station of the bureau keeps takes its candidates along; one that is merged gives them to the file that
-- stays, and gets them back when that is undone. Into another bureau placement does not follow: the county that received a
-- person places them, or says by a step that they have been relocated.

alter table placement.candidates add column filed_as uuid;
comment on column placement.candidates.filed_as is 'The file for which the candidate was entered, where that file has been merged into another since.';

create function placement.move_candidate(p_bureau text, p_candidate_id uuid, p_to text, p_person_id uuid) returns void
language sql security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  update placement.candidates set unit_code = p_to, person_id = p_person_id where bureau_code = p_bureau and id = p_candidate_id;
  update placement.candidate_steps set unit_code = p_to, person_id = p_person_id where bureau_code = p_bureau and candidate_id = p_candidate_id;
  update placement.file_checks set unit_code = p_to, person_id = p_person_id where bureau_code = p_bureau and candidate_id = p_candidate_id;
  update placement.eligibility_decisions set unit_code = p_to, person_id = p_person_id where bureau_code = p_bureau and candidate_id = p_candidate_id;
  update placement.score_sheets set unit_code = p_to, person_id = p_person_id where bureau_code = p_bureau and candidate_id = p_candidate_id;
  update placement.objections set unit_code = p_to, person_id = p_person_id where bureau_code = p_bureau and candidate_id = p_candidate_id;
$$;
comment on function placement.move_candidate is 'Part of following a file: a candidate with all rows gets the station and the person. Called by placement.follow_file and placement.follow_merge only.';
revoke all on function placement.move_candidate from public;

create function placement.follow_file(p_person_id uuid) returns void
language plpgsql security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_to        registry.people;
  v_candidate placement.candidates;
begin
  -- Where the file lies says the registry, and nobody else.
  select * into v_to from registry.people p where p.id = p_person_id and p.status in ('active', 'deceased');
  for v_candidate in
    select * from placement.candidates c where c.bureau_code = v_to.bureau_code and c.person_id = p_person_id and c.unit_code <> v_to.unit_code for update loop
    perform placement.move_candidate(v_candidate.bureau_code, v_candidate.id, v_to.unit_code, p_person_id);
  end loop;
end
$$;
comment on function placement.follow_file is 'After a hand-over inside a bureau: the candidates of a person go to the station that keeps the file now. Believes the registry alone.';
revoke all on function placement.follow_file from public;
grant execute on function placement.follow_file to guidui_app;

create function placement.follow_merge(p_from uuid, p_to uuid) returns void
language plpgsql security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_to        registry.people;
  v_from      registry.people;
  v_candidate placement.candidates;
begin
  select * into v_to from registry.people p where p.id = p_to and p.status in ('active', 'deceased');
  select * into v_from from registry.people p where p.id = p_from and p.bureau_code = v_to.bureau_code;
  if v_to.id is null or v_from.id is null then
    return;
  end if;
  for v_candidate in
    select * from placement.candidates c
     where c.bureau_code = v_to.bureau_code and c.person_id = p_from
       and (v_from.status = 'merged' and v_from.merged_into = p_to or c.filed_as = p_to)
       -- Who stands in a cohort twice is left as it is: the officers take one out by a step with its reason.
       and not exists (select from placement.candidates o where o.bureau_code = c.bureau_code and o.cohort_id = c.cohort_id and o.person_id = p_to)
     for update loop
    update placement.candidates set filed_as = case when filed_as = p_to then null else coalesce(filed_as, p_from) end
     where bureau_code = v_candidate.bureau_code and id = v_candidate.id;
    perform placement.move_candidate(v_candidate.bureau_code, v_candidate.id, v_to.unit_code, p_to);
  end loop;
end
$$;
comment on function placement.follow_merge is 'After a merge: the candidates of the file that was closed go to the one that was kept; after its undoing (the other way round) those that came from it go back. Believes the registry alone.';
revoke all on function placement.follow_merge from public;
grant execute on function placement.follow_merge to guidui_app;
