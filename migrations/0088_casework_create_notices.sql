-- What the applicant is told of a matter: written with the step that tells it, read on /me, sent to the phone.

create table casework.notices (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  person_id    uuid             not null,
  matter_id    uuid             not null,
  step         int              not null,
  words_zh     text             not null,
  words_en     text             not null,
  due_on       date,
  created_at   timestamptz      not null,
  read_at      timestamptz,
  sms_state    text collate "C" not null default 'waiting',

  constraint notices_pkey primary key (bureau_code, id),
  constraint notices_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint notices_sms_state_check check (sms_state in ('waiting', 'sent', 'failed', 'none')),
  constraint notices_once unique (bureau_code, matter_id, step),
  constraint notices_step_fkey foreign key (bureau_code, matter_id, step) references casework.matter_steps (bureau_code, matter_id, number),
  constraint notices_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id)
);
comment on table casework.notices is 'What applicants are told, one row for a step that tells: never more than the kind of matter, what happens next and until when. Only read_at and sms_state ever change.';
comment on column casework.notices.step is 'Number of the step that tells it: told once, however often the step is asked for.';
comment on column casework.notices.due_on is 'Until when somebody must act next, or the applicant may; null where no clock runs.';
comment on column casework.notices.sms_state is 'waiting: not yet handed to the message port; sent; failed; none: no phone to send it to.';
create index notices_person_idx on casework.notices (bureau_code, person_id, created_at);
create index notices_unit_idx on casework.notices (unit_code, created_at);
create index notices_waiting_idx on casework.notices (created_at) where sms_state = 'waiting';

alter table casework.notices enable row level security;
alter table casework.notices force row level security;
create policy notices_select on casework.notices for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy notices_insert on casework.notices for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy notices_update on casework.notices for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on casework.notices to guidui_app;
grant update (read_at, sms_state) on casework.notices to guidui_app;
