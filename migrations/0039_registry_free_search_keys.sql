-- Search keys are derived from the file, about twenty for a person, and written only where the file is written. Asking
-- for the person once for each of them is most of the cost of an import and protects nothing.

alter table registry.search_keys drop constraint search_keys_person_fkey;
