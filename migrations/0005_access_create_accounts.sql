-- 0005_access_create_accounts.sql
--
-- Accounts belong to one unit for life: whoever moves to another unit is given another account there, so that a leaf of
-- the journal always says from which unit somebody acted. Every table of an account repeats its unit, because a policy
-- may compare a column and may not ask a question (a subquery in a policy cannot be distributed).

create schema access;
grant usage on schema access to guidui_app;

create table access.accounts (
  bureau_code           text collate "C" not null,             -- first six digits of unit_code: first in every key
  id                    uuid             not null,
  unit_code             text collate "C" not null,
  login                 text collate "C" not null,
  name                  text             not null,
  password_hash         text             not null,
  password_changed_at   timestamptz      not null,
  must_change_password  boolean          not null default true,
  totp_secret           bytea,                                 -- encrypted
  totp_pending          bytea,                                 -- encrypted; shown for enrolment, not yet confirmed
  totp_confirmed_at     timestamptz,
  totp_last_step        bigint,                                -- the last time step used: no code works twice
  status                text collate "C" not null default 'active',
  created_by            uuid,                                  -- null: opened by the installation itself
  created_at            timestamptz      not null,

  constraint accounts_pkey primary key (bureau_code, id),
  constraint accounts_login_once unique (bureau_code, login),
  constraint accounts_bureau_of_unit check (bureau_code = left(unit_code, 6)),
  constraint accounts_unit_is_a_code check (unit_code ~ '^[0-9]{12}(-[0-9]{1,2})?$'),
  constraint accounts_login_is_plain check (login ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  constraint accounts_name_is_said check (length(name) between 1 and 60),
  constraint accounts_status_known check (status in ('active', 'disabled')),
  constraint accounts_confirmed_has_secret check (totp_confirmed_at is null or totp_secret is not null)
);
create index accounts_unit_code_idx on access.accounts (unit_code, login);
comment on table access.accounts is 'Who may sign in, and at which unit. Never deleted: a disabled account still names the author of old records.';

alter table access.accounts enable row level security;
alter table access.accounts force row level security;
create policy accounts_select on access.accounts for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy accounts_insert on access.accounts for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy accounts_update on access.accounts for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());

-- Hashes and secrets are written, never read back, by the application's role: only access.find_login hands them out.
grant select (bureau_code, id, unit_code, login, name, password_changed_at, must_change_password, totp_confirmed_at,
  totp_last_step, status, created_by, created_at) on access.accounts to guidui_app;
grant insert on access.accounts to guidui_app;
grant update (password_hash, password_changed_at, must_change_password, totp_secret, totp_pending, totp_confirmed_at,
  totp_last_step, status) on access.accounts to guidui_app;

create table access.account_roles (
  bureau_code  text collate "C" not null,
  account_id   uuid             not null,
  role         text collate "C" not null,
  granted_at   timestamptz      not null,
  unit_code    text collate "C" not null,
  granted_by   uuid,                                           -- null: granted by the installation itself
  ended_at     timestamptz,
  ended_by     uuid,

  constraint account_roles_pkey primary key (bureau_code, account_id, role, granted_at),
  constraint account_roles_account_fkey foreign key (bureau_code, account_id) references access.accounts (bureau_code, id),
  constraint account_roles_bureau_of_unit check (bureau_code = left(unit_code, 6)),
  constraint account_roles_role_is_a_name check (role ~ '^[a-z][A-Za-z]{2,40}$'),
  constraint account_roles_not_by_oneself check (granted_by <> account_id),
  constraint account_roles_ends_later check (ended_at >= granted_at)
);
create unique index account_roles_held_once on access.account_roles (bureau_code, account_id, role) where ended_at is null;
create unique index account_roles_one_administrator on access.account_roles (bureau_code, account_id)
  where ended_at is null and role in ('systemAdministrator', 'securityAdministrator', 'auditAdministrator');
create index account_roles_unit_code_idx on access.account_roles (unit_code);
comment on table access.account_roles is 'Roles held, by whom granted and until when. A role is ended, never removed. Administrators of the three kinds are separate accounts (GB/T 22239-2019 8.1.4.2).';

alter table access.account_roles enable row level security;
alter table access.account_roles force row level security;
create policy account_roles_select on access.account_roles for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy account_roles_insert on access.account_roles for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy account_roles_update on access.account_roles for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on access.account_roles to guidui_app;
grant update (ended_at, ended_by) on access.account_roles to guidui_app;

create table access.logins (
  login        text collate "C" not null,
  bureau_code  text collate "C" not null,
  account_id   uuid             not null,

  constraint logins_pkey primary key (login)
);
comment on table access.logins is 'Directory: which bureau holds the account of a login; makes a login unique in the whole nation. No foreign key, so that it can be a table of its own on a distributed database; written in the transaction that opens the account.';
grant insert on access.logins to guidui_app;
