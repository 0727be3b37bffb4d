-- Accreditation of units (创建): Five Haves, national-model, stars and the like, by schemes that are data
-- (data/network/schemes.json): self-check, review from seat to seat, publication, award, expiry.

create table network.accreditations (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  scheme        text collate "C" not null,
  level         smallint         not null,
  state         text collate "C" not null,
  seats         text[]           not null,
  seat          smallint         not null,
  evidence      jsonb            not null,
  mentor_code   text collate "C",
  opened_on     date             not null,
  opened_by     uuid             not null,
  submitted_by  uuid,
  public_until  date,
  awarded_on    date,
  expires_on    date,
  ended_on      date,
  revision      int              not null default 1,

  constraint accreditations_pkey primary key (bureau_code, id),
  constraint accreditations_unit_fkey foreign key (bureau_code, unit_code) references network.service_units (bureau_code, unit_code),
  constraint accreditations_bureau_check check (bureau_code = left(unit_code, 6)),
  constraint accreditations_level_check check (level between 0 and 5),
  constraint accreditations_state_check check (state in ('draft', 'reviewing', 'published', 'awarded', 'refused', 'withdrawn', 'revoked', 'superseded')),
  constraint accreditations_seat_check check (seat >= 0 and seat < cardinality(seats)),
  constraint accreditations_award_check check ((awarded_on is null) = (expires_on is null) and expires_on > awarded_on
    and (state in ('awarded', 'revoked', 'superseded')) = (awarded_on is not null)),
  constraint accreditations_end_check check ((state in ('revoked', 'superseded')) = (ended_on is not null)),
  constraint accreditations_mentor_check check (mentor_code <> unit_code)
);
-- Two clerks at once meet the database: one course a unit and scheme, and one award that holds.
create unique index accreditations_one_open_key on network.accreditations (bureau_code, unit_code, scheme)
  where state in ('draft', 'reviewing', 'published');
create unique index accreditations_one_held_key on network.accreditations (bureau_code, unit_code, scheme) where state = 'awarded';
create index accreditations_unit_idx on network.accreditations (bureau_code, unit_code, scheme);
create index accreditations_code_idx on network.accreditations (unit_code, id);
comment on table network.accreditations is 'Courses of accreditation, one a unit and scheme at a time. An award holds from awarded_on until the day before expires_on, or until ended_on.';
comment on column network.accreditations.level is 'Stars, where the scheme has levels; else 0.';
comment on column network.accreditations.seats is 'The tiers whose offices review in turn, as they were when it was opened.';
comment on column network.accreditations.evidence is 'Criterion by criterion what the unit says it shows. No personal data.';
comment on column network.accreditations.mentor_code is 'The unit that helps this one along (辐射带动); it may lie in another bureau, so it is no foreign key.';

create table network.accreditation_steps (
  bureau_code       text collate "C" not null,
  accreditation_id  uuid             not null,
  seq               int              not null,
  unit_code         text collate "C" not null,
  kind              text collate "C" not null,
  taken_at          timestamptz      not null,
  taken_by          uuid             not null,
  taken_at_unit     text collate "C" not null,
  reason            text             not null,

  constraint accreditation_steps_pkey primary key (bureau_code, accreditation_id, seq),
  constraint accreditation_steps_course_fkey foreign key (bureau_code, accreditation_id) references network.accreditations (bureau_code, id),
  constraint accreditation_steps_bureau_check check (bureau_code = left(unit_code, 6)),
  constraint accreditation_steps_kind_check check (kind in ('open', 'check', 'submit', 'withdraw', 'pass', 'return', 'refuse', 'object', 'award', 'revoke'))
);
create index accreditation_steps_unit_idx on network.accreditation_steps (unit_code);
comment on table network.accreditation_steps is 'Every step of a course of accreditation, with its reason; only added to.';
comment on column network.accreditation_steps.taken_at_unit is 'The unit at which the account stood that took the step.';

alter table network.accreditations enable row level security;
alter table network.accreditations force row level security;
create policy accreditations_select on network.accreditations for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy accreditations_insert on network.accreditations for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy accreditations_update on network.accreditations for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on network.accreditations to guidui_app;
grant update (state, seat, evidence, mentor_code, submitted_by, public_until, awarded_on, expires_on, ended_on, revision) on network.accreditations to guidui_app;

alter table network.accreditation_steps enable row level security;
alter table network.accreditation_steps force row level security;
create policy accreditation_steps_select on network.accreditation_steps for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy accreditation_steps_insert on network.accreditation_steps for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on network.accreditation_steps to guidui_app;
