-- A county's visits, the newest first, were all read and sorted for a page of them, and so were a province's.

create index visits_newest_idx on casework.visits (bureau_code, done_on, id, unit_code, reason);
