-- 0380_access_bind_identities.sql
--
-- Single sign-on. Whoever the provider says somebody is opens an account only where the account's owner bound the two.
-- The directory knows a sign-on by a keyed hash of issuer and subject (a subject may be a citizen id); the account says
-- only since when it is bound. No account has two, and no sign-on opens two accounts.

create table access.sign_ons (
  sign_on_hash  bytea            not null,                    -- keyed hash of issuer and subject
  bureau_code    text collate "C" not null,
  account_id     uuid             not null,
  login          text collate "C" not null,

  constraint sign_ons_pkey primary key (sign_on_hash),
  constraint sign_ons_one_an_account unique (bureau_code, account_id),
  constraint sign_ons_hash_has_32_bytes check (length(sign_on_hash) = 32)
);
comment on table access.sign_ons is 'Directory: which account a sign-on of the provider opens; one each, in the whole nation. No foreign key, so that it can be a table of its own on a distributed database; written in the transaction that binds the account.';
grant insert on access.sign_ons to guidui_app;

alter table access.accounts add column sign_on_bound_at timestamptz;
grant select (sign_on_bound_at), update (sign_on_bound_at) on access.accounts to guidui_app;

alter table access.sessions drop constraint sessions_reason_known;
alter table access.sessions add constraint sessions_reason_known check (
  end_reason in ('signed-out', 'signed-out-everywhere', 'signed-in-again', 'disabled', 'role-changed', 'password-changed',
    'second-factor-changed', 'sign-on-changed')
);

-- Several hashes, newest first: after the master key was rotated a sign-on may still be kept under an earlier one.
create function access.find_sign_on(asked_hashes bytea[])
returns table (bureau_code text, account_id uuid, login text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select i.bureau_code, i.account_id, i.login from access.sign_ons i
  where i.sign_on_hash = any (asked_hashes)
  order by array_position(asked_hashes, i.sign_on_hash) limit 1
$$;
comment on function access.find_sign_on is 'Whose account a sign-on opens, which the provider has just vouched for; before anybody has a scope. Nobody can look through it: the hashes are keyed.';

-- In the scope of who asks: an account out of range keeps its sign-on.
create function access.end_sign_on(asked_bureau text, asked_account uuid)
returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  with ended as (
    delete from access.sign_ons i using access.accounts a
    where i.bureau_code = asked_bureau and i.account_id = asked_account
      and a.bureau_code = i.bureau_code and a.id = i.account_id
      and a.unit_code >= app.scope_lo() and a.unit_code < app.scope_hi()
    returning 1
  )
  select exists (select from ended)
$$;
comment on function access.end_sign_on is 'Unbinds the sign-on of one account in the range of the transaction; true where there was one.';

revoke all on function access.find_sign_on(bytea[]) from public;
revoke all on function access.end_sign_on(text, uuid) from public;
grant execute on function access.find_sign_on(bytea[]) to guidui_app;
grant execute on function access.end_sign_on(text, uuid) to guidui_app;
