-- The append-only record of everything that was done: one leaf an action, hashed into one chain a bureau.
--
-- The application cannot insert, update or delete here. It calls spine.append_leaf(), which alone moves the head.

create schema spine;
grant usage on schema spine to guidui_app;

create table spine.heads (
  bureau_code  text collate "C" not null,
  seq          bigint           not null,
  hash         bytea            not null,

  constraint heads_pkey primary key (bureau_code),
  constraint heads_bureau_code_check check (bureau_code ~ '^[0-9]{6}$'),
  constraint heads_hash_check check (length(hash) = 32)
);
comment on table spine.heads is 'The end of each bureau''s chain: the number and hash of its last leaf. Published.';

create table spine.leaves (
  bureau_code  text collate "C" not null,
  seq          bigint           not null,
  unit_code    text collate "C" not null,
  format       smallint         not null,
  action_name  text collate "C" not null,
  account_id   uuid             not null,
  subject_id   uuid,
  recorded_at  timestamptz      not null,
  canon        text             not null,
  hash         bytea            not null,

  constraint leaves_pkey primary key (bureau_code, seq),
  constraint leaves_unit_code_check check (bureau_code = left(unit_code, 6))
);
comment on table spine.leaves is 'Append-only journal. canon is the exact text that was hashed; hash = sha256(0x01 || previous hash || sha256(0x00 || canon)). No personal data.';
comment on column spine.leaves.canon is 'Format 1: canonical JSON (keys sorted) of action, id, account, unit, at, body (keyed hash of the message), detail.';
create index leaves_unit_code_idx on spine.leaves (unit_code, recorded_at);
create index leaves_subject_id_idx on spine.leaves (subject_id, recorded_at) where subject_id is not null;
create index leaves_account_id_idx on spine.leaves (account_id, recorded_at);

alter table spine.heads enable row level security;
alter table spine.heads force row level security;
create policy heads_select on spine.heads for select
  using (bureau_code >= left(app.scope_lo(), 6) and bureau_code < app.scope_hi());
create policy heads_insert on spine.heads for insert
  with check (bureau_code >= left(app.scope_lo(), 6) and bureau_code < app.scope_hi());
create policy heads_update on spine.heads for update
  using (bureau_code >= left(app.scope_lo(), 6) and bureau_code < app.scope_hi())
  with check (bureau_code >= left(app.scope_lo(), 6) and bureau_code < app.scope_hi());

alter table spine.leaves enable row level security;
alter table spine.leaves force row level security;
create policy leaves_select on spine.leaves for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy leaves_insert on spine.leaves for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());

grant select on spine.heads to guidui_app;
grant select on spine.leaves to guidui_app;

-- The one way to add a leaf. The head's row lock is held until commit, so a bureau's leaves have one order; call it last.
create function spine.append_leaf(
  p_bureau_code text, p_unit_code text, p_action_name text, p_account_id uuid, p_subject_id uuid, p_recorded_at timestamptz, p_canon text
) returns bigint
language plpgsql
security definer
set search_path = ''
set app.scope_lo = '0'
set app.scope_hi = ':'
as $$
declare
  v_leaf bytea := sha256('\x00'::bytea || convert_to(p_canon, 'UTF8'));
  v_seq  bigint;
  v_hash bytea;
begin
  update spine.heads as h set seq = h.seq + 1, hash = sha256('\x01'::bytea || h.hash || v_leaf)
    where h.bureau_code = p_bureau_code
    returning h.seq, h.hash into v_seq, v_hash;
  if not found then
    insert into spine.heads (bureau_code, seq, hash) values (p_bureau_code, 0, decode(repeat('00', 32), 'hex'))
      on conflict (bureau_code) do nothing;
    update spine.heads as h set seq = h.seq + 1, hash = sha256('\x01'::bytea || h.hash || v_leaf)
      where h.bureau_code = p_bureau_code
      returning h.seq, h.hash into v_seq, v_hash;
  end if;
  insert into spine.leaves (bureau_code, seq, unit_code, format, action_name, account_id, subject_id, recorded_at, canon, hash)
    values (p_bureau_code, v_seq, p_unit_code, 1, p_action_name, p_account_id, p_subject_id, p_recorded_at, p_canon, v_hash);
  return v_seq;
end
$$;
comment on function spine.append_leaf is 'Appends one leaf to its bureau''s chain and returns its number. The unit must lie in the caller''s range: the action has checked it.';
revoke all on function spine.append_leaf from public;
grant execute on function spine.append_leaf to guidui_app;
