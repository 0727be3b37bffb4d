-- Up to which transaction the facts have been folded. Facts of it and later ones are read as they are: figure = folded +
-- unfolded, in one snapshot, with no lock on those who write facts.

create table indicators.folds (
  bureau_code  text collate "C" not null,
  unit_code    text collate "C" not null,
  up_to        xid8             not null,
  folded_as    text             not null,
  folded_at    timestamptz      not null,

  constraint folds_pkey primary key (bureau_code, unit_code),
  constraint folds_unit_code_check check (bureau_code = left(unit_code, 6))
);
comment on table indicators.folds is 'One row, the nation''s: every fact of a transaction before up_to is in the cells, no other is. folded_as is the definitions they were folded by.';

-- Before the policies: they let nobody add a row.
insert into indicators.folds (bureau_code, unit_code, up_to, folded_as, folded_at) values ('000000', '000000000000', '0', '', now());

alter table indicators.folds enable row level security;
alter table indicators.folds force row level security;
create policy folds_select on indicators.folds for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy folds_update on indicators.folds for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, update on indicators.folds to guidui_app;

-- Every reader needs the mark, also one whose range does not hold the nation.
create function indicators.folded_up_to() returns xid8
language sql
stable
security definer
set search_path = ''
set app.scope_lo = '0'
set app.scope_hi = ':'
as $$ select f.up_to from indicators.folds as f where f.bureau_code = '000000' and f.unit_code = '000000000000' $$;
comment on function indicators.folded_up_to is 'The first transaction whose facts are not in the cells yet.';
revoke all on function indicators.folded_up_to from public;
grant execute on function indicators.folded_up_to to guidui_app;
