-- Files that people brought or that the program wrote for them: an uploaded workbook, the same workbook with the
-- results, an exported roster. The bytes lie encrypted outside the database, under an address made of their content.

create table spine.files (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  kind          text collate "C" not null,
  owner_id      uuid             not null,
  name          text             not null,
  content_type  text collate "C" not null,
  size          bigint           not null,
  address       text collate "C" not null,
  stored_at     timestamptz      not null,
  expires_at    timestamptz      not null,

  constraint files_pkey primary key (bureau_code, id),
  constraint files_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint files_kind_check check (kind in ('import', 'returned', 'export')),
  constraint files_name_check check (char_length(name) between 1 and 200),
  constraint files_address_check check (address ~ '^[0-9a-f]{64}$'),
  constraint files_size_check check (size >= 0)
);
comment on table spine.files is 'Append-only list of stored files. Only the account that a file was stored for may fetch it, and only until it expires. address: keyed hash of the content.';
create index files_unit_code_idx on spine.files (unit_code);
create index files_address_idx on spine.files (address, expires_at);

alter table spine.files enable row level security;
alter table spine.files force row level security;
create policy files_select on spine.files for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy files_insert on spine.files for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on spine.files to guidui_app;
