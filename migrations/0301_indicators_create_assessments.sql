-- The yearly assessment of the places below one: the scheme and the figures as they were read, version by version. A line for
-- each assessed place lies in that place's own range, so that it sees its own points once they are public, and no draft.

create table indicators.assessments (
  bureau_code    text collate "C" not null,
  unit_code      text collate "C" not null,
  scheme         text collate "C" not null,
  year           smallint         not null,
  version        smallint         not null,
  state          text collate "C" not null default 'draft',
  rule           jsonb            not null,
  read_to        date             not null,
  why            text,
  drawn_at       timestamptz      not null,
  drawn_by       uuid             not null,
  published_at   timestamptz,
  published_by   uuid,
  objections_to  date,
  locked_at      timestamptz,
  locked_by      uuid,

  constraint assessments_pkey primary key (bureau_code, unit_code, scheme, year, version),
  constraint assessments_unit_code_check check (bureau_code = left(unit_code, 6) and unit_code ~ '^[0-9]{12}$'),
  constraint assessments_year_check check (year between 2000 and 2999),
  constraint assessments_version_check check (version >= 1),
  constraint assessments_why_check check ((version = 1) = (why is null)),
  constraint assessments_state_check check (state in ('draft', 'published', 'locked', 'superseded')),
  constraint assessments_published_check check ((published_at is null) = (published_by is null) and (published_at is null) = (objections_to is null) and (state not in ('published', 'locked') or published_at is not null)),
  constraint assessments_hands_check check (published_by <> drawn_by),
  constraint assessments_locked_check check ((locked_at is null) = (locked_by is null) and (state <> 'locked' or locked_at is not null))
);
comment on table indicators.assessments is 'A yearly assessment (考核) of the places directly below a place, version by version: drawn up, published by another hand, locked once objections are over.';
comment on column indicators.assessments.rule is 'The scheme as it stood when it was drawn up: items, weights, bounds, tiers.';
comment on column indicators.assessments.read_to is 'The last day of the figures that were read.';
comment on column indicators.assessments.why is 'Of a version after the first: why it was drawn up anew.';
comment on column indicators.assessments.objections_to is 'The last day on which a place may object.';
create unique index assessments_open_key on indicators.assessments (bureau_code, unit_code, scheme, year) where state in ('draft', 'published');

create table indicators.assessment_lines (
  bureau_code    text collate "C" not null,
  unit_code      text collate "C" not null,
  scheme         text collate "C" not null,
  year           smallint         not null,
  version        smallint         not null,
  assessor_code  text collate "C" not null,
  state          text collate "C" not null default 'draft',
  clients        integer          not null,
  points         jsonb            not null,
  score          integer,
  rank           integer,
  ranked         integer          not null,
  tier           smallint,
  objections_to  date,

  constraint assessment_lines_pkey primary key (bureau_code, unit_code, scheme, year, version),
  constraint assessment_lines_unit_code_check check (bureau_code = left(unit_code, 6) and unit_code ~ '^[0-9]{12}$'),
  constraint assessment_lines_assessor_check check (assessor_code ~ '^[0-9]{12}$' and assessor_code <> unit_code),
  constraint assessment_lines_state_check check (state in ('draft', 'published', 'locked', 'superseded')),
  constraint assessment_lines_score_check check (score between 0 and 10000),
  constraint assessment_lines_rank_check check (rank between 1 and ranked and (rank is null) = (tier is null)),
  constraint assessment_lines_tier_check check (tier in (1, 2, 3))
);
comment on table indicators.assessment_lines is 'What a place was given in an assessment from above: every figure read, the points for it, score, rank and tier (梯次). Never changed but for its state.';
comment on column indicators.assessment_lines.score is 'Hundredths of a point of a hundred.';
comment on column indicators.assessment_lines.ranked is 'How many places had a rank.';
create index assessment_lines_assessor_idx on indicators.assessment_lines (assessor_code, scheme, year, version);

create table indicators.assessment_objections (
  bureau_code    text collate "C" not null,
  id             uuid             not null,
  unit_code      text collate "C" not null,
  scheme         text collate "C" not null,
  year           smallint         not null,
  version        smallint         not null,
  assessor_code  text collate "C" not null,
  words          text             not null,
  raised_at      timestamptz      not null,
  raised_by      uuid             not null,
  is_upheld      boolean,
  answer         text,
  answered_at    timestamptz,
  answered_by    uuid,

  constraint assessment_objections_pkey primary key (bureau_code, id),
  constraint assessment_objections_unit_code_check check (bureau_code = left(unit_code, 6) and unit_code ~ '^[0-9]{12}$'),
  constraint assessment_objections_line_fkey foreign key (bureau_code, unit_code, scheme, year, version) references indicators.assessment_lines,
  constraint assessment_objections_answered_check check ((is_upheld is null) = (answer is null) and (is_upheld is null) = (answered_at is null) and (is_upheld is null) = (answered_by is null)),
  constraint assessment_objections_hands_check check (answered_by <> raised_by)
);
comment on table indicators.assessment_objections is 'What a place says against its points while they are open to objection, and what was answered.';
create index assessment_objections_line_idx on indicators.assessment_objections (bureau_code, unit_code, scheme, year, version);
create index assessment_objections_assessor_idx on indicators.assessment_objections (assessor_code, scheme, year, version);

alter table indicators.assessments enable row level security;
alter table indicators.assessments force row level security;
create policy assessments_select on indicators.assessments for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy assessments_insert on indicators.assessments for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy assessments_update on indicators.assessments for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on indicators.assessments to guidui_app;
grant update (state, published_at, published_by, objections_to, locked_at, locked_by) on indicators.assessments to guidui_app;

alter table indicators.assessment_lines enable row level security;
alter table indicators.assessment_lines force row level security;
create policy assessment_lines_select on indicators.assessment_lines for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy assessment_lines_insert on indicators.assessment_lines for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy assessment_lines_update on indicators.assessment_lines for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on indicators.assessment_lines to guidui_app;
grant update (state, objections_to) on indicators.assessment_lines to guidui_app;

alter table indicators.assessment_objections enable row level security;
alter table indicators.assessment_objections force row level security;
create policy assessment_objections_select on indicators.assessment_objections for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy assessment_objections_insert on indicators.assessment_objections for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy assessment_objections_update on indicators.assessment_objections for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on indicators.assessment_objections to guidui_app;
grant update (is_upheld, answer, answered_at, answered_by) on indicators.assessment_objections to guidui_app;
