-- A request has two rows, one at each station, and neither station sees the other's. The station that acts writes its
-- own row under its own range; the functions below carry it to the other side, and trust nothing but that row.

alter table registry.transfer_requests
  add column kind text collate "C" not null,
  add column card bytea,
  add constraint transfer_requests_kind_check check (kind in ('pull', 'push')),
  add constraint transfer_requests_side_key unique (bureau_code, request_id, direction);
comment on column registry.transfer_requests.kind is 'pull: a station asks for a file that lies elsewhere; push: a station offers one to another.';
comment on column registry.transfer_requests.card is 'Of an offer: the masked card of the person, encrypted, bound to request_id.';
comment on column registry.transfer_requests.counterpart is 'The other station; empty to a station that asks, for it must not learn where the file lies.';
create index transfer_requests_person_idx on registry.transfer_requests (bureau_code, person_id) where person_id is not null;

create function registry.open_transfer(p_request_id uuid, p_index bytea) returns text
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_asked  registry.transfer_requests;
  v_unit   text;
  v_person uuid;
begin
  select * into v_asked from registry.transfer_requests r
    where r.request_id = p_request_id and r.direction = 'asked' and r.status = 'open';
  if not found then
    raise exception 'registry.open_transfer: no open request';
  end if;
  if v_asked.kind = 'push' then
    v_unit := v_asked.counterpart;
    v_person := v_asked.person_id;
  else
    select d.unit_code, d.person_id into v_unit, v_person from registry.citizen_directory d where d.citizen_id_index = p_index;
    if not found then
      return 'not-registered';
    end if;
    if exists (select from registry.transfer_requests r
                where r.bureau_code = left(v_unit, 6) and r.person_id = v_person and r.direction = 'toDecide'
                  and r.kind = 'pull' and r.status = 'open' and r.counterpart = v_asked.unit_code) then
      return 'already-asked';
    end if;
  end if;
  insert into registry.transfer_requests
      (bureau_code, id, unit_code, direction, kind, counterpart, person_id, request_id, reason, opened_at, opened_by, card)
    values (left(v_unit, 6), gen_random_uuid(), v_unit, 'toDecide', v_asked.kind, v_asked.unit_code, v_person,
            p_request_id, v_asked.reason, v_asked.opened_at, v_asked.opened_by, v_asked.card);
  return 'open';
end
$$;
comment on function registry.open_transfer is 'Lays an open request of the caller before the station that decides. Says open, not-registered or already-asked, and nothing of that station.';

revoke all on function registry.open_transfer from public;
grant execute on function registry.open_transfer to guidui_app;
