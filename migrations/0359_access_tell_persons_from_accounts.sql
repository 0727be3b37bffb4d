-- A leaf says which account did something. Whether that is somebody's own, on a phone, lies in a directory that nobody reads:
-- who has the account's id out of a leaf is told, and nothing else of it.

create function access.personal_among(p_account_ids uuid[]) returns setof uuid
language sql stable security definer set search_path = ''
as $$ select a.account_id from access.personal_accounts a where a.account_id = any (p_account_ids) $$;
comment on function access.personal_among is 'Which of these accounts are those of persons on /me: for the journal, whose leaves hold their ids. No phone, no file.';
revoke all on function access.personal_among from public;
grant execute on function access.personal_among to guidui_app;
