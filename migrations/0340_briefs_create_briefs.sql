-- Briefs: what an office writes about its work, each number bound to an indicator; and schedules by which drafts are written.

create schema briefs;
grant usage on schema briefs to guidui_app;

create table briefs.briefs (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  template      text             not null,
  period_from   date             not null,
  period_to     date             not null,
  known_on      date             not null,
  state         text collate "C" not null,
  version       int              not null,
  title         text             not null,
  content       jsonb            not null,
  figures       jsonb            not null,
  is_unlocked   boolean          not null,
  hands         uuid[]           not null,
  written_at    timestamptz      not null,
  figures_at    timestamptz      not null,
  changed_at    timestamptz      not null,
  reviewed_by   uuid,
  reviewed_at   timestamptz,
  signed_by     uuid,
  signed_at     timestamptz,
  archived_at   timestamptz,
  returned_why  text,

  constraint briefs_pkey primary key (bureau_code, id),
  constraint briefs_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint briefs_period_check check (period_from <= period_to),
  constraint briefs_state_check check (state in ('draft', 'reviewed', 'signed', 'archived')),
  constraint briefs_reviewed_check check ((state = 'draft') = (reviewed_by is null) and (reviewed_by is null) = (reviewed_at is null)),
  constraint briefs_signed_check check ((state in ('signed', 'archived')) = (signed_by is not null) and (signed_by is null) = (signed_at is null)),
  constraint briefs_archived_check check ((state = 'archived') = (archived_at is not null)),
  constraint briefs_two_people_check check (reviewed_by is null or not reviewed_by = any (hands)),
  constraint briefs_signer_check check (signed_by is null or not signed_by = any (hands))
);
comment on table briefs.briefs is 'Briefs as texts whose numbers are bound to indicators: draft, reviewed, signed, archived. Whoever had a hand in the text neither reviews nor signs it.';
comment on column briefs.briefs.known_on is 'The day as of whose end the figures are known: figures of a past day leave out what was recorded later.';
comment on column briefs.briefs.content is 'Title and blocks of text, marks and keys of figures: contract BriefText.';
comment on column briefs.briefs.figures is 'What each number is bound to, its value and its words: contract BoundFigure.';
comment on column briefs.briefs.is_unlocked is 'It was let pass with figures that no period has locked, and says so.';
comment on column briefs.briefs.hands is 'Accounts that wrote or changed the text.';
create index briefs_unit_idx on briefs.briefs (unit_code, written_at);

alter table briefs.briefs enable row level security;
alter table briefs.briefs force row level security;
create policy briefs_select on briefs.briefs for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy briefs_insert on briefs.briefs for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy briefs_update on briefs.briefs for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on briefs.briefs to guidui_app;
grant update (known_on, state, version, title, content, figures, is_unlocked, hands, figures_at, changed_at, reviewed_by, reviewed_at, signed_by, signed_at, archived_at, returned_why)
  on briefs.briefs to guidui_app;

create table briefs.schedules (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  template     text             not null,
  rhythm       text collate "C" not null,
  written_to   date             not null,
  set_by       uuid             not null,
  set_at       timestamptz      not null,
  ended_at     timestamptz,

  constraint schedules_pkey primary key (bureau_code, id),
  constraint schedules_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint schedules_rhythm_check check (rhythm in ('week', 'month', 'halfYear'))
);
comment on table briefs.schedules is 'By which template a place has a draft written after each week, month or half-year.';
comment on column briefs.schedules.written_to is 'The last day of the period of the last draft; the next draft is of the period after it.';
create unique index schedules_template_key on briefs.schedules (bureau_code, unit_code, template, rhythm) where ended_at is null;
create index schedules_unit_idx on briefs.schedules (unit_code);

alter table briefs.schedules enable row level security;
alter table briefs.schedules force row level security;
create policy schedules_select on briefs.schedules for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy schedules_insert on briefs.schedules for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy schedules_update on briefs.schedules for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on briefs.schedules to guidui_app;
grant update (written_to, ended_at) on briefs.schedules to guidui_app;
