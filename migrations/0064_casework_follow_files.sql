-- When a file is handed over, what is due for its person goes along, and so does the history of visits. The visits
-- themselves stay in the book of the station that made them: there they count.

create table casework.earlier_visits (
  bureau_code   text collate "C" not null,
  person_id     uuid             not null,
  visit_id      uuid             not null,
  unit_code     text collate "C" not null,
  kept_by_unit  text collate "C" not null,
  made_by_unit  text collate "C" not null,
  done_on       date             not null,
  reason        text collate "C" not null,
  way           text collate "C" not null,
  deliveries    text[]           not null,
  goods         text,
  goods_value_fen bigint         not null,
  note          bytea,

  constraint earlier_visits_pkey primary key (bureau_code, person_id, visit_id),
  constraint earlier_visits_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint earlier_visits_person_fkey foreign key (bureau_code, person_id) references registry.people (bureau_code, id)
);
comment on table casework.earlier_visits is 'Append-only for the application: visits that stations made which kept the file before, one row a person, for reading only. Nothing here is counted. The note is encrypted under the id of the visit.';
comment on column casework.earlier_visits.unit_code is 'The station that keeps the file now; kept_by_unit kept it when the visit was made, and has it in its book.';
create index earlier_visits_unit_code_idx on casework.earlier_visits (unit_code);

alter table casework.earlier_visits enable row level security;
alter table casework.earlier_visits force row level security;
create policy earlier_visits_select on casework.earlier_visits for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy earlier_visits_insert on casework.earlier_visits for insert
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy earlier_visits_update on casework.earlier_visits for update
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())
  with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy earlier_visits_delete on casework.earlier_visits for delete
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select on casework.earlier_visits to guidui_app;

create function casework.follow_file(p_person_id uuid, p_from text, p_on date) returns void
language plpgsql security definer
set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
declare
  v_old  text := left(p_from, 6);
  v_home text;
  v_plan casework.visit_plans;
begin
  -- Where the file lies says the registry, and nobody else: a call about a file that was not handed over does nothing.
  select p.unit_code into v_home from registry.people p where p.id = p_person_id and p.status in ('active', 'deceased');
  if not found or v_home = p_from then
    return;
  end if;
  for v_plan in
    select * from casework.visit_plans w
     where w.bureau_code = v_old and w.person_id = p_person_id and w.unit_code = p_from and w.status = 'due' for update loop
    insert into spine.facts (bureau_code, id, kind, unit_code, on_day, quantity, person_ids, dimensions)
    select left(u.code, 6), gen_random_uuid(), 'contact.due', u.code, greatest(v_plan.due_on, p_on), u.sign, array[p_person_id], '{}'
      from (values (p_from, -1), (v_home, 1)) as u (code, sign);
    if left(v_home, 6) = v_old then
      update casework.visit_plans w set unit_code = v_home where w.bureau_code = v_old and w.id = v_plan.id;
    else
      update casework.visit_plans w set status = 'dropped', dropped_reason = 'handed over' where w.bureau_code = v_old and w.id = v_plan.id;
      insert into casework.visit_plans (bureau_code, id, unit_code, person_id, reason, rule_code, due_on, planned_by, planned_at)
        values (left(v_home, 6), v_plan.id, v_home, p_person_id, v_plan.reason, v_plan.rule_code, v_plan.due_on, v_plan.planned_by, v_plan.planned_at)
        on conflict (bureau_code, id) do update set unit_code = excluded.unit_code, status = 'due', dropped_reason = null;
    end if;
  end loop;

  insert into casework.earlier_visits
    select left(v_home, 6), e.person_id, e.visit_id, v_home, e.kept_by_unit, e.made_by_unit, e.done_on, e.reason, e.way, e.deliveries, e.goods, e.goods_value_fen, e.note
      from casework.earlier_visits e where e.bureau_code = v_old and e.person_id = p_person_id and e.unit_code = p_from
    on conflict (bureau_code, person_id, visit_id) do update set unit_code = excluded.unit_code;
  delete from casework.earlier_visits e where e.bureau_code = v_old and e.person_id = p_person_id and e.unit_code = p_from;
  insert into casework.earlier_visits
    select left(v_home, 6), p_person_id, v.id, v_home, p_from, v.made_by_unit, v.done_on, v.reason, v.way, v.deliveries, v.goods, v.goods_value_fen, v.note
      from casework.visit_people s join casework.visits v on v.bureau_code = s.bureau_code and v.id = s.visit_id
     where s.bureau_code = v_old and s.person_id = p_person_id and v.unit_code = p_from and not v.is_counter
       and not exists (select from casework.visits c where c.bureau_code = v.bureau_code and c.corrects_id = v.id and c.is_counter)
    on conflict (bureau_code, person_id, visit_id) do update set unit_code = excluded.unit_code;
end
$$;
comment on function casework.follow_file is 'After a hand-over: moves the due plans of a person to the station that keeps the file now, and gives it the history of visits. Believes the registry alone.';
revoke all on function casework.follow_file from public;
grant execute on function casework.follow_file to guidui_app;
