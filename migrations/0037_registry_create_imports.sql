-- Imports of people from workbooks. The rows taken in together, their outcomes and the place where the reading goes on
-- are written in one transaction: a killed import goes on exactly where it stopped.

create table registry.imports (
  bureau_code     text collate "C" not null,
  id              uuid             not null,
  unit_code       text collate "C" not null,
  file_id         uuid             not null,
  file_name       text             not null,
  status          text collate "C" not null,
  started_by      uuid             not null,
  started_at      timestamptz      not null,
  finished_at     timestamptz,
  header_row      integer          not null,
  columns         jsonb            not null,
  unmatched       text[]           not null default '{}',
  batches         integer          not null default 0,
  last_row        integer          not null default 0,
  rows_read       integer          not null default 0,
  rows_new        integer          not null default 0,
  rows_filled     integer          not null default 0,
  rows_unchanged  integer          not null default 0,
  rows_wrong      integer          not null default 0,
  rows_mended     integer          not null default 0,
  refusal         text,
  result_file_id  uuid,

  constraint imports_pkey primary key (bureau_code, id),
  constraint imports_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint imports_status_check check (status in ('checked', 'queued', 'running', 'done', 'cancelled', 'failed')),
  constraint imports_rows_check check (rows_read = rows_new + rows_filled + rows_unchanged + rows_wrong)
);
comment on table registry.imports is 'An import of people: which workbook, which columns, how far, what became of its rows. last_row is the last row of the sheet that is settled.';
create index imports_unit_code_idx on registry.imports (unit_code, started_at desc);

create table registry.import_batches (
  bureau_code  text collate "C" not null,
  import_id    uuid             not null,
  batch        integer          not null,
  unit_code    text collate "C" not null,
  first_row    integer          not null,
  last_row     integer          not null,
  outcomes     bytea            not null,

  constraint import_batches_pkey primary key (bureau_code, import_id, batch),
  constraint import_batches_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint import_batches_import_fkey foreign key (bureau_code, import_id) references registry.imports (bureau_code, id)
);
comment on table registry.import_batches is 'Append-only outcomes of imported rows, some hundred rows together, encrypted: a reason may quote what was typed.';
create index import_batches_unit_code_idx on registry.import_batches (unit_code);

alter table registry.imports enable row level security;
alter table registry.imports force row level security;
create policy imports_select on registry.imports for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy imports_insert on registry.imports for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy imports_update on registry.imports for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert, update on registry.imports to guidui_app;

alter table registry.import_batches enable row level security;
alter table registry.import_batches force row level security;
create policy import_batches_select on registry.import_batches for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy import_batches_insert on registry.import_batches for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on registry.import_batches to guidui_app;
