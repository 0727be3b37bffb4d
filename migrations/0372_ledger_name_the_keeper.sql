-- The account of a fund that another module keeps (assistance: gift by gift) moves only by what is done there. Moved by hand
-- in the books, the two no longer agreed, and a grant that the fund could pay was a fault.

set local app.scope_lo = '0';
set local app.scope_hi = ':';

alter table ledger.accounts add column kept_by text collate "C";
update ledger.accounts a set kept_by = 'assistance'
 where exists (select from assistance.funds f where f.bureau_code = a.bureau_code and f.id = a.id);
alter table ledger.accounts add constraint accounts_kept_by_check check (kept_by is null or (kept_by = 'assistance' and kind = 'fund'));
comment on column ledger.accounts.kept_by is 'The module by whose own records it moves, and by nobody''s hand in the books; null where it is moved here.';
