-- Who has asked for which day is seen where the matter lies, as the matter is; how many have asked is what casework.list_duties
-- says to everybody.

drop policy duty_bookings_select on casework.duty_bookings;
drop policy duty_bookings_insert on casework.duty_bookings;
create policy duty_bookings_select on casework.duty_bookings for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy duty_bookings_insert on casework.duty_bookings for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
