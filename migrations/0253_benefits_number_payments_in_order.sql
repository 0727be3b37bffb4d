-- A million payments under random ids are written all over three indexes, here and in their batch, and read back from all over
-- the table for the bank file. Ids that begin with the time lie in the order in which they were written.

alter table benefits.payments alter column line_id set default uuidv7();
