-- One row a node and measure instead of one a year: a figure over any months is one row, and a rebuild writes a third of
-- the rows. The cells are derived: the next fold finds no definitions they were folded by, and makes them anew.

drop table indicators.cells;

create table indicators.cells (
  bureau_code  text collate "C" not null,
  unit_code    text collate "C" not null,
  measure      text collate "C" not null,
  amounts      bigint[]         not null,

  constraint cells_pkey primary key (bureau_code, unit_code, measure),
  constraint cells_unit_code_check check (bureau_code = left(unit_code, 6))
) with (fillfactor = 80);
comment on table indicators.cells is 'Figures of a node of the tree by month: what the facts of that month add up to. unit_code is the node''s division; a reader sees the nodes of the own range, never those above it.';
comment on column indicators.cells.measure is 'An indicator''s code, or code/dimension=word for a part of it. A stock is the sum of its months so far.';
comment on column indicators.cells.amounts is 'Subscripts are months, numbered year × 12 + month − 1; null is nothing.';

alter table indicators.cells enable row level security;
alter table indicators.cells force row level security;
create policy cells_select on indicators.cells for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy cells_insert on indicators.cells for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy cells_update on indicators.cells for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy cells_delete on indicators.cells for delete
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert, update, delete on indicators.cells to guidui_app;

create function indicators.plus(amounts bigint[], more bigint[]) returns bigint[]
language plpgsql
immutable
strict
as $$
declare
  total bigint[] := amounts;
begin
  for month in array_lower(more, 1) .. array_upper(more, 1) loop
    if more[month] is not null then
      total[month] := coalesce(total[month], 0) + more[month];
    end if;
  end loop;
  return total;
end
$$;
comment on function indicators.plus is 'The amounts of both, month by month.';

-- The mark goes in as a value: so the planner sees how few facts lie beyond it. Stable: the facts are those of the
-- asking statement's own moment, as the cells beside them are.
create function indicators.unfolded(kinds text[], lo text, hi text)
returns table (kind text, on_day date, unit_code text, quantity bigint, person_ids uuid[], dimensions jsonb)
language plpgsql
stable
rows 500
as $$
begin
  return query execute
    'select f.kind::text, f.on_day, f.unit_code::text, f.quantity, f.person_ids, f.dimensions from spine.facts f
      where f.xid >= $1 and f.kind = any($2) and f.unit_code >= $3 and f.unit_code < $4'
    using indicators.folded_up_to(), kinds, lo, hi;
end
$$;
comment on function indicators.unfolded is 'Facts of these kinds and units that are not in the cells yet.';
revoke all on function indicators.plus, indicators.unfolded from public;
grant execute on function indicators.plus, indicators.unfolded to guidui_app;

set local app.scope_lo = '0';
set local app.scope_hi = ':';
update indicators.folds set folded_as = '', up_to = '0';
