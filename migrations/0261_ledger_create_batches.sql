-- Payment batches: many lines that a bank pays at once. The sum is held on the fund when a batch is opened; a line that comes
-- back is paid again by another batch, and stops no other line.

create table ledger.batches (
  bureau_code    text collate "C" not null,
  id             uuid             not null,
  unit_code      text collate "C" not null,
  account_id     uuid             not null,
  purpose        text,
  title          text             not null,
  source_module  text collate "C" not null,
  source_id      uuid             not null,
  line_count     integer          not null,
  total_fen      bigint           not null,
  state          text collate "C" not null default 'opened',
  opened_at      timestamptz      not null,
  made_by        uuid             not null,
  checked_by     uuid,
  checked_at     timestamptz,
  format         text collate "C",
  file_hash      bytea,
  filed_by       uuid,
  filed_at       timestamptz,
  paid_by        uuid,
  paid_at        timestamptz,
  reconciled_at  timestamptz,

  constraint batches_pkey primary key (bureau_code, id),
  constraint batches_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint batches_account_id_fkey foreign key (bureau_code, account_id) references ledger.accounts (bureau_code, id),
  constraint batches_state_check check (state in ('opened', 'filed', 'paid', 'reconciled')),
  constraint batches_total_check check (line_count > 0 and total_fen > 0),
  constraint batches_hands_check check (made_by <> checked_by and made_by <> filed_by and checked_by <> filed_by and made_by <> paid_by and checked_by <> paid_by),
  constraint batches_checked_check check ((checked_by is null) = (checked_at is null) and (checked_by is not null or state = 'opened')),
  constraint batches_filed_check check ((state = 'opened') = (filed_at is null) and (filed_at is null) = (filed_by is null) and (filed_at is null) = (file_hash is null) and (filed_at is null) = (format is null)),
  constraint batches_paid_check check ((state in ('paid', 'reconciled')) = (paid_at is not null) and (paid_at is null) = (paid_by is null)),
  constraint batches_reconciled_check check ((state = 'reconciled') = (reconciled_at is not null))
);
comment on table ledger.batches is 'Payments made together: opened (the sum is held) → filed → paid (the money is with the bank) → reconciled (each line is known to be paid or returned). Who made or checked it neither files nor pays.';
comment on column ledger.batches.file_hash is 'sha256 of the bank file: made again it has the same bytes.';
create index batches_account_id_idx on ledger.batches (bureau_code, account_id);
create index batches_unit_code_idx on ledger.batches (unit_code, opened_at);
create unique index batches_source_id_key on ledger.batches (bureau_code, source_module, source_id);

create table ledger.batch_lines (
  bureau_code    text collate "C" not null,
  batch_id       uuid             not null,
  line_id        uuid             not null,
  unit_code      text collate "C" not null,
  source_module  text collate "C" not null,
  payee_label    text             not null,
  bank_account   bytea            not null,
  amount_fen     bigint           not null,
  memo           text             not null,
  state          text collate "C" not null default 'waiting',
  reason         text,
  settled_at     timestamptz,
  reissued_in    uuid,

  constraint batch_lines_pkey primary key (bureau_code, batch_id, line_id),
  constraint batch_lines_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint batch_lines_batch_id_fkey foreign key (bureau_code, batch_id) references ledger.batches (bureau_code, id),
  constraint batch_lines_amount_check check (amount_fen > 0),
  constraint batch_lines_state_check check (state in ('waiting', 'filed', 'paid', 'returned', 'reissued')),
  constraint batch_lines_reason_check check ((reason is not null) = (state in ('returned', 'reissued'))),
  constraint batch_lines_settled_check check ((settled_at is null) = (state in ('waiting', 'filed'))),
  constraint batch_lines_reissued_check check ((state = 'reissued') = (reissued_in is not null))
);
comment on table ledger.batch_lines is 'A payment to one payee. The bank account is sealed under its line; the label is masked.';
comment on column ledger.batch_lines.line_id is 'The id that the asking module gives what it owes: alive in one batch at a time, so that nobody is paid twice for it.';
create unique index batch_lines_line_id_key on ledger.batch_lines (bureau_code, source_module, line_id) where state in ('waiting', 'filed', 'paid');

do $$
declare v_table text;
begin
  foreach v_table in array array['batches', 'batch_lines'] loop
    execute format('alter table ledger.%I enable row level security', v_table);
    execute format('alter table ledger.%I force row level security', v_table);
    execute format('create policy %I on ledger.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', v_table || '_select', v_table);
    execute format('create policy %I on ledger.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', v_table || '_insert', v_table);
    execute format('create policy %I on ledger.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', v_table || '_update', v_table);
    execute format('grant select, insert on ledger.%I to guidui_app', v_table);
  end loop;
end
$$;
grant update (state, checked_by, checked_at, format, file_hash, filed_by, filed_at, paid_by, paid_at, reconciled_at) on ledger.batches to guidui_app;
grant update (state, reason, settled_at, reissued_in) on ledger.batch_lines to guidui_app;
