-- 0006_access_create_sessions.sql
--
-- Sessions live in the database and nowhere else, so that ending one is exact on every server at once.
-- The table keeps only the hash of a token: whoever reads a backup cannot sign in with it.

create table access.sessions (
  bureau_code       text collate "C" not null,
  token_hash        bytea            not null,                 -- sha256 of the whole token
  account_id        uuid             not null,
  unit_code         text collate "C" not null,
  device_hash       bytea            not null,
  second_factor     boolean          not null,                 -- a code was shown when it was opened
  created_at        timestamptz      not null,
  last_seen_at      timestamptz      not null,                 -- written at most once a minute
  idle_seconds      integer          not null,
  ends_at           timestamptz      not null,
  ended_at          timestamptz,
  end_reason        text collate "C",

  constraint sessions_pkey primary key (bureau_code, token_hash),
  constraint sessions_account_fkey foreign key (bureau_code, account_id) references access.accounts (bureau_code, id),
  constraint sessions_bureau_of_unit check (bureau_code = left(unit_code, 6)),
  constraint sessions_hash_is_sha256 check (length(token_hash) = 32),
  constraint sessions_limits_are_set check (idle_seconds > 0 and ends_at > created_at),
  constraint sessions_end_has_a_reason check ((ended_at is null) = (end_reason is null)),
  constraint sessions_reason_known check (
    end_reason in ('signed-out', 'signed-out-everywhere', 'signed-in-again', 'disabled', 'role-changed', 'password-changed', 'second-factor-changed')
  )
);
create index sessions_account_idx on access.sessions (bureau_code, account_id, created_at);
create index sessions_unit_code_idx on access.sessions (unit_code);
comment on table access.sessions is 'Every session opened, its limits and why it ended. Kept 200 days as the record of sign-ins (GB/T 22239-2019 8.1.4.3: at least six months).';

alter table access.sessions enable row level security;
alter table access.sessions force row level security;
create policy sessions_select on access.sessions for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy sessions_insert on access.sessions for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy sessions_update on access.sessions for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy sessions_delete on access.sessions for delete
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on access.sessions to guidui_app;
grant update (last_seen_at, ended_at, end_reason) on access.sessions to guidui_app;

create table access.known_devices (
  bureau_code     text collate "C" not null,
  account_id      uuid             not null,
  device_hash     bytea            not null,
  unit_code       text collate "C" not null,
  first_seen_at   timestamptz      not null,
  last_seen_at    timestamptz      not null,

  constraint known_devices_pkey primary key (bureau_code, account_id, device_hash),
  constraint known_devices_account_fkey foreign key (bureau_code, account_id) references access.accounts (bureau_code, id),
  constraint known_devices_bureau_of_unit check (bureau_code = left(unit_code, 6)),
  constraint known_devices_hash_is_sha256 check (length(device_hash) = 32)
);
create index known_devices_unit_code_idx on access.known_devices (unit_code);
comment on table access.known_devices is 'Devices an account has signed in from before. Such a device has its own count of wrong guesses, so that nobody elsewhere can lock its owner out.';

alter table access.known_devices enable row level security;
alter table access.known_devices force row level security;
create policy known_devices_select on access.known_devices for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy known_devices_insert on access.known_devices for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy known_devices_update on access.known_devices for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy known_devices_delete on access.known_devices for delete
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert, delete on access.known_devices to guidui_app;
grant update (last_seen_at) on access.known_devices to guidui_app;

create table access.recovery_codes (
  bureau_code  text collate "C" not null,
  account_id   uuid             not null,
  code_hash    bytea            not null,                      -- sha256; the codes are random and long enough for it
  unit_code    text collate "C" not null,
  created_at   timestamptz      not null,
  used_at      timestamptz,

  constraint recovery_codes_pkey primary key (bureau_code, account_id, code_hash),
  constraint recovery_codes_account_fkey foreign key (bureau_code, account_id) references access.accounts (bureau_code, id),
  constraint recovery_codes_bureau_of_unit check (bureau_code = left(unit_code, 6)),
  constraint recovery_codes_hash_is_sha256 check (length(code_hash) = 32)
);
create index recovery_codes_unit_code_idx on access.recovery_codes (unit_code);
comment on table access.recovery_codes is 'Codes for the day the phone is lost: each works once instead of a one-time code.';

alter table access.recovery_codes enable row level security;
alter table access.recovery_codes force row level security;
create policy recovery_codes_select on access.recovery_codes for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy recovery_codes_insert on access.recovery_codes for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy recovery_codes_update on access.recovery_codes for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy recovery_codes_delete on access.recovery_codes for delete
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert, delete on access.recovery_codes to guidui_app;
grant update (used_at) on access.recovery_codes to guidui_app;
