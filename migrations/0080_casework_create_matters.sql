-- Matters: what somebody asks for, and every step that is taken in it. One table for every kind; the kinds are declarations.

create table casework.matters (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  person_id     uuid,
  type_code     text collate "C" not null,
  type_version  int              not null,
  state         text collate "C" not null,
  steps         int              not null default 1,
  holder        text collate "C",
  holder_place  text collate "C",
  claimed_by    uuid,
  channel       text collate "C" not null,
  answers       bytea            not null,
  clocks        jsonb            not null default '[]',
  taken_by      jsonb            not null default '{}',
  recused       text[]           not null default '{}',
  due_on        date             not null default 'infinity',
  due_clock     text collate "C",
  lapse_after   date             not null default 'infinity',
  held_since    date             not null,
  window_visits int              not null default 0,
  outcome       text collate "C",
  closed_on     date,
  once_key      text collate "C",
  opened_on     date             not null,
  opened_at     timestamptz      not null,
  opened_by     uuid             not null,

  constraint matters_pkey primary key (bureau_code, id),
  constraint matters_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint matters_channel_check check (channel in ('window', 'phone', 'me', 'home', 'agent')),
  constraint matters_holder_check check ((holder is null) = (outcome is not null)),
  constraint matters_closed_check check ((closed_on is null) = (outcome is null)),
  constraint matters_steps_check check (steps > 0 and window_visits >= 0),
  constraint matters_once unique (bureau_code, person_id, type_code, once_key),
  constraint matters_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id)
);
comment on table casework.matters is 'Matters as their steps have made them. What is here can be made again from casework.matter_steps and the declaration of the kind in its version.';
comment on column casework.matters.holder is 'The seat whose turn it is; holder_place the division in whose inbox it lies (null where the applicant has it).';
comment on column casework.matters.answers is 'What was asked and answered, as JSON, encrypted.';
comment on column casework.matters.due_on is 'The nearest deadline that somebody must keep, infinity where none runs; lapse_after the last day before the clock itself takes a step.';
comment on column casework.matters.once_key is 'Keeps a person from having the same matter twice: open while it lives, or the year; null where it may be had again.';
create index matters_inbox_idx on casework.matters (holder_place, holder, due_on, id) where closed_on is null;
create index matters_unit_idx on casework.matters (unit_code, type_code, opened_on);
create index matters_person_idx on casework.matters (bureau_code, person_id, opened_on);
create index matters_lapse_idx on casework.matters (lapse_after) where lapse_after < 'infinity';

create table casework.matter_steps (
  bureau_code  text collate "C" not null,
  matter_id    uuid             not null,
  number       int              not null,
  unit_code    text collate "C" not null,
  step         text collate "C" not null,
  seat         text collate "C" not null,
  from_state   text collate "C",
  to_state     text collate "C" not null,
  taken_on     date             not null,
  taken_at     timestamptz      not null,
  taken_by     uuid             not null,
  by_name      text             not null,
  by_unit      text collate "C" not null,
  channel      text collate "C",
  said         bytea,

  constraint matter_steps_pkey primary key (bureau_code, matter_id, number),
  constraint matter_steps_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint matter_steps_matter_fkey foreign key (bureau_code, matter_id) references casework.matters (bureau_code, id)
);
comment on table casework.matter_steps is 'Append-only journal of matters: taken again in their order the steps make the matter. The number is its version: a step taken twice at once finds its number gone.';
comment on column casework.matter_steps.said is 'Answers and reason of the step, as JSON, encrypted.';
create index matter_steps_unit_idx on casework.matter_steps (unit_code, taken_on);

create table casework.matter_documents (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  matter_id    uuid             not null,
  unit_code    text collate "C" not null,
  code         text collate "C" not null,
  how          text collate "C" not null,
  file_id      uuid,
  given_at     timestamptz      not null,
  given_by     uuid             not null,

  constraint matter_documents_pkey primary key (bureau_code, id),
  constraint matter_documents_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint matter_documents_how_check check (how in ('seen', 'kept', 'shared')),
  constraint matter_documents_matter_fkey foreign key (bureau_code, matter_id) references casework.matters (bureau_code, id)
);
comment on table casework.matter_documents is 'Append-only: papers given in a matter: seen at the window, kept as a copy, or shared by an office that has it already.';
create index matter_documents_matter_idx on casework.matter_documents (bureau_code, matter_id);
create index matter_documents_unit_idx on casework.matter_documents (unit_code);

do $$
declare
  t text;
begin
  foreach t in array array['matters', 'matter_steps', 'matter_documents'] loop
    execute format('alter table casework.%I enable row level security', t);
    execute format('alter table casework.%I force row level security', t);
    execute format('create policy %I on casework.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on casework.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    execute format('grant select, insert on casework.%I to guidui_app', t);
  end loop;
end
$$;
create policy matters_update on casework.matters for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant update on casework.matters to guidui_app;
