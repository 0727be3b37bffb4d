-- 0007_access_create_sign_in.sql
--
-- What happens before anybody has a scope: looking up a login, looking up a session, counting guesses. Each is a
-- function that runs with its owner's rights, a fixed search path and the whole nation as its scope, and answers about
-- one login, one token or one counter only. There are five; a sixth needs a reason.

create table access.sign_in_counters (
  subject      bytea         not null,                         -- keyed hash of who is counted: login, device or address
  tries        timestamptz[] not null,                         -- the guesses still counted, oldest first
  last_try_at  timestamptz   not null,

  constraint sign_in_counters_pkey primary key (subject),
  constraint sign_in_counters_subject_is_sha256 check (length(subject) = 32)
);
create index sign_in_counters_last_try_idx on access.sign_in_counters (last_try_at);
comment on table access.sign_in_counters is 'Directory: guesses of the last hour by keyed hash of login, device or address. Holds unknown logins too, so that a lock-out does not tell which logins exist. Reached only through access.take_guess and access.return_guess.';

create function access.find_login(asked_login text, asked_device bytea)
returns table (
  bureau_code text, account_id uuid, unit_code text, name text, password_hash text, password_changed_at timestamptz,
  must_change_password boolean, status text, totp_secret bytea, totp_pending bytea, totp_confirmed_at timestamptz,
  totp_last_step bigint, roles text[], is_known_device boolean
)
language sql stable security definer
set search_path = pg_catalog, pg_temp
set app.scope_lo = '0'
set app.scope_hi = ':'
as $$
  select a.bureau_code, a.id, a.unit_code, a.name, a.password_hash, a.password_changed_at,
    a.must_change_password, a.status, a.totp_secret, a.totp_pending, a.totp_confirmed_at,
    a.totp_last_step,
    array(select r.role from access.account_roles r
      where r.bureau_code = a.bureau_code and r.account_id = a.id and r.ended_at is null order by r.role),
    exists (select 1 from access.known_devices d
      where d.bureau_code = a.bureau_code and d.account_id = a.id and d.device_hash = asked_device)
  from access.logins l
  join access.accounts a on a.bureau_code = l.bureau_code and a.id = l.account_id
  where l.login = asked_login
$$;
comment on function access.find_login is 'Everything a sign-in needs of one login, in one row.';

create function access.find_session(asked_bureau text, asked_hash bytea, at timestamptz, is_activity boolean)
returns table (
  account_id uuid, unit_code text, login text, name text, roles text[], totp_confirmed_at timestamptz,
  must_change_password boolean, second_factor boolean, device_hash bytea, idle_ends_at timestamptz, ends_at timestamptz
)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set app.scope_lo = '0'
set app.scope_hi = ':'
as $$
#variable_conflict use_column
begin
  if is_activity then
    update access.sessions s set last_seen_at = at
    where s.bureau_code = asked_bureau and s.token_hash = asked_hash and s.ended_at is null
      and s.last_seen_at < at - interval '1 minute'
      and s.last_seen_at > at - make_interval(secs => s.idle_seconds);
  end if;
  return query
    select s.account_id, s.unit_code, a.login, a.name,
      array(select r.role from access.account_roles r
        where r.bureau_code = a.bureau_code and r.account_id = a.id and r.ended_at is null order by r.role),
      a.totp_confirmed_at, a.must_change_password, s.second_factor, s.device_hash,
      s.last_seen_at + make_interval(secs => s.idle_seconds), s.ends_at
    from access.sessions s
    join access.accounts a on a.bureau_code = s.bureau_code and a.id = s.account_id
    where s.bureau_code = asked_bureau and s.token_hash = asked_hash and s.ended_at is null
      and s.last_seen_at > at - make_interval(secs => s.idle_seconds)
      and s.ends_at > at
      and a.status = 'active';
end
$$;
comment on function access.find_session is 'The account, roles and limits behind a token, if it is still good; notes the activity at most once a minute.';

create function access.take_guess(asked_subject bytea, at timestamptz, allowed integer, span interval)
returns integer
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  counted timestamptz[];
begin
  insert into access.sign_in_counters (subject, tries, last_try_at) values (asked_subject, '{}', at) on conflict do nothing;
  select c.tries into counted from access.sign_in_counters c where c.subject = asked_subject for update;
  counted := array(select t from unnest(counted) t where t > at - span order by t);
  if cardinality(counted) >= allowed then
    return least(
      greatest(1, ceil(extract(epoch from counted[cardinality(counted) - allowed + 1] + span - at))),
      ceil(extract(epoch from span))
    );
  end if;
  update access.sign_in_counters c set tries = counted || at, last_try_at = at where c.subject = asked_subject;
  return 0;
end
$$;
comment on function access.take_guess is 'Takes one guess before it is checked, so that guesses made at once are all counted. 0: taken; otherwise the seconds until the next one.';

create function access.return_guess(asked_subject bytea, at timestamptz, all_of_them boolean)
returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  update access.sign_in_counters c
  set tries = case
    when all_of_them then '{}'
    else c.tries[:coalesce(array_position(c.tries, at), cardinality(c.tries) + 1) - 1]
      || c.tries[coalesce(array_position(c.tries, at), cardinality(c.tries) + 1) + 1:]
  end
  where c.subject = asked_subject
$$;
comment on function access.return_guess is 'Gives back a guess that turned out right; on a known device, all of them.';

create function access.sweep(at timestamptz)
returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
set app.scope_lo = '0'
set app.scope_hi = ':'
as $$
  delete from access.sign_in_counters c where c.last_try_at < at - interval '1 day';
  delete from access.sessions s where s.ends_at < at - interval '200 days';
$$;
comment on function access.sweep is 'Removes counters nobody has touched for a day and sessions that ended 200 days ago.';

revoke all on function access.find_login(text, bytea) from public;
revoke all on function access.find_session(text, bytea, timestamptz, boolean) from public;
revoke all on function access.take_guess(bytea, timestamptz, integer, interval) from public;
revoke all on function access.return_guess(bytea, timestamptz, boolean) from public;
revoke all on function access.sweep(timestamptz) from public;
grant execute on function access.find_login(text, bytea) to guidui_app;
grant execute on function access.find_session(text, bytea, timestamptz, boolean) to guidui_app;
grant execute on function access.take_guess(bytea, timestamptz, integer, interval) to guidui_app;
grant execute on function access.return_guess(bytea, timestamptz, boolean) to guidui_app;
grant execute on function access.sweep(timestamptz) to guidui_app;
