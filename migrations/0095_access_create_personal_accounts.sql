-- Accounts of persons: signed in by a code sent to a mobile phone, bound to files by a code that a station hands out.
-- They belong to no bureau, so they are directories, reached through the functions below only; each answers about one
-- phone, one token or one file.

create table access.personal_accounts (
  account_id    uuid        not null,
  phone_index   bytea       not null,
  phone         bytea       not null,
  created_at    timestamptz not null,

  constraint personal_accounts_pkey primary key (account_id),
  constraint personal_accounts_phone_key unique (phone_index)
);
comment on table access.personal_accounts is 'Directory: one account a mobile phone, by keyed hash; phone is encrypted.';

create table access.phone_codes (
  phone_index   bytea       not null,
  code_hash     bytea       not null,
  sent_at       timestamptz not null,
  ends_at       timestamptz not null,
  tries         integer     not null default 0,

  constraint phone_codes_pkey primary key (phone_index),
  constraint phone_codes_tries_check check (tries >= 0)
);
comment on table access.phone_codes is 'Directory: the one code of a phone that is still good, as a keyed hash. A new one takes the place of the old; five wrong tries end it.';

create table access.personal_sessions (
  token_hash    bytea       not null,
  account_id    uuid        not null,
  person_id     uuid,
  created_at    timestamptz not null,
  last_seen_at  timestamptz not null,
  ends_at       timestamptz not null,
  ended_at      timestamptz,

  constraint personal_sessions_pkey primary key (token_hash),
  constraint personal_sessions_limits_check check (ends_at > created_at)
);
comment on table access.personal_sessions is 'Directory: sessions on /me and the file that each has open.';
create index personal_sessions_account_idx on access.personal_sessions (account_id, created_at);
create index personal_sessions_ends_idx on access.personal_sessions (ends_at);

create table access.bindings (
  id            uuid             not null,
  account_id    uuid             not null,
  person_id     uuid             not null,
  acts_as       text collate "C" not null,
  authority_id  uuid,
  kinds         text[],
  until_on      date,
  bound_at      timestamptz      not null,
  ended_at      timestamptz,

  constraint bindings_pkey primary key (id),
  constraint bindings_acts_as_check check (acts_as in ('self', 'agent')),
  constraint bindings_authority_check check ((acts_as = 'agent') = (authority_id is not null and until_on is not null))
);
comment on table access.bindings is 'Directory: which files a personal account may open: the own one, or by authority somebody else''s, for some kinds of matters (null: all), until a day.';
create unique index bindings_living_key on access.bindings (account_id, person_id, acts_as) where ended_at is null;
create index bindings_person_idx on access.bindings (person_id);

create function access.put_phone_code(p_phone_index bytea, p_code_hash bytea, p_at timestamptz, p_ends_at timestamptz) returns void
language sql volatile security definer set search_path = ''
as $$
  insert into access.phone_codes (phone_index, code_hash, sent_at, ends_at) values (p_phone_index, p_code_hash, p_at, p_ends_at)
  on conflict (phone_index) do update set code_hash = excluded.code_hash, sent_at = excluded.sent_at, ends_at = excluded.ends_at, tries = 0
$$;
comment on function access.put_phone_code is 'Makes this the one good code of a phone.';

create function access.use_phone_code(p_phone_index bytea, p_code_hash bytea, p_at timestamptz) returns text
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_code access.phone_codes;
begin
  select * into v_code from access.phone_codes c where c.phone_index = p_phone_index for update;
  if not found or v_code.ends_at <= p_at or v_code.tries >= 5 then
    return 'code-run-out';
  end if;
  if v_code.code_hash <> p_code_hash then
    update access.phone_codes c set tries = c.tries + 1 where c.phone_index = p_phone_index;
    return 'code-wrong';
  end if;
  delete from access.phone_codes c where c.phone_index = p_phone_index;
  return 'right';
end
$$;
comment on function access.use_phone_code is 'Uses up the code of a phone: right, code-wrong or code-run-out. Two at once: one is right.';

create function access.open_personal_session(
  p_phone_index bytea, p_phone bytea, p_account_id uuid, p_token_hash bytea, p_at timestamptz, p_ends_at timestamptz
) returns uuid
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_account uuid;
begin
  insert into access.personal_accounts (account_id, phone_index, phone, created_at) values (p_account_id, p_phone_index, p_phone, p_at)
    on conflict (phone_index) do nothing;
  select a.account_id into v_account from access.personal_accounts a where a.phone_index = p_phone_index;
  insert into access.personal_sessions (token_hash, account_id, person_id, created_at, last_seen_at, ends_at)
    values (p_token_hash, v_account,
      (select b.person_id from access.bindings b where b.account_id = v_account and b.ended_at is null order by b.acts_as desc, b.bound_at limit 1),
      p_at, p_at, p_ends_at);
  return v_account;
end
$$;
comment on function access.open_personal_session is 'Opens a session for the account of a phone, which is made where there is none, with its own file open where one is bound.';

create function access.find_personal_session(p_token_hash bytea, p_at timestamptz, p_idle interval, p_is_activity boolean)
returns table (account_id uuid, phone bytea, phone_index bytea, person_id uuid, ends_at timestamptz, files jsonb)
language plpgsql volatile security definer set search_path = ''
as $$
#variable_conflict use_column
begin
  if p_is_activity then
    update access.personal_sessions s set last_seen_at = p_at
      where s.token_hash = p_token_hash and s.ended_at is null and s.last_seen_at < p_at - interval '1 minute' and s.last_seen_at > p_at - p_idle;
  end if;
  return query
    select a.account_id, a.phone, a.phone_index, s.person_id, least(s.ends_at, s.last_seen_at + p_idle),
      (select coalesce(jsonb_agg(jsonb_build_object('personId', b.person_id, 'as', b.acts_as, 'untilOn', b.until_on, 'kinds', b.kinds)
                order by b.acts_as desc, b.bound_at), '[]')
         from access.bindings b where b.account_id = a.account_id and b.ended_at is null)
      from access.personal_sessions s join access.personal_accounts a on a.account_id = s.account_id
     where s.token_hash = p_token_hash and s.ended_at is null and s.ends_at > p_at and s.last_seen_at > p_at - p_idle;
end
$$;
comment on function access.find_personal_session is 'The account behind a token of /me, the file it has open and those it may open; notes the activity at most once a minute.';

create function access.open_bound_file(p_token_hash bytea, p_person_id uuid) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
begin
  update access.personal_sessions s set person_id = p_person_id
    where s.token_hash = p_token_hash and s.ended_at is null
      and exists (select from access.bindings b where b.account_id = s.account_id and b.person_id = p_person_id and b.ended_at is null);
  return found;
end
$$;
comment on function access.open_bound_file is 'Opens another file of the account in its session; false where it is not bound to it.';

create function access.end_personal_session(p_token_hash bytea, p_at timestamptz) returns void
language sql volatile security definer set search_path = ''
as $$ update access.personal_sessions s set ended_at = p_at where s.token_hash = p_token_hash and s.ended_at is null $$;
comment on function access.end_personal_session is 'Signs out on /me.';

create function access.bind_person(
  p_id uuid, p_account_id uuid, p_person_id uuid, p_authority_id uuid, p_kinds text[], p_until_on date, p_at timestamptz
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_as text := case when p_authority_id is null then 'self' else 'agent' end;
begin
  -- One phone is one person's own: whoever binds their own file anew on another phone leaves the old one.
  if v_as = 'self' then
    update access.bindings b set ended_at = p_at where b.person_id = p_person_id and b.acts_as = 'self' and b.ended_at is null and b.account_id <> p_account_id;
    update access.bindings b set ended_at = p_at where b.account_id = p_account_id and b.acts_as = 'self' and b.ended_at is null and b.person_id <> p_person_id;
  end if;
  insert into access.bindings (id, account_id, person_id, acts_as, authority_id, kinds, until_on, bound_at)
    values (p_id, p_account_id, p_person_id, v_as, p_authority_id, p_kinds, p_until_on, p_at)
    on conflict (account_id, person_id, acts_as) where ended_at is null
    do update set authority_id = excluded.authority_id, kinds = excluded.kinds, until_on = excluded.until_on, bound_at = excluded.bound_at;
  update access.personal_sessions s set person_id = p_person_id where s.account_id = p_account_id and s.ended_at is null;
end
$$;
comment on function access.bind_person is 'Binds an account to a file and opens it. The caller has checked the station''s code.';

create function access.end_bindings(p_person_id uuid, p_authority_id uuid, p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_ended integer;
begin
  update access.bindings b set ended_at = p_at
    where b.person_id = p_person_id and b.ended_at is null and (p_authority_id is null or b.authority_id = p_authority_id);
  get diagnostics v_ended = row_count;
  return v_ended;
end
$$;
comment on function access.end_bindings is 'Ends every binding to a file, or those of one authority. The caller has the file in its range.';

create function access.bindings_of(p_person_id uuid)
returns table (acts_as text, authority_id uuid, until_on date, bound_at timestamptz)
language sql stable security definer set search_path = ''
as $$ select b.acts_as, b.authority_id, b.until_on, b.bound_at from access.bindings b where b.person_id = p_person_id and b.ended_at is null $$;
comment on function access.bindings_of is 'How many accounts may open a file, and as what; not whose. The caller has the file in its range.';

create function access.follow_merge(p_from uuid, p_to uuid, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
  update access.bindings b set ended_at = p_at
    where b.person_id = p_from and b.ended_at is null
      and exists (select from access.bindings o where o.account_id = b.account_id and o.person_id = p_to and o.acts_as = b.acts_as and o.ended_at is null);
  update access.bindings b set person_id = p_to where b.person_id = p_from and b.ended_at is null;
  update access.personal_sessions s set person_id = p_to where s.person_id = p_from;
end
$$;
comment on function access.follow_merge is 'Lets the bindings of a file that was merged into another follow it.';

create function access.sweep_personal(p_at timestamptz) returns void
language sql volatile security definer set search_path = ''
as $$
  delete from access.personal_sessions s where s.ends_at < p_at - interval '200 days';
  delete from access.phone_codes c where c.ends_at < p_at - interval '1 day';
$$;
comment on function access.sweep_personal is 'Clears codes that have run out, and sessions after 200 days (GB/T 22239-2019 8.1.4.3: at least six months).';

do $$
declare
  f text;
begin
  foreach f in array array['put_phone_code', 'use_phone_code', 'open_personal_session', 'find_personal_session', 'open_bound_file',
    'end_personal_session', 'bind_person', 'end_bindings', 'bindings_of', 'follow_merge', 'sweep_personal'] loop
    execute format('revoke all on function access.%I from public', f);
    execute format('grant execute on function access.%I to guidui_app', f);
  end loop;
end
$$;
