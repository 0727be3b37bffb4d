-- Whose hands a matter is in, who is told that it is overdue, and the hourly proof that none has disappeared.

alter table casework.matters
  add column claimed_name    text,
  add column escalated_at    timestamptz,
  add column escalated_place text collate "C",
  add constraint matters_claim_check check ((claimed_by is null) = (claimed_name is null)) not valid,
  add constraint matters_escalation_check check ((escalated_at is null) = (escalated_place is null));
comment on column casework.matters.claimed_name is 'Name of the account that has claimed it: a colleague, whom readers at other units could not look up.';
comment on column casework.matters.escalated_at is 'When its running out was said to the head of the unit and to the next tier; null again where the deadline moves. escalated_place: the division at whose unit it ran out.';
create index matters_overdue_idx on casework.matters (due_on) where closed_on is null and escalated_at is null and due_on < 'infinity';
create index matters_escalated_idx on casework.matters (escalated_place, due_on, id) where closed_on is null and escalated_at is not null;

set local app.scope_lo = '0';
set local app.scope_hi = ':';
update casework.matters m set claimed_name = a.name from access.accounts a where a.id = m.claimed_by;
update casework.matters set claimed_by = null where claimed_name is null and claimed_by is not null;
alter table casework.matters validate constraint matters_claim_check;

-- The first step says by which declaration the matter goes on: the journal of steps is enough to make a matter again, and to miss one.
alter table casework.matter_steps add column type_code text collate "C", add column type_version int;
update casework.matter_steps s set type_code = m.type_code, type_version = m.type_version
  from casework.matters m where m.bureau_code = s.bureau_code and m.id = s.matter_id and s.number = 1;
set local app.scope_lo = '';
set local app.scope_hi = '';
alter table casework.matter_steps add constraint matter_steps_type_check check ((number = 1) = (type_code is not null) and (type_code is null) = (type_version is null));
create index matter_steps_begun_idx on casework.matter_steps (unit_code, type_code) where number = 1;

create table casework.matter_hands (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  matter_id    uuid             not null,
  unit_code    text collate "C" not null,
  to_account   uuid,
  to_name      text,
  by_account   uuid             not null,
  by_name      text             not null,
  note         bytea,
  given_at     timestamptz      not null,

  constraint matter_hands_pkey primary key (bureau_code, id),
  constraint matter_hands_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint matter_hands_to_check check ((to_account is null) = (to_name is null)),
  constraint matter_hands_matter_fkey foreign key (bureau_code, matter_id) references casework.matters (bureau_code, id)
);
comment on table casework.matter_hands is 'Append-only: who took a matter into their hands, gave it to a colleague, or gave it back to all of them (to nobody). The note is encrypted.';
create index matter_hands_matter_idx on casework.matter_hands (bureau_code, matter_id, given_at);
create index matter_hands_unit_idx on casework.matter_hands (unit_code);

create table casework.reconciliations (
  bureau_code  text collate "C" not null,
  unit_code    text collate "C" not null,
  type_code    text collate "C" not null,
  submitted    int              not null,
  accepted     int              not null,
  refused      int              not null,
  pending      int              not null,
  handed_over  int              not null,
  astray       uuid[]           not null default '{}',
  found_at     timestamptz      not null,

  constraint reconciliations_pkey primary key (bureau_code, unit_code, type_code),
  constraint reconciliations_unit_code_check check (bureau_code = left(unit_code, 6))
);
comment on table casework.reconciliations is 'What the hourly reconciler found last, a row for a unit and a kind: submitted = accepted + refused + pending + handed over. A row is written anew only where something has changed.';
comment on column casework.reconciliations.accepted is 'Ended with what was asked for, or handled; refused: refused, withdrawn or lapsed, each with its reason in the steps.';
comment on column casework.reconciliations.astray is 'Matters whose steps and whose row do not agree: begun and nowhere, or there and never begun. Up to a hundred ids; empty unless something is wrong.';
create index reconciliations_unit_idx on casework.reconciliations (unit_code);

create table casework.reconciliation_rounds (
  bureau_code  text collate "C" not null,
  unit_code    text collate "C" not null,
  checked_at   timestamptz      not null,
  matters      int              not null,
  astray       int              not null,

  constraint reconciliation_rounds_pkey primary key (bureau_code, unit_code),
  constraint reconciliation_rounds_unit_code_check check (bureau_code = left(unit_code, 6))
);
comment on table casework.reconciliation_rounds is 'When the reconciler last looked at a bureau, and how many matters it found there. unit_code: the unit of the county.';

do $$
declare
  t text;
begin
  foreach t in array array['matter_hands', 'reconciliations', 'reconciliation_rounds'] loop
    execute format('alter table casework.%I enable row level security', t);
    execute format('alter table casework.%I force row level security', t);
    execute format('create policy %I on casework.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on casework.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    execute format('grant select, insert on casework.%I to guidui_app', t);
  end loop;
  foreach t in array array['reconciliations', 'reconciliation_rounds'] loop
    execute format('create policy %I on casework.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_update', t);
  end loop;
end
$$;
grant update (submitted, accepted, refused, pending, handed_over, astray, found_at) on casework.reconciliations to guidui_app;
grant update (checked_at, matters, astray) on casework.reconciliation_rounds to guidui_app;

-- Copies of papers: brought, a paper is a draft of the account that brought it, and expires; given in a matter, it gets a
-- row of its own at the unit of the matter, and whoever may read the matter sees it.
alter table spine.files drop constraint files_kind_check;
alter table spine.files add constraint files_kind_check check (kind in ('import', 'returned', 'export', 'photoDraft', 'photo', 'paperDraft', 'paper'));
comment on table spine.files is 'Append-only list of stored files. Only the account that a file was stored for may fetch it, and only until it expires; a photo is for those who may read the notes of visits at its unit, a paper for those who may read its matter. address: keyed hash of the content.';
create index matter_documents_file_idx on casework.matter_documents (file_id) where file_id is not null;
