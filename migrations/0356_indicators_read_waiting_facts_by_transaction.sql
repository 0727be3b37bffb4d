-- A question about few places and many days was answered from the facts of those days, hundreds of pages of an index that are
-- rarely in memory, instead of from the few facts that wait: the planner knew how few, and took the days for fewer still.
-- The facts that wait are taken first, and what is asked is looked for among them: `offset 0` keeps the two apart.

create or replace function indicators.unfolded(kinds text[], lo text, hi text, first_on date, last_on date)
returns table (kind text, on_day date, unit_code text, quantity bigint, person_ids uuid[], dimensions jsonb)
language plpgsql
stable
rows 500
as $$
begin
  return query execute
    'select f.kind::text, f.on_day, f.unit_code::text, f.quantity, f.person_ids, f.dimensions
       from (select w.kind, w.on_day, w.unit_code, w.quantity, w.person_ids, w.dimensions from spine.facts w where w.xid >= $1 offset 0) f
      where f.kind = any($2) and f.unit_code >= $3 and f.unit_code < $4 and f.on_day between $5 and $6'
    using indicators.folded_up_to(), kinds, lo, hi, first_on, last_on;
end
$$;
