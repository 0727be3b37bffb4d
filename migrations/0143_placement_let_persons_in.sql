-- Persons on /me see what became of them, confirm their score sheet or object to a line of it.

do $$
declare
  t text;
begin
  foreach t in array array['candidates', 'candidate_steps', 'file_checks', 'eligibility_decisions', 'score_sheets', 'objections'] loop
    execute format('create policy %I on placement.%I as restrictive for all to guidui_me using (person_id = app.person_id()) with check (person_id = app.person_id())', t || '_of_person', t);
    execute format('grant select on placement.%I to guidui_me', t);
  end loop;
end
$$;
grant insert on placement.candidate_steps, placement.objections to guidui_me;
grant update (state, steps, since_on) on placement.candidates to guidui_me;
grant update (confirmed_at, confirmed_by) on placement.score_sheets to guidui_me;
