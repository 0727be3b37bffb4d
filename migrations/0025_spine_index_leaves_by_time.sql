-- The newest leaves of a bureau, read by the journal's page.

create index leaves_recorded_at_idx on spine.leaves (bureau_code, recorded_at, seq);
