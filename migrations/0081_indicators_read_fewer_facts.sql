-- A question about some months takes only their facts from those not folded yet: the days go in with the rest.
-- The mark stays a value, so that the planner sees how few facts lie beyond it. The function without days stays for a
-- program of the release before, which may still run beside this one.

create function indicators.unfolded(kinds text[], lo text, hi text, first_on date, last_on date)
returns table (kind text, on_day date, unit_code text, quantity bigint, person_ids uuid[], dimensions jsonb)
language plpgsql
stable
rows 500
as $$
begin
  return query execute
    'select f.kind::text, f.on_day, f.unit_code::text, f.quantity, f.person_ids, f.dimensions from spine.facts f
      where f.xid >= $1 and f.kind = any($2) and f.unit_code >= $3 and f.unit_code < $4 and f.on_day between $5 and $6'
    using indicators.folded_up_to(), kinds, lo, hi, first_on, last_on;
end
$$;
comment on function indicators.unfolded(text[], text, text, date, date) is 'Facts of these kinds, units and days that are not in the cells yet.';
revoke all on function indicators.unfolded(text[], text, text, date, date) from public;
grant execute on function indicators.unfolded(text[], text, text, date, date) to guidui_app;

-- A person's months change where they lie: room on the page spares both indexes a new entry.
alter table indicators.presence set (fillfactor = 85);
