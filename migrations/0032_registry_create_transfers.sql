-- Transfers of a file between stations, and merges of two files of one citizen.

create table registry.transfer_requests (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  direction     text collate "C" not null,
  counterpart   text collate "C" not null,
  person_id     uuid,
  request_id    uuid             not null,
  reason        text             not null,
  status        text collate "C" not null default 'open',
  opened_at     timestamptz      not null,
  opened_by     uuid             not null,
  decided_at    timestamptz,
  decided_by    uuid,
  answer        text,

  constraint transfer_requests_pkey primary key (bureau_code, id),
  constraint transfer_requests_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint transfer_requests_direction_check check (direction in ('asked', 'toDecide')),
  constraint transfer_requests_status_check check (status in ('open', 'accepted', 'declined', 'withdrawn'))
);
comment on table registry.transfer_requests is 'One request is two rows with the same request_id: one at the station that asked (without person_id until accepted), one at the station that decides.';
create index transfer_requests_unit_code_idx on registry.transfer_requests (unit_code, status);
create index transfer_requests_request_idx on registry.transfer_requests (request_id);

create table registry.merges (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  kept_id       uuid             not null,
  merged_id     uuid             not null,
  reason        text             not null,
  before        bytea            not null,
  merged_at     timestamptz      not null,
  merged_by     uuid             not null,
  undone_at     timestamptz,
  undone_by     uuid,

  constraint merges_pkey primary key (bureau_code, id),
  constraint merges_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint merges_apart_check check (kept_id <> merged_id),
  constraint merges_kept_fkey foreign key (bureau_code, kept_id) references registry.people (bureau_code, id),
  constraint merges_merged_fkey foreign key (bureau_code, merged_id) references registry.people (bureau_code, id)
);
comment on table registry.merges is 'Merges of two files of one citizen, with the state of both before, encrypted, so that a merge can be undone.';
create index merges_unit_code_idx on registry.merges (unit_code);
create index merges_kept_idx on registry.merges (bureau_code, kept_id);
create index merges_merged_idx on registry.merges (bureau_code, merged_id);

create table registry.unmaskings (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  person_id    uuid             not null,
  account_id   uuid             not null,
  purpose      text collate "C" not null,
  reason       text             not null,
  fields       text[]           not null,
  on_day       date             not null,
  seen_at      timestamptz      not null,

  constraint unmaskings_pkey primary key (bureau_code, id),
  constraint unmaskings_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint unmaskings_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id)
);
comment on table registry.unmaskings is 'Append-only: who saw the full data of whom, when and why. Shown on the file itself.';
create index unmaskings_unit_code_idx on registry.unmaskings (unit_code);
create index unmaskings_person_idx on registry.unmaskings (bureau_code, person_id, seen_at);
create index unmaskings_account_idx on registry.unmaskings (account_id, on_day);

do $$
declare
  t text;
begin
  foreach t in array array['transfer_requests', 'merges', 'unmaskings'] loop
    execute format('alter table registry.%I enable row level security', t);
    execute format('alter table registry.%I force row level security', t);
    execute format('create policy %I on registry.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on registry.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    if t <> 'unmaskings' then
      execute format('create policy %I on registry.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_update', t);
      execute format('grant update on registry.%I to guidui_app', t);
    end if;
    execute format('grant select, insert on registry.%I to guidui_app', t);
  end loop;
end
$$;
