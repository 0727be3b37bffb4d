-- The twelve invariants over part of the books: what moved since the last look, and a share of the rest. Whole books are still
-- read by ledger.breaks, at each start and every night; what it joined in full is asked bureau by bureau here, so that one
-- bureau's question (fund.resume) reads no other bureau's rows.

create index postings_recorded_at_idx on ledger.postings (recorded_at);
create index holds_held_at_idx on ledger.holds (held_at);
create index holds_settled_at_idx on ledger.holds (settled_at);
create index holds_held_idx on ledger.holds (bureau_code, account_id) include (amount_fen) where state = 'held';
create index batches_moved_at_idx on ledger.batches (greatest(opened_at, checked_at, filed_at, paid_at, reconciled_at));
create index accounts_opened_at_idx on ledger.accounts (opened_at);

drop index ledger.entries_account_id_idx;
create index entries_account_id_idx on ledger.entries (bureau_code, account_id, posting_id) include (amount_fen);
comment on index ledger.entries_account_id_idx is 'With the amount: the sum of an account is read from the index alone.';

create view ledger.lost_keys with (security_invoker = true) as
  select b.bureau_code, 'batch_lines_line_id_key' as detail
    from ledger.books b
   where not exists (
     select from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'ledger' and c.relname = 'batch_lines_line_id_key' and i.indisunique and i.indisvalid and i.indisready
        and i.indkey::text = (
          select string_agg(k.attnum::text, ' ' order by w.seq) from unnest(array['bureau_code', 'source_module', 'line_id']) with ordinality w (name, seq)
            join pg_attribute k on k.attrelid = i.indrelid and k.attname = w.name));
comment on view ledger.lost_keys is 'Bureaus whose lines no key keeps from being paid twice. While the key stands no line can be alive in two batches, and no minute has to look for one.';

create or replace view ledger.paid_twice with (security_invoker = true) as
  select bureau_code, line_id::text as detail from ledger.batch_lines
   where state in ('waiting', 'filed', 'paid') group by bureau_code, source_module, line_id having count(*) > 1
  union all select bureau_code, detail from ledger.lost_keys;

create view ledger.loose_grants with (security_invoker = true) as
  select b.bureau_code, t.name || ' ' || v.verb as detail
    from (values ('ledger.entries'), ('ledger.postings'), ('ledger.closings'), ('ledger.intakes'), ('ledger.bank_returns')) t (name)
    cross join (values ('update'), ('delete')) v (verb)
    join ledger.books b
      on case v.verb when 'update' then has_any_column_privilege('guidui_app', t.name, 'update') else has_table_privilege('guidui_app', t.name, 'delete') end;
comment on view ledger.loose_grants is 'What the program may do to tables that are only ever added to: nothing.';

create or replace view ledger.tampered with (security_invoker = true) as
  select p.bureau_code, p.id::text as detail
    from ledger.postings p
    left join (select bureau_code, posting_id, count(*) as entries from ledger.entries group by bureau_code, posting_id) e
      on e.bureau_code = p.bureau_code and e.posting_id = p.id
   where p.entry_count <> coalesce(e.entries, 0)
  union all
  select b.bureau_code, b.id::text
    from ledger.batches b
    left join (select bureau_code, batch_id, count(*) as lines, sum(amount_fen) as fen from ledger.batch_lines group by bureau_code, batch_id) l
      on l.bureau_code = b.bureau_code and l.batch_id = b.id
   where l.lines is distinct from b.line_count or l.fen is distinct from b.total_fen
  union all
  select distinct l.bureau_code, l.batch_id::text
    from ledger.batch_lines l
   where not exists (select from ledger.batches b where b.bureau_code = l.bureau_code and b.id = l.batch_id)
  union all select bureau_code, detail from ledger.loose_grants;

create or replace view ledger.unaudited with (security_invoker = true) as
  select p.bureau_code, p.id::text as detail
    from ledger.postings p
    left join (select bureau_code, subject_id, count(*) as leaves from spine.leaves where action_name = 'ledger.post' group by bureau_code, subject_id) l
      on l.bureau_code = p.bureau_code and l.subject_id = p.id
   where l.leaves is distinct from 1
  union all
  select l.bureau_code, l.subject_id::text
    from spine.leaves l
   where l.action_name = 'ledger.post'
     and not exists (select from ledger.postings p where p.bureau_code = l.bureau_code and p.id = l.subject_id);

create function ledger.breaks_of_postings(p_bureau text, p_ids uuid[])
  returns table (invariant text, detail text)
language sql stable
as $$
  select 'I1', e.posting_id::text from ledger.entries e
   where e.bureau_code = p_bureau and e.posting_id = any(p_ids) group by e.posting_id having sum(e.amount_fen) <> 0
  union all
  select 'I4', p.id::text from ledger.postings p
   where p.bureau_code = p_bureau and p.id = any(p_ids)
     and p.entry_count <> (select count(*) from ledger.entries e where e.bureau_code = p_bureau and e.posting_id = p.id)
  union all
  select 'I5', r.id::text from ledger.postings r
   where r.bureau_code = p_bureau and r.reverses_id is not null and (r.id = any(p_ids) or r.reverses_id = any(p_ids))
     and exists (
       select from (select * from ledger.entries e where e.bureau_code = p_bureau and e.posting_id = r.id) m
         full join (select * from ledger.entries e where e.bureau_code = p_bureau and e.posting_id = r.reverses_id) o on o.seq = m.seq
        where m.account_id is distinct from o.account_id or m.amount_fen is distinct from -o.amount_fen)
  union all
  select 'I5', r.reverses_id::text from ledger.postings r
   where r.bureau_code = p_bureau
     and r.reverses_id in (select s.reverses_id from ledger.postings s where s.bureau_code = p_bureau and s.id = any(p_ids) and s.reverses_id is not null)
   group by r.reverses_id having count(*) > 1
  union all
  select 'I6', e.posting_id::text
    from ledger.entries e
    join ledger.accounts a on a.bureau_code = p_bureau and a.id = e.account_id
    join ledger.postings p on p.bureau_code = p_bureau and p.id = e.posting_id
   where e.bureau_code = p_bureau and e.posting_id = any(p_ids) and a.purpose is not null and p.purpose is distinct from a.purpose
  union all
  select 'I8', p.id::text from ledger.postings p
   where p.bureau_code = p_bureau and p.id = any(p_ids) and (p.made_by = p.checked_by or p.made_by = p.paid_by or p.checked_by = p.paid_by)
  union all
  select 'I9', a.id::text
    from ledger.allocations a left join ledger.intakes i on i.allocation_id = a.id and i.bureau_code = left(a.to_unit_code, 6)
   where a.bureau_code = p_bureau and (a.posting_id = any(p_ids) or a.settle_posting_id = any(p_ids))
     and ((a.settled_at is not null and i.allocation_id is null) or i.amount_fen <> a.amount_fen)
  union all
  select 'I9', i.allocation_id::text from ledger.intakes i
   where i.bureau_code = p_bureau and i.posting_id = any(p_ids)
     and not exists (select from ledger.allocations_to(i.unit_code) s where s.id = i.allocation_id and s.amount_fen = i.amount_fen)
  union all
  select 'I10', asked.id::text
    from unnest(p_ids) as asked (id)
    left join ledger.postings p on p.bureau_code = p_bureau and p.id = asked.id
    cross join lateral (
      select count(*) as leaves from spine.leaves l where l.bureau_code = p_bureau and l.subject_id = asked.id and l.action_name = 'ledger.post') l
   where l.leaves <> case when p.id is null then 0 else 1 end
$$;
comment on function ledger.breaks_of_postings is 'The invariants of some postings of one bureau, read by their keys; an id of no posting may have no leaf.';

create function ledger.breaks_of_accounts(p_bureau text, p_ids uuid[])
  returns table (invariant text, detail text)
language sql stable
as $$
  select 'I2', a.id::text from ledger.accounts a
   where a.bureau_code = p_bureau and a.id = any(p_ids)
     and (a.balance_fen <> (select coalesce(sum(e.amount_fen), 0) from ledger.entries e where e.bureau_code = p_bureau and e.account_id = a.id)
       or a.held_fen <> (select coalesce(sum(h.amount_fen), 0) from ledger.holds h where h.bureau_code = p_bureau and h.account_id = a.id and h.state = 'held'))
  union all
  select 'I3', a.id::text from ledger.accounts a where a.bureau_code = p_bureau and a.id = any(p_ids) and a.balance_fen - a.held_fen < a.floor_fen
  union all
  select 'I6', e.posting_id::text
    from ledger.accounts a
    join ledger.entries e on e.bureau_code = p_bureau and e.account_id = a.id
    join ledger.postings p on p.bureau_code = p_bureau and p.id = e.posting_id
   where a.bureau_code = p_bureau and a.id = any(p_ids) and a.purpose is not null and p.purpose is distinct from a.purpose
$$;
comment on function ledger.breaks_of_accounts is 'The invariants of some accounts of one bureau: each is added up again from its entries and holds.';

create function ledger.breaks_of_batches(p_bureau text, p_ids uuid[])
  returns table (invariant text, detail text)
language sql stable
as $$
  select 'I4', asked.id::text
    from unnest(p_ids) as asked (id)
    left join ledger.batches b on b.bureau_code = p_bureau and b.id = asked.id
    cross join lateral (
      select count(*) as lines, sum(l.amount_fen) as fen from ledger.batch_lines l where l.bureau_code = p_bureau and l.batch_id = asked.id) l
   where l.lines <> coalesce(b.line_count, 0) or l.fen is distinct from b.total_fen
  union all
  select 'I8', b.id::text from ledger.batches b
   where b.bureau_code = p_bureau and b.id = any(p_ids)
     and (b.made_by = b.checked_by or b.made_by = b.filed_by or b.checked_by = b.filed_by or b.made_by = b.paid_by or b.checked_by = b.paid_by)
$$;
comment on function ledger.breaks_of_batches is 'The invariants of some batches of one bureau; an id of no batch may have no line.';

create function ledger.breaks_of_books(p_bureau text)
  returns table (invariant text, detail text)
language sql stable
as $$
  select 'I9', a.kind
    from ledger.accounts a
    cross join lateral (
      select coalesce(sum(s.amount_fen) filter (where s.settled_at is null), 0) as transit_fen,
             coalesce(sum(s.amount_fen) filter (where s.settled_at is not null), 0) as granted_fen
        from ledger.allocations s where s.bureau_code = p_bureau) s
   where a.bureau_code = p_bureau and ((a.kind = 'transit' and a.balance_fen <> s.transit_fen) or (a.kind = 'granted' and a.balance_fen <> s.granted_fen))
  union all
  select 'I12', c.through_on::text
    from (select * from ledger.closings c where c.bureau_code = p_bureau order by c.through_on desc limit 1) c
   where c.postings <> (select count(*) from ledger.postings p where p.bureau_code = p_bureau and p.posted_on <= c.through_on)
$$;
comment on function ledger.breaks_of_books is 'What is true of a bureau as a whole and cheap to ask: its money in transit, and the period it closed last.';

revoke all on function ledger.breaks_of_postings, ledger.breaks_of_accounts, ledger.breaks_of_batches, ledger.breaks_of_books from public;
grant execute on function ledger.breaks_of_postings, ledger.breaks_of_accounts, ledger.breaks_of_batches, ledger.breaks_of_books to guidui_app;
grant select on ledger.lost_keys, ledger.loose_grants to guidui_app;
