-- Who is paid by the month, person by class, as two officers took it into pay; and what happened to them since. Amounts
-- follow from these rows and the rate tables, never from a silent change of a file.

create table benefits.entitlements (
  bureau_code    text collate "C" not null,
  person_id      uuid             not null,
  class_code     text collate "C" not null,
  id             uuid             not null,
  unit_code      text collate "C" not null,
  grade          smallint,
  cause          text collate "C",
  service_years  smallint         not null,
  born_on        date             not null,
  place          text collate "C" not null,
  from_on        date             not null,
  pays_from      date             not null,
  ended_on       date,
  is_minor       boolean          not null,
  applied_on     date             not null,
  applied_at     timestamptz      not null,
  applied_by     uuid             not null,
  approved_on    date,
  approved_at    timestamptz,
  approved_by    uuid,
  payee_bank     text,
  payee_account  bytea,

  constraint entitlements_pkey primary key (bureau_code, person_id, class_code),
  constraint entitlements_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint entitlements_grade_check check (grade between 1 and 10),
  constraint entitlements_cause_check check (cause in ('war', 'duty', 'illness')),
  constraint entitlements_days_check check (pays_from >= from_on and (ended_on is null or ended_on >= from_on)),
  constraint entitlements_approved_check check ((approved_at is null) = (approved_by is null) and (approved_at is null) = (approved_on is null)),
  constraint entitlements_two_people_check check (approved_by is null or approved_by <> applied_by),
  constraint entitlements_payee_check check ((payee_bank is null) = (payee_account is null))
);
comment on table benefits.entitlements is 'Entitlements to monthly pay, of a person and class: taken in from a confirmed identity by one officer, approved by another. id is that of the identity in the registry.';
comment on column benefits.entitlements.pays_from is 'The first day for which this county pays: later than from_on where the person came from another county, which pays the year of the move.';
comment on column benefits.entitlements.payee_account is 'Bank account, encrypted.';
create unique index entitlements_id_key on benefits.entitlements (bureau_code, id);

alter table benefits.entitlements enable row level security;
alter table benefits.entitlements force row level security;
create policy entitlements_select on benefits.entitlements for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy entitlements_insert on benefits.entitlements for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy entitlements_update on benefits.entitlements for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on benefits.entitlements to guidui_app;
grant update (approved_on, approved_at, approved_by, payee_bank, payee_account) on benefits.entitlements to guidui_app;

create table benefits.life_events (
  bureau_code   text collate "C" not null,
  person_id     uuid             not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  kind          text collate "C" not null,
  effective_on  date             not null,
  known_on      date             not null,
  class_code    text collate "C",
  grade         smallint,
  cause         text collate "C",
  reason        text collate "C",
  place         text collate "C",
  evidence      text             not null,
  cancels       uuid,
  recorded_at   timestamptz      not null,
  recorded_by   uuid             not null,

  constraint life_events_pkey primary key (bureau_code, person_id, id),
  constraint life_events_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint life_events_kind_check check (kind in ('regraded', 'died', 'suspended', 'resumed', 'moved', 'schooled', 'mental', 'ended', 'takenBack')),
  constraint life_events_cancels_check check ((kind = 'takenBack') = (cancels is not null)),
  constraint life_events_regraded_check check ((kind = 'regraded') = (grade is not null and cause is not null)),
  constraint life_events_reason_check check ((kind = 'suspended') = (reason is not null)),
  constraint life_events_place_check check ((kind = 'moved') = (place is not null))
);
comment on table benefits.life_events is 'What happened to somebody who is paid: the day it holds from, the day it was known here, by what paper, and who wrote it. Append-only: a mistake is answered by takenBack.';
comment on column benefits.life_events.effective_on is 'schooled: the day until which a grown child is still at school. Else the day of the event.';
create unique index life_events_cancels_key on benefits.life_events (bureau_code, cancels) where cancels is not null;

alter table benefits.life_events enable row level security;
alter table benefits.life_events force row level security;
create policy life_events_select on benefits.life_events for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy life_events_insert on benefits.life_events for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on benefits.life_events to guidui_app;
