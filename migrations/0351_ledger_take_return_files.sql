-- A bank answers a whole batch in one file: it is stored like other files and read in the background, line by line.

alter table spine.files drop constraint files_kind_check;
alter table spine.files add constraint files_kind_check
  check (kind in ('import', 'returned', 'export', 'photoDraft', 'photo', 'paperDraft', 'paper', 'bank', 'bankReturn'));

create table ledger.return_files (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  batch_id     uuid             not null,
  file_id      uuid             not null,
  file_name    text             not null,
  state        text collate "C" not null default 'queued',
  line_count   integer,
  done_count   integer          not null default 0,
  refusal      jsonb,
  asked_by     uuid             not null,
  asked_at     timestamptz      not null,
  finished_at  timestamptz,

  constraint return_files_pkey primary key (bureau_code, id),
  constraint return_files_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint return_files_batch_id_fkey foreign key (bureau_code, batch_id) references ledger.batches (bureau_code, id),
  constraint return_files_state_check check (state in ('queued', 'taken', 'refused')),
  constraint return_files_finished_check check ((state = 'queued') = (finished_at is null)),
  constraint return_files_refusal_check check ((state = 'refused') = (refusal is not null))
);
comment on table ledger.return_files is 'Return files as they were brought: how far the reading is, and why a file was refused. What a taken one settled stands in bank_returns under the same id.';
comment on column ledger.return_files.line_count is 'Lines of the file; null until it was read to its foot once.';
create index return_files_batch_id_idx on ledger.return_files (bureau_code, batch_id, asked_at);
create index return_files_unit_code_idx on ledger.return_files (unit_code);

alter table ledger.return_files enable row level security;
alter table ledger.return_files force row level security;
create policy return_files_select on ledger.return_files for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy return_files_insert on ledger.return_files for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy return_files_update on ledger.return_files for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on ledger.return_files to guidui_app;
grant update (state, line_count, done_count, refusal, finished_at) on ledger.return_files to guidui_app;
