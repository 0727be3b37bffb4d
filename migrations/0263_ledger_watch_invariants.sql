-- What must always hold in the books, as views: each shows who breaks it, and shows nothing while all is well. They are read
-- every minute; a row stops payments of its bureau. Constraints and grants keep most of them: the views are there for the day
-- on which somebody with more rights than the program has been at the tables.

create view ledger.unbalanced with (security_invoker = true) as
  select bureau_code, posting_id::text as detail from ledger.entries group by bureau_code, posting_id having sum(amount_fen) <> 0;

create view ledger.wrong_balances with (security_invoker = true) as
  select a.bureau_code, a.id::text as detail
    from ledger.accounts a
    left join (select bureau_code, account_id, sum(amount_fen) as fen from ledger.entries group by bureau_code, account_id) e
      on e.bureau_code = a.bureau_code and e.account_id = a.id
    left join (select bureau_code, account_id, sum(amount_fen) as fen from ledger.holds where state = 'held' group by bureau_code, account_id) h
      on h.bureau_code = a.bureau_code and h.account_id = a.id
   where a.balance_fen <> coalesce(e.fen, 0) or a.held_fen <> coalesce(h.fen, 0);

create view ledger.below_floor with (security_invoker = true) as
  select bureau_code, id::text as detail from ledger.accounts where balance_fen - held_fen < floor_fen;

create view ledger.tampered with (security_invoker = true) as
  select p.bureau_code, p.id::text as detail
    from ledger.postings p
    left join (select bureau_code, posting_id, count(*) as entries from ledger.entries group by bureau_code, posting_id) e
      on e.bureau_code = p.bureau_code and e.posting_id = p.id
   where p.entry_count <> coalesce(e.entries, 0)
  union all
  select b.bureau_code, t.name || ' ' || v.verb
    from ledger.books b
    cross join (values ('ledger.entries'), ('ledger.postings'), ('ledger.closings'), ('ledger.intakes'), ('ledger.bank_returns')) t (name)
    cross join (values ('update'), ('delete')) v (verb)
   where case v.verb when 'update' then has_any_column_privilege('guidui_app', t.name, 'update') else has_table_privilege('guidui_app', t.name, 'delete') end;

create view ledger.false_mirrors with (security_invoker = true) as
  select r.bureau_code, r.id::text as detail
    from ledger.postings r
   where r.reverses_id is not null
     and exists (
       select from (select * from ledger.entries e where e.bureau_code = r.bureau_code and e.posting_id = r.id) m
         full join (select * from ledger.entries e where e.bureau_code = r.bureau_code and e.posting_id = r.reverses_id) o on o.seq = m.seq
        where m.account_id is distinct from o.account_id or m.amount_fen is distinct from -o.amount_fen)
  union all
  select bureau_code, reverses_id::text from ledger.postings where reverses_id is not null group by bureau_code, reverses_id having count(*) > 1;

create view ledger.strayed_earmarks with (security_invoker = true) as
  select e.bureau_code, e.posting_id::text as detail
    from ledger.accounts a
    join ledger.entries e on e.bureau_code = a.bureau_code and e.account_id = a.id
    join ledger.postings p on p.bureau_code = e.bureau_code and p.id = e.posting_id
   where a.purpose is not null and p.purpose is distinct from a.purpose;

create view ledger.paid_twice with (security_invoker = true) as
  select bureau_code, line_id::text as detail from ledger.batch_lines
   where state in ('waiting', 'filed', 'paid') group by bureau_code, source_module, line_id having count(*) > 1;

create view ledger.same_hands with (security_invoker = true) as
  select bureau_code, id::text as detail from ledger.postings where made_by = checked_by or made_by = paid_by or checked_by = paid_by
  union all
  select bureau_code, id::text from ledger.batches
   where made_by = checked_by or made_by = filed_by or checked_by = filed_by or made_by = paid_by or checked_by = paid_by;

create view ledger.lost_allocations with (security_invoker = true) as
  select a.bureau_code, a.kind as detail
    from ledger.accounts a
    left join (
      select bureau_code, sum(amount_fen) filter (where settled_at is null) as transit_fen, sum(amount_fen) filter (where settled_at is not null) as granted_fen
        from ledger.allocations group by bureau_code) s on s.bureau_code = a.bureau_code
   where (a.kind = 'transit' and a.balance_fen <> coalesce(s.transit_fen, 0)) or (a.kind = 'granted' and a.balance_fen <> coalesce(s.granted_fen, 0))
  union all
  select a.bureau_code, a.id::text
    from ledger.allocations a left join ledger.intakes i on i.allocation_id = a.id and i.bureau_code = left(a.to_unit_code, 6)
   where (a.settled_at is not null and i.allocation_id is null) or i.amount_fen <> a.amount_fen
  union all
  select i.bureau_code, i.allocation_id::text
    from ledger.intakes i
   where not exists (select from ledger.allocations_to(i.unit_code) s where s.id = i.allocation_id and s.amount_fen = i.amount_fen);

create view ledger.unaudited with (security_invoker = true) as
  select coalesce(p.bureau_code, l.bureau_code) as bureau_code, coalesce(p.id, l.subject_id)::text as detail
    from ledger.postings p
    full join (select bureau_code, subject_id, count(*) as leaves from spine.leaves where action_name = 'ledger.post' group by bureau_code, subject_id) l
      on l.bureau_code = p.bureau_code and l.subject_id = p.id
   where p.id is null or l.subject_id is null or l.leaves <> 1;

create view ledger.inexact_columns with (security_invoker = true) as
  select b.bureau_code, format('%s.%s', c.relname, k.attname) as detail
    from ledger.books b
    cross join pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'ledger' and c.relkind = 'r'
    join pg_attribute k on k.attrelid = c.oid and k.attname like '%\_fen' and not k.attisdropped and k.atttypid <> 'bigint'::regtype;

create view ledger.reopened_periods with (security_invoker = true) as
  select c.bureau_code, c.through_on::text as detail from ledger.closings c
   where c.postings <> (select count(*) from ledger.postings p where p.bureau_code = c.bureau_code and p.posted_on <= c.through_on);

create view ledger.breaks with (security_invoker = true) as
  select 'I1' as invariant, bureau_code, detail from ledger.unbalanced
  union all select 'I2', bureau_code, detail from ledger.wrong_balances
  union all select 'I3', bureau_code, detail from ledger.below_floor
  union all select 'I4', bureau_code, detail from ledger.tampered
  union all select 'I5', bureau_code, detail from ledger.false_mirrors
  union all select 'I6', bureau_code, detail from ledger.strayed_earmarks
  union all select 'I7', bureau_code, detail from ledger.paid_twice
  union all select 'I8', bureau_code, detail from ledger.same_hands
  union all select 'I9', bureau_code, detail from ledger.lost_allocations
  union all select 'I10', bureau_code, detail from ledger.unaudited
  union all select 'I11', bureau_code, detail from ledger.inexact_columns
  union all select 'I12', bureau_code, detail from ledger.reopened_periods;
comment on view ledger.breaks is 'Every breach of the twelve invariants of money (I1 to I12) in the range of who asks. Empty, or payments stop.';

grant select on ledger.unbalanced, ledger.wrong_balances, ledger.below_floor, ledger.tampered, ledger.false_mirrors, ledger.strayed_earmarks,
  ledger.paid_twice, ledger.same_hands, ledger.lost_allocations, ledger.unaudited, ledger.inexact_columns, ledger.reopened_periods, ledger.breaks
  to guidui_app;
