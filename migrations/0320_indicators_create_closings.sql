-- Months that a place has confirmed: its figures as they stood at that instant, settled by the place above, locked by the
-- province. A locked row never moves; what arrives later is taken up in a next version, and the old one stays.

create table indicators.closings (
  bureau_code    text collate "C" not null,
  unit_code      text collate "C" not null,
  month_on       date             not null,
  version        smallint         not null,
  state          text collate "C" not null default 'confirmed',
  figures        jsonb            not null,
  why            text,
  missing        text[]           not null default '{}',
  missing_why    text,
  confirmed_at   timestamptz      not null,
  confirmed_by   uuid             not null,
  settled_at     timestamptz,
  settled_by     uuid,
  returned_why   text,
  locked_at      timestamptz,
  locked_by      uuid,

  constraint closings_pkey primary key (bureau_code, unit_code, month_on, version),
  constraint closings_unit_code_check check (bureau_code = left(unit_code, 6) and unit_code ~ '^[0-9]{12}$'),
  constraint closings_month_check check (extract(day from month_on) = 1),
  constraint closings_version_check check (version >= 1),
  constraint closings_state_check check (state in ('confirmed', 'returned', 'accepted', 'locked')),
  constraint closings_settled_check check ((settled_at is null) = (settled_by is null) and (state not in ('returned', 'accepted') or settled_at is not null)),
  constraint closings_returned_check check ((state = 'returned') = (returned_why is not null)),
  constraint closings_locked_check check ((state = 'locked') = (locked_at is not null) and (locked_at is null) = (locked_by is null)),
  constraint closings_missing_check check ((cardinality(missing) = 0) = (missing_why is null))
);
comment on table indicators.closings is 'A month of a place as it was confirmed (月度核定), version by version: confirmed, then accepted or returned by the place above, then locked by the province with everything below it.';
comment on column indicators.closings.figures is 'By indicator: value, and of a ratio its parts. Read in one snapshot at confirmed_at.';
comment on column indicators.closings.why is 'Of a version after the first: what is corrected, in a sentence.';
comment on column indicators.closings.missing is 'Places directly below whose month had not been accepted; missing_why says why it was confirmed all the same.';
create index closings_month_idx on indicators.closings (month_on, unit_code);
create unique index closings_open_key on indicators.closings (bureau_code, unit_code, month_on) where state in ('confirmed', 'accepted');

alter table indicators.closings enable row level security;
alter table indicators.closings force row level security;
create policy closings_select on indicators.closings for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy closings_insert on indicators.closings for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy closings_update on indicators.closings for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on indicators.closings to guidui_app;
grant update (state, settled_at, settled_by, returned_why, locked_at, locked_by) on indicators.closings to guidui_app;
