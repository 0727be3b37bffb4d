-- Most of what a large import costs the database are entries in indexes. An index of what is nearly always empty takes an
-- entry for every row, and answers only for the few that are not.

drop index casework.visit_plans_visit_idx, casework.visit_plans_set_by_visit_idx, registry.people_merged_into_idx;
create index visit_plans_visit_idx on casework.visit_plans (bureau_code, visit_id) where visit_id is not null;
create index visit_plans_set_by_visit_idx on casework.visit_plans (bureau_code, set_by_visit_id) where set_by_visit_id is not null;
create index people_merged_into_idx on registry.people (merged_into, bureau_code) where merged_into is not null;
