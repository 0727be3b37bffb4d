-- Evidence of a record of work: photos and documents, each kept as a file of the record's unit.

create table worklog.evidence (
  bureau_code  text collate "C" not null,
  record_id    uuid             not null,
  file_id      uuid             not null,
  unit_code    text collate "C" not null,
  is_picture   boolean          not null,
  added_by     uuid             not null,
  added_at     timestamptz      not null,

  constraint evidence_pkey primary key (bureau_code, record_id, file_id),
  constraint evidence_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint evidence_record_fkey foreign key (bureau_code, record_id) references worklog.records (bureau_code, id)
);
comment on table worklog.evidence is 'Append-only: photos and documents of a record of work. A record that stands in the place of a wrong one has the files of that one too.';
create index evidence_file_idx on worklog.evidence (file_id);

alter table worklog.evidence enable row level security;
alter table worklog.evidence force row level security;
create policy evidence_select on worklog.evidence for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy evidence_insert on worklog.evidence for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on worklog.evidence to guidui_app;
