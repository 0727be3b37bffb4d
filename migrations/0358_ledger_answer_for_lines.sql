-- A line lies in the books of its bureau, above the station that took in what it pays. Who holds a line's id, because what it
-- pays is theirs to see, is told what the bank answered: no account, no name, no amount.

create function ledger.answers_of_lines(p_bureau text, p_batch_id uuid, p_line_ids uuid[])
returns table (line_id uuid, state text, reason text, reissued_in uuid)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select l.line_id, l.state, l.reason, l.reissued_in
    from ledger.batch_lines l
   where l.bureau_code = p_bureau and l.batch_id = p_batch_id and l.line_id = any (p_line_ids)
   order by l.line_id
$$;
comment on function ledger.answers_of_lines is 'What the bank answered for lines whose ids are held: for the module that owes them, whose own rows say who may see them.';
revoke all on function ledger.answers_of_lines from public;
grant execute on function ledger.answers_of_lines to guidui_app;
