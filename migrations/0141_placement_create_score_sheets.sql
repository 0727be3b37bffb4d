-- From the file to the published score: checks of the file, eligibility, score sheets, objections, published lists.

create table placement.file_checks (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  candidate_id  uuid             not null,
  person_id     uuid             not null,
  received_on   date             not null,
  pages         int              not null,
  missing       text[]           not null default '{}',
  checked_on    date             not null,
  checked_at    timestamptz      not null,
  checked_by    uuid             not null,

  constraint file_checks_pkey primary key (bureau_code, id),
  constraint file_checks_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint file_checks_pages_check check (pages between 1 and 9999),
  constraint file_checks_days_check check (checked_on >= received_on),
  constraint file_checks_candidate_fkey foreign key (bureau_code, candidate_id) references placement.candidates (bureau_code, id)
);
comment on table placement.file_checks is 'Append-only: each check of a handover file (移交档案审核): pages, and which papers are missing. The last one stands.';
create index file_checks_candidate_idx on placement.file_checks (bureau_code, candidate_id);
create index file_checks_unit_idx on placement.file_checks (unit_code);

create table placement.eligibility_decisions (
  bureau_code    text collate "C" not null,
  id             uuid             not null,
  unit_code      text collate "C" not null,
  candidate_id   uuid             not null,
  person_id      uuid             not null,
  number         int              not null,
  table_version  text collate "C" not null,
  row_code       text collate "C" not null,
  way            text collate "C" not null,
  article        text             not null,
  choices        text[]           not null,
  facts          bytea            not null,
  decided_on     date             not null,
  decided_at     timestamptz      not null,
  decided_by     uuid             not null,

  constraint eligibility_decisions_pkey primary key (bureau_code, id),
  constraint eligibility_decisions_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint eligibility_decisions_number_once unique (bureau_code, candidate_id, number),
  constraint eligibility_decisions_candidate_fkey foreign key (bureau_code, candidate_id) references placement.candidates (bureau_code, id)
);
comment on table placement.eligibility_decisions is 'Append-only: which way of placement the decision table gave, by which row and article, and what was open to the person. The last number stands.';
comment on column placement.eligibility_decisions.facts is 'The facts that the table was asked with and how each row answered, as JSON, encrypted.';
create index eligibility_decisions_unit_idx on placement.eligibility_decisions (unit_code);

create table placement.score_sheets (
  bureau_code       text collate "C" not null,
  id                uuid             not null,
  unit_code         text collate "C" not null,
  candidate_id      uuid             not null,
  person_id         uuid             not null,
  number            int              not null,
  scheme_code       text collate "C" not null,
  scheme_version    text collate "C" not null,
  lines             bytea            not null,
  total_hundredths  int              not null,
  objection_id      uuid,
  drawn_on          date             not null,
  drawn_at          timestamptz      not null,
  drawn_by          uuid             not null,
  confirmed_at      timestamptz,
  confirmed_by      uuid,

  constraint score_sheets_pkey primary key (bureau_code, id),
  constraint score_sheets_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint score_sheets_confirmed_check check ((confirmed_at is null) = (confirmed_by is null)),
  constraint score_sheets_number_once unique (bureau_code, candidate_id, number),
  constraint score_sheets_candidate_fkey foreign key (bureau_code, candidate_id) references placement.candidates (bureau_code, id)
);
comment on table placement.score_sheets is 'Score sheets; the last number stands. A sheet is never changed but for being confirmed once; another one replaces it, after a confirmation only by an objection.';
comment on column placement.score_sheets.lines is 'Lines with item, quantity, points and evidence, and what a tie is decided by, as JSON, encrypted.';
create index score_sheets_unit_idx on placement.score_sheets (unit_code);

create table placement.objections (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  candidate_id  uuid             not null,
  person_id     uuid             not null,
  sheet_id      uuid             not null,
  line          text collate "C" not null,
  via           text collate "C" not null,
  words         bytea            not null,
  stated_on     date             not null,
  stated_at     timestamptz      not null,
  stated_by     uuid             not null,
  outcome       text collate "C",
  reason        bytea,
  settled_on    date,
  settled_at    timestamptz,
  settled_by    uuid,

  constraint objections_pkey primary key (bureau_code, id),
  constraint objections_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint objections_via_check check (via in ('me', 'window')),
  constraint objections_outcome_check check (outcome in ('upheld', 'dismissed')),
  constraint objections_settled_check check ((outcome is null) = (settled_at is null) and (outcome is null) = (reason is null)),
  constraint objections_candidate_fkey foreign key (bureau_code, candidate_id) references placement.candidates (bureau_code, id),
  constraint objections_sheet_fkey foreign key (bureau_code, sheet_id) references placement.score_sheets (bureau_code, id)
);
comment on table placement.objections is 'Objections to one line of a score sheet; settled once, with a reason. Words and reason are encrypted.';
create index objections_candidate_idx on placement.objections (bureau_code, candidate_id);
create index objections_sheet_idx on placement.objections (bureau_code, sheet_id);
create index objections_unit_idx on placement.objections (unit_code) where outcome is null;

create table placement.publications (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  cohort_id     uuid             not null,
  kind          text collate "C" not null,
  list          jsonb            not null,
  published_on  date             not null,
  closes_on     date             not null,
  published_at  timestamptz      not null,
  published_by  uuid             not null,

  constraint publications_pkey primary key (bureau_code, id),
  constraint publications_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint publications_kind_check check (kind in ('scores', 'ranks')),
  constraint publications_days_check check (closes_on >= published_on),
  constraint publications_cohort_fkey foreign key (bureau_code, cohort_id) references placement.cohorts (bureau_code, id)
);
comment on table placement.publications is 'Append-only: lists as they were published, masked: number, masked name, points. Everybody may read them while they stand.';
create index publications_cohort_idx on placement.publications (bureau_code, cohort_id);
create index publications_unit_idx on placement.publications (unit_code, published_on);

do $$
declare
  t text;
begin
  foreach t in array array['file_checks', 'eligibility_decisions', 'score_sheets', 'objections', 'publications'] loop
    execute format('alter table placement.%I enable row level security', t);
    execute format('alter table placement.%I force row level security', t);
    execute format('create policy %I on placement.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on placement.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    execute format('grant select, insert on placement.%I to guidui_app', t);
  end loop;
  foreach t in array array['score_sheets', 'objections'] loop
    execute format('create policy %I on placement.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_update', t);
  end loop;
end
$$;
grant update (confirmed_at, confirmed_by) on placement.score_sheets to guidui_app;
grant update (outcome, reason, settled_on, settled_at, settled_by) on placement.objections to guidui_app;
