-- Whom a month pays is said by the lines of its batch, which name the person (ledger.batch_lines.sealed_for). A payment beside
-- each of a million lines said it twice and took as long to write as the line. What the next month must know is whom this one
-- could not pay: those rows stay.

set local app.scope_lo = '0';
set local app.scope_hi = ':';
alter table benefits.payments disable row level security;

do $$
begin
  if exists (select from benefits.payments p where p.why is null and not exists (
       select from ledger.batch_lines l where l.bureau_code = p.bureau_code and l.source_module = 'benefits' and l.line_id = p.line_id and l.sealed_for = p.person_id)) then
    raise exception 'a payment is not among the lines of its batch: nothing was changed';
  end if;
end
$$;

delete from benefits.payments where why is null;
drop index benefits.payments_line_id_key;
drop index benefits.payments_carried_idx;
alter table benefits.payments drop constraint payments_why_check;
alter table benefits.payments drop column line_id, drop column payee_label, drop column account, drop column carried_fen;
drop function if exists public.uuidv7();

alter table benefits.payments rename to unpaid;
alter table benefits.unpaid rename constraint payments_pkey to unpaid_pkey;
alter table benefits.unpaid rename constraint payments_unit_code_check to unpaid_unit_code_check;
alter table benefits.unpaid rename constraint payments_run_id_fkey to unpaid_run_id_fkey;
alter policy payments_select on benefits.unpaid rename to unpaid_select;
alter policy payments_insert on benefits.unpaid rename to unpaid_insert;
alter table benefits.unpaid alter column why set not null,
  add constraint unpaid_why_check check (case why when 'no-account' then owed_fen > 0 when 'owes' then owed_fen < 0 else false end);
comment on table benefits.unpaid is 'Whom a month that was sent did not pay, all its lines together with what the month before could not pay or had to take back. Append-only.';
comment on column benefits.unpaid.why is 'no-account: nobody knows where to; owes: more is to be taken back than is due. Both are carried into the next month.';

alter table benefits.unpaid enable row level security;
