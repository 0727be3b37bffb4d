-- A village taken along on a device: who, where, until when. A lease is never removed; revoked, the device wipes the
-- village at its next contact.

create table casework.field_leases (
  bureau_code text collate "C" not null,
  id          uuid             not null,
  unit_code   text collate "C" not null,
  account_id  uuid             not null,
  by_name     text             not null,
  device_id   uuid             not null,
  people      int              not null,
  export_key  bytea            not null,
  taken_at    timestamptz      not null,
  expires_at  timestamptz      not null,
  revoked_at  timestamptz,
  revoked_by  uuid,
  reason      text,

  constraint field_leases_pkey primary key (bureau_code, id),
  constraint field_leases_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint field_leases_expires_check check (expires_at > taken_at),
  constraint field_leases_revoked_check check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (reason is null))
);
comment on table casework.field_leases is 'Villages taken along on devices. What lies on the device is encrypted there; the pack opens until expires_at, and goes at the next contact after revoked_at.';
comment on column casework.field_leases.export_key is 'Opens what the device writes into a file when it cannot be sent; encrypted.';
create index field_leases_unit_idx on casework.field_leases (unit_code, taken_at);
create index field_leases_account_idx on casework.field_leases (bureau_code, account_id, device_id);

alter table casework.field_leases enable row level security;
alter table casework.field_leases force row level security;
create policy field_leases_select on casework.field_leases for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy field_leases_insert on casework.field_leases for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy field_leases_update on casework.field_leases for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on casework.field_leases to guidui_app;
grant update (revoked_at, revoked_by, reason) on casework.field_leases to guidui_app;
