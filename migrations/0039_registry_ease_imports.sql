-- Search keys are derived from the file, about twenty for a person, and written only where the file is written. Asking
-- for the person once for each of them is most of the cost of an import and protects nothing.

alter table registry.search_keys drop constraint search_keys_person_fkey;

-- In a table without statistics the planner takes this index for the check of a foreign key, by its first column alone,
-- and reads the whole bureau for each row that names a person. With the columns the other way round it cannot.
drop index registry.people_merged_into_idx;
create index people_merged_into_idx on registry.people (merged_into, bureau_code);
