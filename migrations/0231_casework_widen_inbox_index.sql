-- Who counts the inbox of a county looks for what lies in its range as well: with the unit in the key it is found in the one index,
-- and no second one is read for all matters of the county.

drop index casework.matters_inbox_idx;
create index matters_inbox_idx on casework.matters (holder_place, holder, due_on, id, unit_code) where closed_on is null;
