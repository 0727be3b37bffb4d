-- A roster is the bureau's, as its codes are: every station of the county reads it; that only its centre sets it, the action sees to.

alter table casework.roster_slots rename column unit_code to centre;
alter table casework.roster_slots rename constraint roster_slots_unit_code_check to roster_slots_centre_check;
comment on column casework.roster_slots.centre is 'The centre at which the lawyer sits.';

drop policy roster_slots_select on casework.roster_slots;
drop policy roster_slots_insert on casework.roster_slots;
drop policy roster_slots_delete on casework.roster_slots;
create policy roster_slots_select on casework.roster_slots for select
  using (bureau_code >= left(app.scope_lo(), 6) and bureau_code < app.scope_hi());
create policy roster_slots_insert on casework.roster_slots for insert
  with check (bureau_code >= left(app.scope_lo(), 6) and bureau_code < app.scope_hi());
create policy roster_slots_delete on casework.roster_slots for delete
  using (bureau_code >= left(app.scope_lo(), 6) and bureau_code < app.scope_hi());
