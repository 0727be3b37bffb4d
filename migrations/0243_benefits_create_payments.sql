-- From an approved month to the bank: a payment is what a person is owed by a month and by earlier ones that could not pay it.
-- The batch that pays them is the ledger's.

alter table benefits.entitlements add column payee_label text;
comment on column benefits.entitlements.payee_label is 'The masked name of whom the account belongs to, as a bank file shows it.';
grant update (payee_label) on benefits.entitlements to guidui_app;

create table benefits.payments (
  bureau_code  text collate "C" not null,
  run_id       uuid             not null,
  person_id    uuid             not null,
  unit_code    text collate "C" not null,
  line_id      uuid             not null default gen_random_uuid(),
  owed_fen     bigint           not null,
  carried_fen  bigint           not null,
  why          text collate "C",
  payee_label  text,
  account      bytea,

  constraint payments_pkey primary key (bureau_code, run_id, person_id),
  constraint payments_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint payments_run_id_fkey foreign key (bureau_code, run_id) references benefits.runs (bureau_code, id),
  constraint payments_why_check check (case when why is null then owed_fen > 0 and account is not null and payee_label is not null
    when why = 'no-account' then owed_fen > 0 and account is null when why = 'owes' then owed_fen < 0 else false end)
);
comment on table benefits.payments is 'What a month pays a person, all lines together with what the month before could not pay or had to take back. Append-only.';
comment on column benefits.payments.why is 'Null: paid by the batch of the month. no-account: nobody knows where to; owes: more is to be taken back than is due. Both are carried into the next month.';
comment on column benefits.payments.account is 'As it was sealed under the person in benefits.entitlements.payee_account on the day of sending.';
create unique index payments_line_id_key on benefits.payments (bureau_code, line_id);
create index payments_carried_idx on benefits.payments (bureau_code, run_id) where why is not null;

alter table benefits.payments enable row level security;
alter table benefits.payments force row level security;
create policy payments_select on benefits.payments for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy payments_insert on benefits.payments for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on benefits.payments to guidui_app;

alter table benefits.runs add column batch_id uuid, add column sent_at timestamptz, add column sent_by uuid,
  add constraint runs_sent_check check ((sent_at is null) = (sent_by is null) and (batch_id is null or sent_at is not null) and (sent_at is null or state = 'approved'));
comment on column benefits.runs.batch_id is 'The payment batch of the ledger that pays the month; null too where a month was sent in which nobody is due anything.';
create unique index runs_batch_id_key on benefits.runs (bureau_code, batch_id) where batch_id is not null;
grant update (batch_id, sent_at, sent_by) on benefits.runs to guidui_app;
