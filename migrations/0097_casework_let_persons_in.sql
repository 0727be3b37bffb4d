-- Persons on /me begin their own matters, take the applicant's steps in them, and say how they were served.

alter table casework.matter_steps add column person_id uuid;
alter table casework.matter_documents add column person_id uuid;
comment on column casework.matter_steps.person_id is 'Whom the matter is about, repeated from it: what a person may see on /me is asked of the row itself.';
comment on column casework.matter_documents.person_id is 'Whom the matter is about, repeated from it.';
set local app.scope_lo = '0';
set local app.scope_hi = ':';
update casework.matter_steps s set person_id = m.person_id from casework.matters m
  where m.bureau_code = s.bureau_code and m.id = s.matter_id and m.person_id is not null;
update casework.matter_documents d set person_id = m.person_id from casework.matters m
  where m.bureau_code = d.bureau_code and m.id = d.matter_id and m.person_id is not null;

create table casework.matter_ratings (
  bureau_code  text collate "C" not null,
  matter_id    uuid             not null,
  unit_code    text collate "C" not null,
  person_id    uuid             not null,
  stars        smallint         not null,
  words        bytea,
  rated_on     date             not null,
  rated_by     uuid             not null,

  constraint matter_ratings_pkey primary key (bureau_code, matter_id),
  constraint matter_ratings_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint matter_ratings_stars_check check (stars between 1 and 5),
  constraint matter_ratings_matter_fkey foreign key (bureau_code, matter_id) references casework.matters (bureau_code, id)
);
comment on table casework.matter_ratings is 'Append-only: what the person said of the service, asked of the veteran and not of the station; once a matter. words is encrypted.';
create index matter_ratings_unit_code_idx on casework.matter_ratings (unit_code, rated_on);
create index matter_ratings_person_idx on casework.matter_ratings (bureau_code, person_id);
alter table casework.matter_ratings enable row level security;
alter table casework.matter_ratings force row level security;
create policy matter_ratings_select on casework.matter_ratings for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy matter_ratings_insert on casework.matter_ratings for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on casework.matter_ratings to guidui_app;

grant usage on schema casework to guidui_me;
do $$
declare
  t text;
begin
  foreach t in array array['matters', 'matter_steps', 'matter_documents', 'matter_ratings'] loop
    execute format('create policy %I on casework.%I as restrictive for all to guidui_me using (person_id = app.person_id()) with check (person_id = app.person_id())', t || '_of_person', t);
    execute format('grant select, insert on casework.%I to guidui_me', t);
  end loop;
end
$$;
grant update on casework.matters to guidui_me;

create policy notices_of_person on casework.notices as restrictive for all to guidui_me
  using (person_id = app.person_id()) with check (person_id = app.person_id());
grant select, insert on casework.notices to guidui_me;
grant update (read_at) on casework.notices to guidui_me;
