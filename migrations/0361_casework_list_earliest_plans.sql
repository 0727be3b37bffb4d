-- A province's visits that are due were all read, to list the earliest and to count them. Most plans are done sooner or
-- later, and nobody asks for those by their day: the indexes hold only what is due.

drop index casework.visit_plans_due_idx;
create index visit_plans_due_idx on casework.visit_plans (unit_code, due_on) where status = 'due';
create index visit_plans_earliest_idx on casework.visit_plans (bureau_code, due_on, id, unit_code) where status = 'due';

-- Those taken back are few, and are taken off when visits are counted.
create index visits_counters_idx on casework.visits (bureau_code, done_on, unit_code) where is_counter;

-- How many files are captured is counted where how many there are is.
drop index registry.people_unit_code_idx;
create index people_unit_code_idx on registry.people (unit_code, status, completeness);
