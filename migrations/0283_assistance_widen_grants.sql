-- Grants paid together by the bank, cancelled before they are paid, and taken back after it; goods given out of what came in kind.

alter table assistance.grants
  add column batch_id uuid,
  add column undone_on date,
  add column undone_by uuid,
  add column undone_for text;
alter table assistance.grants drop constraint grants_state_check;
alter table assistance.grants add constraint grants_state_check
  check (state in ('proposed', 'approved', 'sent', 'refused', 'paid', 'followedUp', 'cancelled', 'takenBack'));
alter table assistance.grants drop constraint grants_paid_check;
alter table assistance.grants add constraint grants_paid_check
  check ((paid_by is null) = (state not in ('paid', 'followedUp', 'takenBack')) and (paid_by is null) = (paid_at is null) and (paid_by is null) = (paid_on is null) and (paid_by is null) = (voucher is null));
alter table assistance.grants add constraint grants_batch_check check (state <> 'sent' or batch_id is not null);
alter table assistance.grants add constraint grants_undone_check
  check ((undone_by is null) = (state not in ('cancelled', 'takenBack')) and (undone_by is null) = (undone_on is null) and (undone_by is null) = (undone_for is null));
alter table assistance.grants add constraint grants_undone_by_check check (undone_by <> proposed_by);
comment on column assistance.grants.batch_id is 'The payment batch of the ledger in which it is paid; null where the cashier pays it alone.';
comment on column assistance.grants.undone_for is 'Why it was cancelled before it was paid, or its money taken back after.';
drop index assistance.grants_need_key;
create unique index grants_need_key on assistance.grants (bureau_code, matter_id)
  where state not in ('refused', 'cancelled', 'takenBack') and top_up_reason is null;
create index grants_batch_idx on assistance.grants (bureau_code, batch_id);
grant update (batch_id, undone_on, undone_by, undone_for) on assistance.grants to guidui_app;

create table assistance.goods_given (
  bureau_code  text collate "C" not null,
  id           uuid             not null,
  unit_code    text collate "C" not null,
  donation_id  uuid             not null,
  good_name    text             not null,
  count        int              not null,
  matter_id    uuid             not null,
  given_on     date             not null,
  given_at     timestamptz      not null,
  given_by     uuid             not null,

  constraint goods_given_pkey primary key (bureau_code, id),
  constraint goods_given_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint goods_given_count_check check (count > 0),
  constraint goods_given_donation_fkey foreign key (bureau_code, donation_id) references assistance.donations (bureau_code, id)
);
comment on table assistance.goods_given is 'Append-only: goods given out of a gift in kind, for a matter of hardship; never more than came, kept by the lock on the fund.';
create index goods_given_donation_idx on assistance.goods_given (bureau_code, donation_id);
create index goods_given_unit_idx on assistance.goods_given (unit_code, given_on);
alter table assistance.goods_given enable row level security;
alter table assistance.goods_given force row level security;
create policy goods_given_select on assistance.goods_given for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
create policy goods_given_insert on assistance.goods_given for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
grant select, insert on assistance.goods_given to guidui_app;
