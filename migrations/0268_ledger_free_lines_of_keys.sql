-- A foreign key asks once a row whether the batch is there: for a million lines it cost more than writing them. Lines are
-- written in one statement with their batch (openBatch), no grant takes a batch away, and the twelve invariants count: I4 shows
-- a batch whose lines are not those it was opened with, and lines without a batch.

alter table ledger.batch_lines drop constraint batch_lines_batch_id_fkey;

create or replace view ledger.tampered with (security_invoker = true) as
  select p.bureau_code, p.id::text as detail
    from ledger.postings p
    left join (select bureau_code, posting_id, count(*) as entries from ledger.entries group by bureau_code, posting_id) e
      on e.bureau_code = p.bureau_code and e.posting_id = p.id
   where p.entry_count <> coalesce(e.entries, 0)
  union all
  select coalesce(b.bureau_code, l.bureau_code), coalesce(b.id, l.batch_id)::text
    from ledger.batches b
    full join (select bureau_code, batch_id, count(*) as lines, sum(amount_fen) as fen from ledger.batch_lines group by bureau_code, batch_id) l
      on l.bureau_code = b.bureau_code and l.batch_id = b.id
   where l.lines is distinct from b.line_count or l.fen is distinct from b.total_fen
  union all
  select b.bureau_code, t.name || ' ' || v.verb
    from ledger.books b
    cross join (values ('ledger.entries'), ('ledger.postings'), ('ledger.closings'), ('ledger.intakes'), ('ledger.bank_returns')) t (name)
    cross join (values ('update'), ('delete')) v (verb)
   where case v.verb when 'update' then has_any_column_privilege('guidui_app', t.name, 'update') else has_table_privilege('guidui_app', t.name, 'delete') end;
