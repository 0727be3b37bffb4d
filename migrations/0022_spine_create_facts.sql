-- What happened, for the indicators: written by actions in their own transaction, never changed. A correction is a
-- second fact with a negative quantity.

create table spine.facts (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  xid          xid8             not null default pg_current_xact_id(),
  kind         text collate "C" not null,
  unit_code    text collate "C" not null,
  on_day       date             not null,
  quantity     bigint           not null,
  person_ids   uuid[]           not null default '{}',
  dimensions   jsonb            not null default '{}',

  constraint facts_pkey primary key (bureau_code, id),
  constraint facts_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint facts_count_something check (quantity <> 0)
);
comment on table spine.facts is 'Append-only facts. The indicators fold them into cells; xid says in which transaction a fact was written, so that read = folded + unfolded without a lock.';
create index facts_xid_idx on spine.facts (xid);
create index facts_kind_idx on spine.facts (kind, on_day, unit_code);

alter table spine.facts enable row level security;
alter table spine.facts force row level security;
create policy facts_select on spine.facts for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy facts_insert on spine.facts for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on spine.facts to guidui_app;
