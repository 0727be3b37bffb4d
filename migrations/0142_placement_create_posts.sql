-- Posts: who offers them, how they were asked for, pools of counties and of a city, and why a post went where it is.

create table placement.employers (
  bureau_code    text collate "C" not null,
  id             uuid             not null,
  unit_code      text collate "C" not null,
  uscc           text collate "C" not null,
  name           text             not null,
  kind           text collate "C" not null,
  registered_at  timestamptz      not null,
  registered_by  uuid             not null,

  constraint employers_pkey primary key (bureau_code, id),
  constraint employers_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint employers_uscc_check check (uscc ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
  constraint employers_name_check check (char_length(name) between 2 and 80),
  constraint employers_kind_check check (kind in ('institution', 'centralSoe', 'provincialSoe', 'citySoe', 'countySoe', 'civilService', 'special')),
  constraint employers_once unique (bureau_code, unit_code, uscc)
);
comment on table placement.employers is 'Receiving units (接收单位) with their unified social credit code, at the place that registered them.';

create table placement.surveys (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  year         smallint         not null,
  title        text             not null,
  due_on       date             not null,
  opened_on    date             not null,
  opened_at    timestamptz      not null,
  opened_by    uuid             not null,

  constraint surveys_pkey primary key (bureau_code, id),
  constraint surveys_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint surveys_due_check check (due_on >= opened_on),
  constraint surveys_title_check check (char_length(title) between 2 and 80)
);
comment on table placement.surveys is 'Surveys of posts (岗位摸排): which employers were asked, until when.';
create index surveys_unit_idx on placement.surveys (unit_code, year);

create table placement.survey_answers (
  bureau_code  text collate "C" not null,
  survey_id    uuid             not null,
  employer_id  uuid             not null,
  unit_code    text collate "C" not null,
  asked_on     date             not null,
  answered_on  date,
  seats        int,
  answered_by  uuid,

  constraint survey_answers_pkey primary key (bureau_code, survey_id, employer_id),
  constraint survey_answers_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint survey_answers_seats_check check ((answered_on is null) = (seats is null) and seats between 0 and 9999),
  constraint survey_answers_survey_fkey foreign key (bureau_code, survey_id) references placement.surveys (bureau_code, id),
  constraint survey_answers_employer_fkey foreign key (bureau_code, employer_id) references placement.employers (bureau_code, id)
);
comment on table placement.survey_answers is 'An employer that was asked in a survey, and what it answered: no seats is an answer, silence is none.';
create index survey_answers_employer_idx on placement.survey_answers (bureau_code, employer_id);
create index survey_answers_unit_idx on placement.survey_answers (unit_code);

create table placement.pools (
  bureau_code    text collate "C" not null,
  id             uuid             not null,
  unit_code      text collate "C" not null,
  year           smallint         not null,
  season         text collate "C" not null,
  title          text             not null,
  method         text collate "C",
  reason         text,
  decided_on     date,
  decided_at     timestamptz,
  decided_by     uuid,
  opened_on      date             not null,
  opened_at      timestamptz      not null,
  opened_by      uuid             not null,

  constraint pools_pkey primary key (bureau_code, id),
  constraint pools_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint pools_season_check check (season in ('spring', 'autumn')),
  constraint pools_method_check check (method in ('hamilton', 'sainteLague')),
  constraint pools_decided_check check ((method is null) = (decided_at is null) and (method is null) = (reason is null) and (method is null) = (decided_on is null)),
  constraint pools_title_check check (char_length(title) between 2 and 80)
);
comment on table placement.pools is 'Posts of several counties put together by a city (打破区域限制统筹分配), and the decision by which they are divided: once, with its reason.';
create index pools_unit_idx on placement.pools (unit_code, year);

create table placement.pool_shares (
  bureau_code  text collate "C" not null,
  pool_id      uuid             not null,
  county_code  text collate "C" not null,
  unit_code    text collate "C" not null,
  people       int              not null,
  brought      int              not null,
  seats        int              not null,

  constraint pool_shares_pkey primary key (bureau_code, pool_id, county_code),
  constraint pool_shares_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint pool_shares_numbers_check check (people >= 0 and brought >= 0 and seats >= 0),
  constraint pool_shares_pool_fkey foreign key (bureau_code, pool_id) references placement.pools (bureau_code, id)
);
comment on table placement.pool_shares is 'Append-only: what each county had to place, brought into the pool and was given of it.';
create index pool_shares_unit_idx on placement.pool_shares (unit_code);

create table placement.posts (
  bureau_code     text collate "C" not null,
  id              uuid             not null,
  unit_code       text collate "C" not null,
  year            smallint         not null,
  season          text collate "C" not null,
  employer_id     uuid,
  employer_name   text             not null,
  uscc            text collate "C" not null,
  title           text             not null,
  kind            text collate "C" not null,
  establishment   text collate "C" not null,
  seats           int              not null,
  place_code      text collate "C" not null,
  pay_low_fen     bigint           not null,
  pay_high_fen    bigint           not null,
  requirements    jsonb            not null default '{}',
  state           text collate "C" not null,
  is_direct       boolean          not null default false,
  survey_id       uuid,
  pool_id         uuid,
  from_post_id    uuid,
  entered_on      date             not null,
  entered_at      timestamptz      not null,
  entered_by      uuid             not null,

  constraint posts_pkey primary key (bureau_code, id),
  constraint posts_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint posts_season_check check (season in ('spring', 'autumn')),
  constraint posts_kind_check check (kind in ('institution', 'centralSoe', 'provincialSoe', 'citySoe', 'countySoe', 'civilService', 'special')),
  constraint posts_establishment_check check (establishment in ('institution', 'administrative', 'enterprise', 'none')),
  constraint posts_seats_check check (seats between 0 and 999),
  constraint posts_pay_check check (pay_low_fen >= 0 and pay_high_fen >= pay_low_fen),
  constraint posts_state_check check (state in ('entered', 'confirmed', 'pooled', 'divided', 'withdrawn')),
  constraint posts_pool_check check (state not in ('pooled', 'divided') or pool_id is not null),
  constraint posts_source_check check (from_post_id is null or pool_id is not null),
  constraint posts_title_check check (char_length(title) between 2 and 60),
  constraint posts_employer_fkey foreign key (bureau_code, employer_id) references placement.employers (bureau_code, id)
);
comment on table placement.posts is 'Posts that are offered. A post of a pool is divided into posts of counties, each of which names the pool and the post it came from.';
comment on column placement.posts.employer_id is 'Null where the employer is registered at another place (a post out of a pool).';
comment on column placement.posts.state is 'entered, confirmed (may be chosen), pooled (waits for the division), divided (went to counties), withdrawn.';
comment on column placement.posts.is_direct is 'Reserved by speciality for the direct train (直通车).';
create index posts_unit_idx on placement.posts (unit_code, year, season);
create index posts_employer_idx on placement.posts (bureau_code, employer_id);

create table placement.post_log (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  post_id      uuid             not null,
  what         text collate "C" not null,
  seats        int,
  reason       text,
  pool_id      uuid,
  said_on      date             not null,
  said_at      timestamptz      not null,
  said_by      uuid             not null,
  by_name      text             not null,

  constraint post_log_pkey primary key (bureau_code, id),
  constraint post_log_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint post_log_what_check check (what in ('entered', 'changed', 'confirmed', 'withdrawn', 'pooled', 'divided', 'received')),
  constraint post_log_post_fkey foreign key (bureau_code, post_id) references placement.posts (bureau_code, id)
);
comment on table placement.post_log is 'Append-only: what became of a post and why.';
create index post_log_post_idx on placement.post_log (bureau_code, post_id);
create index post_log_unit_idx on placement.post_log (unit_code, said_on);

do $$
declare
  t text;
begin
  foreach t in array array['employers', 'surveys', 'survey_answers', 'pools', 'pool_shares', 'posts', 'post_log'] loop
    execute format('alter table placement.%I enable row level security', t);
    execute format('alter table placement.%I force row level security', t);
    execute format('create policy %I on placement.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on placement.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    execute format('grant select, insert on placement.%I to guidui_app', t);
  end loop;
  foreach t in array array['survey_answers', 'pools', 'posts'] loop
    execute format('create policy %I on placement.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_update', t);
  end loop;
end
$$;
grant update (answered_on, seats, answered_by) on placement.survey_answers to guidui_app;
grant update (method, reason, decided_on, decided_at, decided_by) on placement.pools to guidui_app;
grant update (title, seats, pay_low_fen, pay_high_fen, requirements, state, pool_id) on placement.posts to guidui_app;
