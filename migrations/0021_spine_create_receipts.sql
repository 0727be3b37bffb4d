-- What was answered to each action, so that the same action sent again gets the same answer and has no second effect.

create table spine.receipts (
  bureau_code  text collate "C" not null,
  account_id   uuid             not null,
  action_id    uuid             not null,
  unit_code    text collate "C" not null,
  action_name  text collate "C" not null,
  body_hash    bytea            not null,
  refused      boolean          not null,
  answer       bytea            not null,
  recorded_at  timestamptz      not null,

  constraint receipts_pkey primary key (bureau_code, account_id, action_id),
  constraint receipts_unit_code_check check (bureau_code = left(unit_code, 6))
);
comment on table spine.receipts is 'Append-only answers to actions, keyed by account and client-made id. bureau_code and unit_code are those of the account, which never move. answer is encrypted.';
create index receipts_unit_code_idx on spine.receipts (unit_code);

alter table spine.receipts enable row level security;
alter table spine.receipts force row level security;
create policy receipts_select on spine.receipts for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy receipts_insert on spine.receipts for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on spine.receipts to guidui_app;
