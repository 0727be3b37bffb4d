-- As casework.visits (0365).

create index records_newest_idx on worklog.records (bureau_code, on_day, id, unit_code);
