-- What every row-level policy asks: which range of division codes may this transaction see, and for whom does it act.
--
-- A setting that was once set locally reverts to '' on its pooled connection, and `unit_code >= ''` is the whole
-- country: so '' counts as unset, and unset is NULL, which no row is greater than or equal to.

create schema if not exists app;
comment on schema app is 'The scope of a transaction, and the ledger of migrations.';

revoke all on schema public from public;

create function app.scope_lo() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.scope_lo', true), '');
comment on function app.scope_lo() is 'First code of the transaction''s range, inclusive; NULL (nothing is visible) where none is set.';

create function app.scope_hi() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.scope_hi', true), '');
comment on function app.scope_hi() is 'End of the transaction''s range, exclusive; NULL (nothing is visible) where none is set.';

create function app.account_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.account_id', true), '')::uuid;
comment on function app.account_id() is 'The account that acts in this transaction; NULL where none does.';

revoke all on function app.scope_lo(), app.scope_hi(), app.account_id() from public;
grant usage on schema app to guidui_app;
grant execute on function app.scope_lo(), app.scope_hi(), app.account_id() to guidui_app;
