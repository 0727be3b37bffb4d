-- The month: what an office pays, computed from frozen inputs, looked at, approved by somebody else. Nothing is edited
-- afterwards: what was wrong is a line of a later month.

create table benefits.runs (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  month         date             not null,
  state         text collate "C" not null,
  known_on      date             not null,
  started_at    timestamptz      not null,
  started_by    uuid             not null,
  since         date             not null,
  people        integer          not null,
  lines         integer,
  failed        integer,
  total_fen     bigint,
  recover_fen   bigint,
  facts_hash    text collate "C",
  versions      jsonb,
  rates         jsonb,
  computed_at   timestamptz,
  reviewed_at   timestamptz,
  reviewed_by   uuid,
  settled_at    timestamptz,
  settled_by    uuid,
  settled_why   text,

  constraint runs_pkey primary key (bureau_code, id),
  constraint runs_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint runs_month_check check (extract(day from month) = 1 and extract(day from since) = 1 and since <= month),
  constraint runs_state_check check (state in ('queued', 'computed', 'reviewed', 'approved', 'returned', 'cancelled')),
  constraint runs_computed_check check (state in ('queued', 'cancelled') or (computed_at is not null and facts_hash is not null and total_fen is not null)),
  constraint runs_reviewed_check check ((reviewed_at is null) = (reviewed_by is null) and (state not in ('reviewed', 'approved') or reviewed_by is not null)),
  constraint runs_settled_check check ((settled_at is null) = (settled_by is null) and (settled_at is not null) = (state in ('approved', 'returned', 'cancelled'))),
  constraint runs_returned_check check (state <> 'returned' or settled_why is not null),
  constraint runs_two_people_check check (state not in ('approved', 'returned') or (settled_by <> started_by and settled_by <> reviewed_by))
);
comment on table benefits.runs is 'Months of pay of an office. known_on, versions, rates and facts_hash say from what it was computed; since is the first month that an approved run paid, before which another system did.';
comment on column benefits.runs.rates is 'The amounts a year by which it was computed, in the order of lines.rate_no: contract RunRate.';
comment on column benefits.runs.recover_fen is 'The sum of the lines below nought: paid before and not due.';
create unique index runs_month_key on benefits.runs (bureau_code, month) where state not in ('returned', 'cancelled');
create unique index runs_open_key on benefits.runs (bureau_code) where state in ('queued', 'computed', 'reviewed');

alter table benefits.runs enable row level security;
alter table benefits.runs force row level security;
create policy runs_select on benefits.runs for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy runs_insert on benefits.runs for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy runs_update on benefits.runs for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on benefits.runs to guidui_app;
grant update (state, lines, failed, total_fen, recover_fen, facts_hash, versions, rates, computed_at, reviewed_at, reviewed_by, settled_at, settled_by, settled_why) on benefits.runs to guidui_app;

create table benefits.lines (
  bureau_code  text collate "C" not null,
  run_id       uuid             not null,
  person_id    uuid             not null,
  class_code   text collate "C" not null,
  kind         text collate "C" not null,
  month        date             not null,
  unit_code    text collate "C" not null,
  amount_fen   bigint           not null,
  paid_fen     bigint           not null,
  why          text collate "C" not null,
  rate_no      integer          not null,

  constraint lines_pkey primary key (bureau_code, run_id, person_id, class_code, kind, month),
  constraint lines_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint lines_kind_check check (kind in ('pension', 'nursing', 'deathGrant')),
  constraint lines_why_check check (why in ('same', 'new', 'rate', 'regraded', 'moved', 'backPay', 'recovery', 'died', 'ended', 'prison', 'wanted', 'rightsLost', 'unconfirmed', 'other'))
);
comment on table benefits.lines is 'What a run pays a person for a class and month, once by its key: one run a month, one line in it. A line of an earlier month is what is due less what approved runs paid for it. Append-only.';
comment on column benefits.lines.amount_fen is 'Nought where somebody who was paid last month is not paid in this one: why says the reason. Below nought: paid before and not due.';
comment on column benefits.lines.paid_fen is 'What approved runs have paid for that month before.';
comment on column benefits.lines.rate_no is 'Which of runs.rates; -1 where none.';

alter table benefits.lines enable row level security;
alter table benefits.lines force row level security;
create policy lines_select on benefits.lines for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy lines_insert on benefits.lines for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on benefits.lines to guidui_app;

create table benefits.run_failures (
  bureau_code  text collate "C" not null,
  run_id       uuid             not null,
  person_id    uuid             not null,
  unit_code    text collate "C" not null,
  why          text collate "C" not null,
  class_code   text collate "C" not null,

  constraint run_failures_pkey primary key (bureau_code, run_id, person_id, class_code),
  constraint run_failures_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint run_failures_why_check check (why in ('no-rate', 'no-grade', 'unknown-class', 'file-gone', 'fault'))
);
comment on table benefits.run_failures is 'People whom a run could not compute, and why: it goes on without them.';

alter table benefits.run_failures enable row level security;
alter table benefits.run_failures force row level security;
create policy run_failures_select on benefits.run_failures for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy run_failures_insert on benefits.run_failures for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on benefits.run_failures to guidui_app;

create table benefits.run_progress (
  bureau_code  text collate "C" not null,
  run_id       uuid             not null,
  unit_code    text collate "C" not null,
  done         integer          not null,

  constraint run_progress_pkey primary key (bureau_code, run_id),
  constraint run_progress_unit_code_check check (bureau_code = left(unit_code, 6))
);
comment on table benefits.run_progress is 'How many people a run under way has computed: apart from the run, whose row the computation itself closes.';

alter table benefits.run_progress enable row level security;
alter table benefits.run_progress force row level security;
create policy run_progress_select on benefits.run_progress for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy run_progress_insert on benefits.run_progress for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy run_progress_update on benefits.run_progress for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on benefits.run_progress to guidui_app;
grant update (done) on benefits.run_progress to guidui_app;
