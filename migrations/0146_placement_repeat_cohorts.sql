-- What a person may see on /me of the cohort is asked of the candidate's own row: the cohort lies at the county.

alter table placement.candidates
  add column year             smallint,
  add column season           text collate "C",
  add column group_code       text collate "C",
  add column window_closes_on date;
comment on column placement.candidates.year is 'Repeated from the cohort, as season and group_code are.';
comment on column placement.candidates.window_closes_on is 'Last day on which the own score may be objected to, once it has been published; repeated from the cohort.';
set local app.scope_lo = '0';
set local app.scope_hi = ':';
update placement.candidates c set year = h.year, season = h.season, group_code = h.group_code, window_closes_on = h.window_closes_on
  from placement.cohorts h where h.bureau_code = c.bureau_code and h.id = c.cohort_id;
alter table placement.candidates
  alter column year set not null,
  alter column season set not null,
  alter column group_code set not null;
grant update (window_closes_on) on placement.candidates to guidui_app;
