-- To which account a pension goes is changed by two people: one enters it, another confirms it. Until then the old account is paid.

create table benefits.payee_changes (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  person_id     uuid             not null,
  origin        text collate "C" not null,
  bank          text             not null,
  payee         bytea            not null,
  label         text             not null,
  is_other_name boolean          not null,
  evidence      text             not null,
  state         text collate "C" not null default 'waiting',
  made_at       timestamptz      not null,
  made_by       uuid             not null,
  settled_at    timestamptz,
  settled_by    uuid,
  settled_why   text,

  constraint payee_changes_pkey primary key (bureau_code, id),
  constraint payee_changes_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint payee_changes_origin_check check (origin in ('entered', 'file')),
  constraint payee_changes_state_check check (state in ('waiting', 'confirmed', 'declined', 'withdrawn')),
  constraint payee_changes_settled_check check ((state = 'waiting') = (settled_at is null) and (settled_at is null) = (settled_by is null)),
  constraint payee_changes_declined_check check ((state = 'declined') = (settled_why is not null)),
  constraint payee_changes_two_people_check check (state not in ('confirmed', 'declined') or settled_by <> made_by),
  constraint payee_changes_own_check check (state <> 'withdrawn' or settled_by = made_by)
);
comment on table benefits.payee_changes is 'Accounts to which people are to be paid, as one officer entered them; another confirms or declines, and only then benefits.entitlements has the account. Never deleted.';
comment on column benefits.payee_changes.origin is 'entered: typed from a paper; file: the card that the file of the person names.';
comment on column benefits.payee_changes.payee is 'Account, full name and bank, sealed as one text under the person in benefits.entitlements.payee_account.';
comment on column benefits.payee_changes.is_other_name is 'Whether the account is not in the name of the person, but of a guardian.';
create unique index payee_changes_waiting_key on benefits.payee_changes (bureau_code, person_id) where state = 'waiting';
create index payee_changes_settled_idx on benefits.payee_changes (bureau_code, settled_at) where state <> 'waiting';

alter table benefits.payee_changes enable row level security;
alter table benefits.payee_changes force row level security;
create policy payee_changes_select on benefits.payee_changes for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy payee_changes_insert on benefits.payee_changes for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy payee_changes_update on benefits.payee_changes for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on benefits.payee_changes to guidui_app;
grant update (state, settled_at, settled_by, settled_why) on benefits.payee_changes to guidui_app;
