-- After the round (安置介绍信): what the letter says, when the person started or why not, how they are half a year later.

alter table placement.candidates
  add column letter_on   date,
  add column start_by    date,
  add column started_on  date,
  add column followed_on date,
  add constraint candidates_letter_check check ((letter_on is null) = (start_by is null) and start_by > letter_on
    and (started_on is null or started_on >= letter_on) and (followed_on is null or followed_on > started_on));
comment on column placement.candidates.letter_on is 'Day of the introduction letter; from its month the employer owes pay where the start is late through no fault of the person (安置条例 75).';
comment on column placement.candidates.start_by is 'Last day on which the employer lets them start in time: thirty days after the letter.';
grant update (letter_on, start_by, started_on, followed_on) on placement.candidates to guidui_app;

create table placement.letters (
  bureau_code    text collate "C" not null,
  candidate_id   uuid             not null,
  unit_code      text collate "C" not null,
  round_id       uuid             not null,
  post_id        uuid             not null,
  year           smallint         not null,
  number         int              not null,
  employer_name  text             not null,
  uscc           text collate "C" not null,
  post_title     text             not null,
  kind           text collate "C" not null,
  wish           smallint,
  issued_on      date             not null,
  issued_at      timestamptz      not null,
  issued_by      uuid             not null,
  late_cause     text collate "C",
  late_why       bytea,
  late_on        date,
  is_there       boolean,
  is_satisfied   boolean,
  follow_words   bytea,

  constraint letters_pkey primary key (bureau_code, candidate_id),
  constraint letters_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint letters_number_check check (number > 0),
  constraint letters_number_once unique (bureau_code, year, number),
  constraint letters_wish_check check (wish > 0),
  constraint letters_kind_check check (kind in ('institution', 'centralSoe', 'provincialSoe', 'citySoe', 'countySoe', 'civilService', 'special')),
  constraint letters_late_check check (late_cause in ('employer', 'person', 'other') and (late_cause is null) = (late_why is null) and (late_cause is null) = (late_on is null)),
  constraint letters_follow_check check ((is_there is null) = (is_satisfied is null)),
  constraint letters_candidate_fkey foreign key (bureau_code, candidate_id) references placement.candidates (bureau_code, id),
  constraint letters_round_fkey foreign key (bureau_code, round_id) references placement.rounds (bureau_code, id),
  constraint letters_post_fkey foreign key (bureau_code, post_id) references placement.posts (bureau_code, id)
);
comment on table placement.letters is 'Introduction letters (安置介绍信): one a candidate, with the post as it was on that day. unit_code is the county that issued it; whose it is, the candidate says, and so a file that moves takes nothing along here.';
comment on column placement.letters.number is 'Number of the letter in its year and bureau, without a gap.';
comment on column placement.letters.wish is 'Which place the post had on the list that the person handed in; null where there was no list.';
comment on column placement.letters.late_cause is 'Through whom the start is late: employer, person or other. Pay is owed by the employer unless it is the person.';
comment on column placement.letters.late_why is 'The words for it, encrypted; so are those of the visit half a year later.';
create index letters_unit_idx on placement.letters (unit_code, issued_on);
create index letters_round_idx on placement.letters (bureau_code, round_id);
create index letters_post_idx on placement.letters (bureau_code, post_id);

alter table placement.letters enable row level security;
alter table placement.letters force row level security;
create policy letters_select on placement.letters for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy letters_insert on placement.letters for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy letters_update on placement.letters for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on placement.letters to guidui_app;
grant update (late_cause, late_why, late_on, is_there, is_satisfied, follow_words) on placement.letters to guidui_app;
