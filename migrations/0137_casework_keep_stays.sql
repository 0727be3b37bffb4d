-- A matter that was handed over to another bureau and comes back does not wipe out that it had been closed here.

create table casework.matter_stays (
  bureau_code  text collate "C" not null,
  matter_id    uuid             not null,
  stay         smallint         not null,
  unit_code    text collate "C" not null,
  person_id    uuid,
  steps        int              not null,
  handed_to    text collate "C" not null,
  closed_on    date             not null,

  constraint matter_stays_pkey primary key (bureau_code, matter_id, stay),
  constraint matter_stays_unit_code_check check (bureau_code = left(unit_code, 6))
);
comment on table casework.matter_stays is 'Append-only: each time a matter had been closed in a bureau as handed over, written when it comes back: at which unit it was, after how many steps, where it went and when.';
create index matter_stays_unit_code_idx on casework.matter_stays (unit_code, closed_on);
create index matter_stays_person_idx on casework.matter_stays (bureau_code, person_id);
alter table casework.matter_stays enable row level security;
alter table casework.matter_stays force row level security;
create policy matter_stays_select on casework.matter_stays for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy matter_stays_insert on casework.matter_stays for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select on casework.matter_stays to guidui_app;

create or replace function casework.hand_matter_over(p_matter casework.matters, p_to text, p_places jsonb, p_on date) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_old text := p_matter.bureau_code;
  v_new text := left(p_to, 6);
  v_row casework.matters := p_matter;
begin
  select c.id into v_row.double_of from casework.matters c
    where c.bureau_code = v_new and c.person_id = p_matter.person_id and c.type_code = p_matter.type_code and c.once_key = p_matter.once_key and c.id <> p_matter.id;
  v_row.bureau_code := v_new;
  v_row.unit_code := p_to;
  v_row.holder_place := p_places ->> p_matter.holder;
  v_row.escalated_place := case when p_matter.escalated_at is null then null else coalesce(v_row.holder_place, left(p_to, 12)) end;
  v_row.claimed_by := null;
  v_row.claimed_name := null;
  v_row.filed_as := null;
  v_row.double_key := case when v_row.double_of is not null then p_matter.once_key end;
  v_row.once_key := case when v_row.double_of is null then p_matter.once_key end;
  -- A matter that comes back takes its place again; that it was closed here once, and where it went, is kept beside it.
  insert into casework.matter_stays (bureau_code, matter_id, stay, unit_code, person_id, steps, handed_to, closed_on)
    select m.bureau_code, m.id, (select count(*) + 1 from casework.matter_stays s where s.bureau_code = m.bureau_code and s.matter_id = m.id),
           m.unit_code, m.person_id, m.steps, m.handed_to, m.closed_on
      from casework.matters m where m.bureau_code = v_new and m.id = p_matter.id and m.outcome = 'handedOver';
  delete from casework.notices n where n.bureau_code = v_new and n.matter_id = p_matter.id;
  delete from casework.matter_documents d where d.bureau_code = v_new and d.matter_id = p_matter.id;
  delete from casework.matter_hands h where h.bureau_code = v_new and h.matter_id = p_matter.id;
  delete from casework.matter_ratings r where r.bureau_code = v_new and r.matter_id = p_matter.id;
  delete from casework.matter_steps s where s.bureau_code = v_new and s.matter_id = p_matter.id;
  delete from casework.matters m where m.bureau_code = v_new and m.id = p_matter.id;

  insert into casework.matters select v_row.*;
  insert into casework.matter_steps (bureau_code, matter_id, number, unit_code, step, seat, from_state, to_state, taken_on, taken_at, taken_by, by_name, by_unit, channel, said, type_code, type_version, person_id)
    select v_new, matter_id, number, p_to, step, seat, from_state, to_state, taken_on, taken_at, taken_by, by_name, by_unit, channel, said, type_code, type_version, person_id
      from casework.matter_steps where bureau_code = v_old and matter_id = p_matter.id;
  insert into casework.matter_documents (bureau_code, id, matter_id, unit_code, code, how, file_id, given_at, given_by, person_id)
    select v_new, id, matter_id, p_to, code, how, file_id, given_at, given_by, person_id
      from casework.matter_documents where bureau_code = v_old and matter_id = p_matter.id;
  insert into casework.matter_ratings (bureau_code, matter_id, unit_code, person_id, stars, words, rated_on, rated_by)
    select v_new, matter_id, p_to, person_id, stars, words, rated_on, rated_by
      from casework.matter_ratings where bureau_code = v_old and matter_id = p_matter.id;
  insert into casework.matter_hands (bureau_code, id, matter_id, unit_code, to_account, to_name, by_account, by_name, note, given_at)
    select v_new, id, matter_id, p_to, to_account, to_name, by_account, by_name, note, given_at
      from casework.matter_hands where bureau_code = v_old and matter_id = p_matter.id;
  -- What waits is sent from there; what is on its way is finished here. (The columns of sending come with a later migration.)
  insert into casework.notices (bureau_code, id, unit_code, person_id, matter_id, step, words_zh, words_en, due_on, created_at, read_at, sms_state, sms_tries, sms_due_at, sms_failure)
    select v_new, id, p_to, person_id, matter_id, step, words_zh, words_en, due_on, created_at, read_at,
           case sms_state when 'sending' then 'none' else sms_state end, sms_tries, case sms_state when 'waiting' then sms_due_at end, sms_failure
      from casework.notices where bureau_code = v_old and matter_id = p_matter.id;
  update casework.notices n set sms_state = 'none', sms_due_at = null where n.bureau_code = v_old and n.matter_id = p_matter.id and n.sms_state = 'waiting';
  insert into spine.files (bureau_code, id, unit_code, kind, owner_id, name, content_type, size, address, stored_at, expires_at)
    select v_new, f.id, p_to, f.kind, f.owner_id, f.name, f.content_type, f.size, f.address, f.stored_at, f.expires_at
      from casework.matter_documents d join spine.files f on f.bureau_code = d.bureau_code and f.id = d.file_id
     where d.bureau_code = v_old and d.matter_id = p_matter.id and f.kind = 'paper'
    on conflict (bureau_code, id) do update set unit_code = excluded.unit_code;

  update casework.matters m
     set outcome = 'handedOver', handed_to = p_to, closed_on = p_on, holder = null, holder_place = null, claimed_by = null, claimed_name = null,
         due_on = 'infinity', due_clock = null, lapse_after = 'infinity', escalated_at = null, escalated_place = null, once_key = null
   where m.bureau_code = v_old and m.id = p_matter.id;
end
$$;
