-- 0008_access_create_account_id_index.sql
--
-- An administrator names an account by its id alone; the key begins with the bureau.

create index accounts_id_idx on access.accounts (id);
