-- Double-entry books of the funds of bureaus. A bureau's books hold its accounts; every movement is a posting whose entries
-- add up to nothing. Entries are never changed or removed: a mistake is answered by a posting that mirrors it.

create schema ledger;
grant usage on schema ledger to guidui_app;

create table ledger.books (
  bureau_code        text collate "C" not null,
  unit_code          text collate "C" not null,
  closed_through_on  date,
  stopped_at         timestamptz,
  stopped_why        text,

  constraint books_pkey primary key (bureau_code),
  constraint books_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint books_stopped_check check ((stopped_at is null) = (stopped_why is null))
);
comment on table ledger.books is 'One row a bureau. Every movement locks it for share, so that closing a period and stopping payments wait for what is under way and are seen by what comes after.';
comment on column ledger.books.stopped_at is 'Since when no money leaves a fund here: an invariant was broken (ledger.breaks).';

create table ledger.accounts (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  parent_id    uuid,
  kind         text collate "C" not null,
  fund_kind    text collate "C",
  name         text             not null,
  purpose      text,
  floor_fen    bigint,
  balance_fen  bigint           not null default 0,
  held_fen     bigint           not null default 0,
  opened_at    timestamptz      not null,
  opened_by    uuid             not null,

  constraint accounts_pkey primary key (bureau_code, id),
  constraint accounts_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint accounts_bureau_code_fkey foreign key (bureau_code) references ledger.books (bureau_code),
  constraint accounts_parent_id_fkey foreign key (bureau_code, parent_id) references ledger.accounts (bureau_code, id),
  constraint accounts_kind_check check (kind in ('fund', 'source', 'transit', 'clearing', 'spent', 'granted')),
  constraint accounts_fund_kind_check check ((kind = 'fund') = (fund_kind is not null) and fund_kind in ('emergency', 'care', 'aid', 'volunteer', 'benefit')),
  constraint accounts_purpose_check check (purpose is null or (kind = 'fund' and purpose <> '')),
  constraint accounts_floored_check check ((floor_fen is not null) = (kind in ('fund', 'transit', 'clearing'))),
  constraint accounts_floor_check check (balance_fen - held_fen >= floor_fen),
  constraint accounts_held_check check (held_fen >= 0 and (held_fen = 0 or kind = 'fund'))
);
comment on table ledger.accounts is 'Funds of a bureau as a tree, and the places money comes from and goes to. The balance is the sum of the entries, kept beside them so that its floor is a constraint.';
comment on column ledger.accounts.kind is 'fund: owned money. source: where it came from. transit: sent to a bureau below, not yet received. granted: received there. clearing: with the bank. spent: paid out.';
comment on column ledger.accounts.purpose is 'An earmark: money moves here only for this purpose.';
comment on column ledger.accounts.held_fen is 'Promised and not yet paid: it cannot be spent otherwise.';
create index accounts_parent_id_idx on ledger.accounts (bureau_code, parent_id);
create index accounts_unit_code_idx on ledger.accounts (unit_code);
create unique index accounts_kind_key on ledger.accounts (bureau_code, kind) where kind <> 'fund';
create unique index accounts_name_key on ledger.accounts (bureau_code, name);

create table ledger.postings (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  kind         text collate "C" not null,
  reverses_id  uuid,
  purpose      text,
  memo         text             not null,
  entry_count  integer          not null,
  body_hash    bytea            not null,
  posted_on    date             not null,
  recorded_at  timestamptz      not null,
  made_by      uuid             not null,
  checked_by   uuid,
  paid_by      uuid,

  constraint postings_pkey primary key (bureau_code, id),
  constraint postings_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint postings_bureau_code_fkey foreign key (bureau_code) references ledger.books (bureau_code),
  constraint postings_reverses_id_fkey foreign key (bureau_code, reverses_id) references ledger.postings (bureau_code, id),
  constraint postings_reverses_id_key unique (bureau_code, reverses_id),
  constraint postings_kind_check check (kind in ('income', 'shift', 'allocate', 'receive', 'settle', 'payment', 'paid', 'returned', 'reversal')),
  constraint postings_reversal_check check ((kind = 'reversal') = (reverses_id is not null)),
  constraint postings_count_check check (entry_count >= 2),
  constraint postings_hands_check check (made_by <> checked_by and made_by <> paid_by and checked_by <> paid_by),
  constraint postings_checked_check check (checked_by is not null or kind not in ('income', 'shift', 'allocate', 'payment', 'reversal')),
  constraint postings_paid_check check (paid_by is not null or kind <> 'payment')
);
comment on table ledger.postings is 'Append-only: the heads of movements. Reversed at most once, by its exact mirror. Who made it did not check it, and neither of them paid it.';
create index postings_unit_code_idx on ledger.postings (unit_code, recorded_at);
create index postings_posted_on_idx on ledger.postings (bureau_code, posted_on);

create table ledger.entries (
  bureau_code  text collate "C" not null,
  posting_id  uuid             not null,
  seq          integer          not null,
  unit_code    text collate "C" not null,
  account_id   uuid             not null,
  amount_fen   bigint           not null,

  constraint entries_pkey primary key (bureau_code, posting_id, seq),
  constraint entries_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint entries_posting_id_fkey foreign key (bureau_code, posting_id) references ledger.postings (bureau_code, id),
  constraint entries_account_id_fkey foreign key (bureau_code, account_id) references ledger.accounts (bureau_code, id),
  constraint entries_amount_check check (amount_fen <> 0)
);
comment on table ledger.entries is 'Append-only book of movements. Positive: money into the account; negative: out of it. The entries of a posting add up to nothing.';
create index entries_account_id_idx on ledger.entries (bureau_code, account_id, posting_id);

create table ledger.holds (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  account_id   uuid             not null,
  amount_fen   bigint           not null,
  purpose      text,
  state        text collate "C" not null default 'held',
  held_at      timestamptz      not null,
  held_by      uuid             not null,
  settled_at   timestamptz,
  posting_id  uuid,

  constraint holds_pkey primary key (bureau_code, id),
  constraint holds_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint holds_account_id_fkey foreign key (bureau_code, account_id) references ledger.accounts (bureau_code, id),
  constraint holds_posting_id_fkey foreign key (bureau_code, posting_id) references ledger.postings (bureau_code, id),
  constraint holds_amount_check check (amount_fen > 0),
  constraint holds_state_check check (state in ('held', 'released', 'captured')),
  constraint holds_settled_check check ((state = 'held') = (settled_at is null) and (state = 'captured') = (posting_id is not null))
);
comment on table ledger.holds is 'Money promised out of a fund: given free again, or captured by the posting that paid it.';
create index holds_account_id_idx on ledger.holds (bureau_code, account_id);
create index holds_posting_id_idx on ledger.holds (bureau_code, posting_id);

create table ledger.closings (
  bureau_code  text collate "C" not null,
  through_on   date             not null,
  unit_code    text collate "C" not null,
  postings     bigint           not null,
  closed_at    timestamptz      not null,
  closed_by    uuid             not null,

  constraint closings_pkey primary key (bureau_code, through_on),
  constraint closings_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint closings_bureau_code_fkey foreign key (bureau_code) references ledger.books (bureau_code)
);
comment on table ledger.closings is 'Append-only: periods closed, each with the number of postings up to its last day. It never changes again.';

do $$
declare v_table text;
begin
  foreach v_table in array array['books', 'accounts', 'postings', 'entries', 'holds', 'closings'] loop
    execute format('alter table ledger.%I enable row level security', v_table);
    execute format('alter table ledger.%I force row level security', v_table);
    execute format('create policy %I on ledger.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', v_table || '_select', v_table);
    execute format('create policy %I on ledger.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', v_table || '_insert', v_table);
    execute format('grant select, insert on ledger.%I to guidui_app', v_table);
  end loop;
  foreach v_table in array array['books', 'accounts', 'holds'] loop
    execute format('create policy %I on ledger.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', v_table || '_update', v_table);
  end loop;
end
$$;
grant update (closed_through_on, stopped_at, stopped_why) on ledger.books to guidui_app;
grant update (balance_fen, held_fen) on ledger.accounts to guidui_app;
grant update (state, settled_at, posting_id) on ledger.holds to guidui_app;
