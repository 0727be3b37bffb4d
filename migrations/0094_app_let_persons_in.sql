-- Persons on /me act through a role of their own, guidui_me. Every policy of a table holds for it as for an office, and
-- on top of it a restrictive one: of the range, only the rows of the one file that is open. What is not granted here
-- or in a later migration does not exist for it.

create function app.person_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.person_id', true), '')::uuid;
comment on function app.person_id() is 'The person whose file is open on /me; NULL (no row is visible) where none is.';

revoke all on function app.person_id() from public;
grant execute on function app.person_id() to guidui_app, guidui_me;
grant usage on schema app, spine to guidui_me;
grant execute on function app.scope_lo(), app.scope_hi(), app.account_id() to guidui_me;

create policy receipts_of_person on spine.receipts as restrictive for all to guidui_me
  using (account_id = app.account_id()) with check (account_id = app.account_id());
grant select, insert on spine.receipts to guidui_me;

create policy facts_of_person on spine.facts as restrictive for all to guidui_me
  using (person_ids = array[app.person_id()]) with check (person_ids <@ array[app.person_id()]);
grant insert on spine.facts to guidui_me;

create policy files_of_person on spine.files as restrictive for all to guidui_me
  using (owner_id = app.account_id()) with check (owner_id = app.account_id());
grant select, insert on spine.files to guidui_me;

grant execute on function spine.append_leaf to guidui_me;

grant usage on schema network to guidui_me;
grant select on network.divisions, network.division_changes, network.codes to guidui_me;
