-- Two versions of the same thing: what a device recorded without a network, beside what the server had when it came.
-- A person chooses, field by field; neither is ever overwritten silently.

create table casework.field_claims (
  bureau_code text collate "C" not null,
  id          uuid             not null,
  unit_code   text collate "C" not null,
  person_id   uuid,
  item_id     uuid             not null,
  action_name text collate "C" not null,
  code        text collate "C" not null,
  said        bytea            not null,
  captured_at timestamptz      not null,
  made_at     timestamptz      not null,
  made_by     uuid             not null,
  by_name     text             not null,
  settled_at  timestamptz,
  settled_by  uuid,
  settlement  bytea,

  constraint field_claims_pkey primary key (bureau_code, id),
  constraint field_claims_once unique (bureau_code, made_by, item_id),
  constraint field_claims_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint field_claims_settled_check check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (settlement is null))
);
comment on table casework.field_claims is 'What a device recorded and the server could not take, with what the server had. said and settlement are encrypted.';
create index field_claims_person_idx on casework.field_claims (person_id, made_at);
create index field_claims_open_idx on casework.field_claims (unit_code, made_at) where settled_at is null;

alter table casework.field_claims enable row level security;
alter table casework.field_claims force row level security;
create policy field_claims_select on casework.field_claims for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy field_claims_insert on casework.field_claims for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy field_claims_update on casework.field_claims for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on casework.field_claims to guidui_app;
grant update (settled_at, settled_by, settlement) on casework.field_claims to guidui_app;
