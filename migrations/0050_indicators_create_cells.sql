-- Every figure at every node of the tree, month by month: one row a node, measure and year, so that any months of any
-- place are a handful of neighbouring rows, however many facts lie behind them.
--
-- Derived: `guidui indicators rebuild` makes them again from spine.facts.

create schema indicators;
comment on schema indicators is 'Facts folded into cells, so that a figure of any place and period is a few rows.';
grant usage on schema indicators to guidui_app;

create table indicators.cells (
  bureau_code  text collate "C" not null,
  unit_code    text collate "C" not null,
  measure      text collate "C" not null,
  year         smallint         not null,
  m01          bigint   not null default 0,
  m02          bigint   not null default 0,
  m03          bigint   not null default 0,
  m04          bigint   not null default 0,
  m05          bigint   not null default 0,
  m06          bigint   not null default 0,
  m07          bigint   not null default 0,
  m08          bigint   not null default 0,
  m09          bigint   not null default 0,
  m10          bigint   not null default 0,
  m11          bigint   not null default 0,
  m12          bigint   not null default 0,

  constraint cells_pkey primary key (bureau_code, unit_code, measure, year),
  constraint cells_unit_code_check check (bureau_code = left(unit_code, 6))
) with (fillfactor = 80);
comment on table indicators.cells is 'Figures of a node of the tree by month: what the facts of that month add up to. unit_code is the node''s division; a reader sees the nodes of the own range, never those above it.';
comment on column indicators.cells.measure is 'An indicator''s code, or code/dimension=word for a part of it. A stock is the sum of its months so far.';

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
