-- Who is to be placed: cohorts of a county, their candidates, and every step that a candidate has gone.

create schema if not exists placement;
comment on schema placement is 'Placement: from the file that comes from the forces to the rank; posts and where they come from.';
grant usage on schema placement to guidui_app, guidui_me;

create table placement.cohorts (
  bureau_code      text collate "C" not null,
  id               uuid             not null,
  unit_code        text collate "C" not null,
  year             smallint         not null,
  season           text collate "C" not null,
  group_code       text collate "C" not null,
  method           text collate "C" not null,
  service_weight   smallint         not null,
  exam_weight      smallint         not null,
  appraisal_weight smallint         not null,
  tie_rule         text[]           not null default '{}',
  tie_declared_at  timestamptz,
  tie_declared_by  uuid,
  published_on     date,
  window_closes_on date,
  ranked_on        date,
  opened_on        date             not null,
  opened_at        timestamptz      not null,
  opened_by        uuid             not null,

  constraint cohorts_pkey primary key (bureau_code, id),
  constraint cohorts_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint cohorts_year_check check (year between 2000 and 2100),
  constraint cohorts_season_check check (season in ('spring', 'autumn')),
  constraint cohorts_group_check check (group_code in ('officer', 'nco', 'conscript')),
  constraint cohorts_method_check check (method in ('points', 'exam')),
  constraint cohorts_weights_check check (service_weight + exam_weight + appraisal_weight = 100 and least(service_weight, exam_weight, appraisal_weight) >= 0),
  constraint cohorts_points_check check (method = 'exam' or service_weight = 100),
  constraint cohorts_tie_check check ((tie_declared_at is null) = (cardinality(tie_rule) = 0)),
  constraint cohorts_declared_check check (published_on is null or tie_declared_at is not null),
  constraint cohorts_window_check check ((published_on is null) = (window_closes_on is null) and window_closes_on >= published_on),
  -- No rank, and so no pick, before the window has closed: whoever reads ranked_on need not ask again.
  constraint cohorts_ranked_check check (ranked_on is null or (window_closes_on is not null and ranked_on > window_closes_on)),
  constraint cohorts_once unique (bureau_code, unit_code, year, season, group_code)
);
comment on table placement.cohorts is 'Those of a county who leave the forces in one season and are placed together (年度、批次、类别).';
comment on column placement.cohorts.method is 'points: ranked by the service-performance score; exam: by score, exam and appraisal, weighted (考试考核).';
comment on column placement.cohorts.service_weight is 'Percent of the composite that is the service-performance score; with exam_weight and appraisal_weight 100.';
comment on column placement.cohorts.tie_rule is 'What decides between equals, in this order; the last is always lot. Declared before anything is published.';
comment on column placement.cohorts.window_closes_on is 'Last day on which the published scores may be objected to.';
comment on column placement.cohorts.ranked_on is 'Day of the ranking, always after the window: null means that nobody may pick.';
create index cohorts_unit_idx on placement.cohorts (unit_code, year);

create table placement.candidates (
  bureau_code           text collate "C" not null,
  id                    uuid             not null,
  unit_code             text collate "C" not null,
  cohort_id             uuid             not null,
  person_id             uuid             not null,
  number                int              not null,
  state                 text collate "C" not null,
  steps                 int              not null default 1,
  since_on              date             not null,
  leaving_on            date             not null,
  file_received_on      date,
  reported_on           date,
  way                   text collate "C",
  total_hundredths      int,
  exam_hundredths       int,
  appraisal_hundredths  int,
  composite             bigint,
  rank                  int,
  added_at              timestamptz      not null,
  added_by              uuid             not null,

  constraint candidates_pkey primary key (bureau_code, id),
  constraint candidates_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint candidates_state_check check (state in ('announced', 'fileReceived', 'reported', 'eligibilityDecided', 'scored', 'objected',
    'scorePublished', 'ranked', 'selecting', 'picked', 'letterIssued', 'onDuty', 'followedUp', 'notPlaced',
    'chosenSelfEmployment', 'otherWay', 'waivedLate', 'waivedRefused', 'cancelled', 'relocated')),
  constraint candidates_way_check check (way in ('retirement', 'provided', 'monthlyPension', 'arrangedWork', 'selfEmployment')),
  constraint candidates_number_check check (number > 0 and steps > 0),
  constraint candidates_exam_check check (exam_hundredths between 0 and 100000 and appraisal_hundredths between 0 and 100000),
  constraint candidates_rank_check check (rank is null or (rank > 0 and composite is not null)),
  constraint candidates_once unique (bureau_code, cohort_id, person_id),
  constraint candidates_number_once unique (bureau_code, cohort_id, number),
  constraint candidates_cohort_fkey foreign key (bureau_code, cohort_id) references placement.cohorts (bureau_code, id),
  constraint candidates_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id)
);
comment on table placement.candidates is 'A person in a cohort, as the steps have made them. unit_code is the station that keeps the file.';
comment on column placement.candidates.number is 'Number in the cohort; the public lists and the exam know a candidate by it.';
comment on column placement.candidates.total_hundredths is 'Service-performance score of the sheet that stands, in hundredths of a point.';
comment on column placement.candidates.composite is 'What is ranked, in ten-thousandths of a point: the sum of weight in percent times hundredths. Exact.';
comment on column placement.candidates.rank is 'Rank by composite and tie rule; whoever is equal but for the lot has the same.';
create index candidates_person_idx on placement.candidates (bureau_code, person_id);
create index candidates_unit_idx on placement.candidates (unit_code, state);

create table placement.candidate_steps (
  bureau_code   text collate "C" not null,
  candidate_id  uuid             not null,
  number        int              not null,
  unit_code     text collate "C" not null,
  person_id     uuid             not null,
  step          text collate "C" not null,
  from_state    text collate "C",
  to_state      text collate "C" not null,
  article       text,
  said          bytea,
  taken_on      date             not null,
  taken_at      timestamptz      not null,
  taken_by      uuid             not null,
  by_name       text             not null,

  constraint candidate_steps_pkey primary key (bureau_code, candidate_id, number),
  constraint candidate_steps_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint candidate_steps_candidate_fkey foreign key (bureau_code, candidate_id) references placement.candidates (bureau_code, id)
);
comment on table placement.candidate_steps is 'Append-only journal of candidates. The number is the version: of two steps taken at once the second finds its number gone.';
comment on column placement.candidate_steps.said is 'Reason or words of the step, encrypted.';
create index candidate_steps_person_idx on placement.candidate_steps (bureau_code, person_id);
create index candidate_steps_unit_idx on placement.candidate_steps (unit_code, taken_on);

do $$
declare
  t text;
begin
  foreach t in array array['cohorts', 'candidates', 'candidate_steps'] loop
    execute format('alter table placement.%I enable row level security', t);
    execute format('alter table placement.%I force row level security', t);
    execute format('create policy %I on placement.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on placement.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    execute format('grant select, insert on placement.%I to guidui_app', t);
  end loop;
  foreach t in array array['cohorts', 'candidates'] loop
    execute format('create policy %I on placement.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_update', t);
  end loop;
end
$$;
grant update (method, service_weight, exam_weight, appraisal_weight, tie_rule, tie_declared_at, tie_declared_by, published_on, window_closes_on, ranked_on)
  on placement.cohorts to guidui_app;
grant update (state, steps, since_on, leaving_on, file_received_on, reported_on, way, total_hundredths, exam_hundredths, appraisal_hundredths, composite, rank)
  on placement.candidates to guidui_app;
