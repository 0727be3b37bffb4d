-- Rosters that leave the house: who asked, for what, how many people, who agreed.

create table registry.exports (
  bureau_code      text collate "C" not null,
  id               uuid             not null,
  unit_code        text collate "C" not null,
  filter           jsonb            not null,
  purpose          text             not null,
  people           integer          not null,
  full_columns     text[]           not null default '{}',
  needs_approval   boolean          not null,
  status           text collate "C" not null,
  asked_by         uuid             not null,
  asked_by_name    text             not null,
  asked_on         date             not null,
  asked_at         timestamptz      not null,
  decided_by       uuid,
  decided_by_name  text,
  decided_at       timestamptz,
  answer           text,
  finished_at      timestamptz,
  file_id          uuid,

  constraint exports_pkey primary key (bureau_code, id),
  constraint exports_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint exports_status_check check (status in ('waiting', 'queued', 'done', 'declined', 'failed')),
  constraint exports_second_person_check check (decided_by <> asked_by),
  constraint exports_approved_check check (not needs_approval or status in ('waiting', 'declined') or decided_by is not null)
);
comment on table registry.exports is 'Exports of rosters. What needs a second person cannot be queued without one; the database holds it.';
create index exports_unit_code_idx on registry.exports (unit_code, asked_at desc);
create index exports_asked_by_idx on registry.exports (asked_by, asked_on);

alter table registry.exports enable row level security;
alter table registry.exports force row level security;
create policy exports_select on registry.exports for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy exports_insert on registry.exports for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy exports_update on registry.exports for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert, update on registry.exports to guidui_app;
