-- What officers ask of the books by hand, and what goes from bureau to bureau. One makes, another checks. An allocation is two
-- movements in two books: sent into transit above, received below, and settled above once it is known to have arrived.

create table ledger.proposals (
  bureau_code      text collate "C" not null,
  id               uuid             not null,
  unit_code        text collate "C" not null,
  kind             text collate "C" not null,
  from_account_id  uuid,
  to_account_id    uuid,
  to_unit_code     text collate "C",
  reverses_id      uuid,
  amount_fen       bigint           not null,
  purpose          text,
  memo             text             not null,
  state            text collate "C" not null default 'waiting',
  made_by          uuid             not null,
  made_at          timestamptz      not null,
  checked_by       uuid,
  checked_at       timestamptz,
  posting_id       uuid,

  constraint proposals_pkey primary key (bureau_code, id),
  constraint proposals_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint proposals_from_account_id_fkey foreign key (bureau_code, from_account_id) references ledger.accounts (bureau_code, id),
  constraint proposals_to_account_id_fkey foreign key (bureau_code, to_account_id) references ledger.accounts (bureau_code, id),
  constraint proposals_reverses_id_fkey foreign key (bureau_code, reverses_id) references ledger.postings (bureau_code, id),
  constraint proposals_posting_id_fkey foreign key (bureau_code, posting_id) references ledger.postings (bureau_code, id),
  constraint proposals_shape_check check (
    case kind
      when 'income' then from_account_id is null and to_account_id is not null and to_unit_code is null and reverses_id is null
      when 'shift' then from_account_id is not null and to_account_id is not null and to_unit_code is null and reverses_id is null
      when 'allocate' then from_account_id is not null and to_account_id is null and to_unit_code is not null and reverses_id is null
      when 'reversal' then from_account_id is null and to_account_id is null and to_unit_code is null and reverses_id is not null
      else false
    end
  ),
  constraint proposals_amount_check check (amount_fen > 0),
  constraint proposals_state_check check (state in ('waiting', 'approved', 'declined')),
  constraint proposals_checked_check check ((state = 'waiting') = (checked_by is null) and (checked_by is null) = (checked_at is null) and (state = 'approved') = (posting_id is not null)),
  constraint proposals_hands_check check (made_by <> checked_by or state = 'declined')
);
comment on table ledger.proposals is 'Movements asked for by hand: nothing moves until somebody else has approved them.';
create index proposals_from_account_id_idx on ledger.proposals (bureau_code, from_account_id);
create index proposals_to_account_id_idx on ledger.proposals (bureau_code, to_account_id);
create index proposals_reverses_id_idx on ledger.proposals (bureau_code, reverses_id);
create index proposals_posting_id_idx on ledger.proposals (bureau_code, posting_id);
create index proposals_unit_code_idx on ledger.proposals (unit_code, made_at);

create table ledger.allocations (
  bureau_code        text collate "C" not null,
  id                 uuid             not null,
  unit_code          text collate "C" not null,
  to_unit_code       text collate "C" not null,
  amount_fen         bigint           not null,
  purpose            text,
  memo               text             not null,
  posting_id         uuid             not null,
  sent_at            timestamptz      not null,
  settle_posting_id  uuid,
  settled_at         timestamptz,

  constraint allocations_pkey primary key (bureau_code, id),
  constraint allocations_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint allocations_posting_id_fkey foreign key (bureau_code, posting_id) references ledger.postings (bureau_code, id),
  constraint allocations_settle_posting_id_fkey foreign key (bureau_code, settle_posting_id) references ledger.postings (bureau_code, id),
  constraint allocations_downward_check check (left(to_unit_code, 6) <> bureau_code),
  constraint allocations_amount_check check (amount_fen > 0),
  constraint allocations_settled_check check ((settled_at is null) = (settle_posting_id is null))
);
comment on table ledger.allocations is 'Money sent to a bureau below: in transit until its receipt there is known here.';
create index allocations_posting_id_idx on ledger.allocations (bureau_code, posting_id);
create index allocations_settle_posting_id_idx on ledger.allocations (bureau_code, settle_posting_id);
create index allocations_to_unit_code_idx on ledger.allocations (to_unit_code);

create table ledger.intakes (
  bureau_code     text collate "C" not null,
  allocation_id   uuid             not null,
  unit_code       text collate "C" not null,
  from_unit_code  text collate "C" not null,
  account_id      uuid             not null,
  amount_fen      bigint           not null,
  posting_id      uuid             not null,
  received_at     timestamptz      not null,
  received_by     uuid             not null,

  constraint intakes_pkey primary key (bureau_code, allocation_id),
  constraint intakes_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint intakes_account_id_fkey foreign key (bureau_code, account_id) references ledger.accounts (bureau_code, id),
  constraint intakes_posting_id_fkey foreign key (bureau_code, posting_id) references ledger.postings (bureau_code, id),
  constraint intakes_amount_check check (amount_fen > 0)
);
comment on table ledger.intakes is 'Append-only: allocations received, each once.';
create index intakes_account_id_idx on ledger.intakes (bureau_code, account_id);
create index intakes_posting_id_idx on ledger.intakes (bureau_code, posting_id);
create index intakes_unit_code_idx on ledger.intakes (unit_code);

create table ledger.bank_files (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  batch_id     uuid             not null,
  format       text collate "C" not null,
  state        text collate "C" not null default 'queued',
  done_count   integer          not null default 0,
  asked_by     uuid             not null,
  asked_at     timestamptz      not null,
  file_id      uuid,
  file_hash    bytea,

  constraint bank_files_pkey primary key (bureau_code, id),
  constraint bank_files_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint bank_files_batch_id_fkey foreign key (bureau_code, batch_id) references ledger.batches (bureau_code, id),
  constraint bank_files_state_check check (state in ('queued', 'made', 'cancelled')),
  constraint bank_files_made_check check ((state = 'made') = (file_id is not null) and (file_id is null) = (file_hash is null))
);
comment on table ledger.bank_files is 'Files made for the bank: how far the making is, and the hash of what was made.';
create index bank_files_batch_id_idx on ledger.bank_files (bureau_code, batch_id);
create index bank_files_unit_code_idx on ledger.bank_files (unit_code);

create table ledger.bank_returns (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  batch_id     uuid             not null,
  content_hash bytea            not null,
  paid_count   integer          not null,
  paid_fen     bigint           not null,
  returned_count integer        not null,
  returned_fen bigint           not null,
  repeated_count integer        not null,
  posting_id   uuid,
  taken_at     timestamptz      not null,
  taken_by     uuid             not null,

  constraint bank_returns_pkey primary key (bureau_code, id),
  constraint bank_returns_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint bank_returns_batch_id_fkey foreign key (bureau_code, batch_id) references ledger.batches (bureau_code, id),
  constraint bank_returns_posting_id_fkey foreign key (bureau_code, posting_id) references ledger.postings (bureau_code, id)
);
comment on table ledger.bank_returns is 'Append-only: return files of banks as they were taken, with what each settled and what it only repeated.';
create index bank_returns_batch_id_idx on ledger.bank_returns (bureau_code, batch_id);
create index bank_returns_posting_id_idx on ledger.bank_returns (bureau_code, posting_id);
create index bank_returns_unit_code_idx on ledger.bank_returns (unit_code);

do $$
declare v_table text;
begin
  foreach v_table in array array['proposals', 'allocations', 'intakes', 'bank_files', 'bank_returns'] loop
    execute format('alter table ledger.%I enable row level security', v_table);
    execute format('alter table ledger.%I force row level security', v_table);
    execute format('create policy %I on ledger.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', v_table || '_select', v_table);
    execute format('create policy %I on ledger.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', v_table || '_insert', v_table);
    execute format('grant select, insert on ledger.%I to guidui_app', v_table);
  end loop;
  foreach v_table in array array['proposals', 'allocations', 'bank_files'] loop
    execute format('create policy %I on ledger.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', v_table || '_update', v_table);
  end loop;
end
$$;
grant update (state, checked_by, checked_at, posting_id) on ledger.proposals to guidui_app;
grant update (settle_posting_id, settled_at) on ledger.allocations to guidui_app;
grant update (state, done_count, file_id, file_hash) on ledger.bank_files to guidui_app;

create function ledger.allocations_to(p_unit_code text)
  returns table (id uuid, from_unit_code text, amount_fen bigint, purpose text, memo text, sent_at timestamptz)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select a.id, a.unit_code, a.amount_fen, a.purpose, a.memo, a.sent_at from ledger.allocations a where a.to_unit_code = p_unit_code
$$;
comment on function ledger.allocations_to is 'What bureaus above have sent to a place: whoever receives there must see it, though it lies in books above.';
revoke all on function ledger.allocations_to from public;
grant execute on function ledger.allocations_to to guidui_app;

alter table spine.files drop constraint files_kind_check;
alter table spine.files add constraint files_kind_check check (kind in ('import', 'returned', 'export', 'photoDraft', 'photo', 'paperDraft', 'paper', 'bank'));
