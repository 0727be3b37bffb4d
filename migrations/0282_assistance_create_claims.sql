-- Incentives: rates of a place, and claims for hiring and rent subsidies with their way to the bank and back.

create table assistance.incentive_rates (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  kind          text collate "C" not null,
  name          text             not null,
  amount_fen    bigint           not null,
  stay_months   int              not null,
  from_on       date             not null,
  until_on      date,
  source        text             not null,
  entered_at    timestamptz      not null,
  entered_by    uuid             not null,
  confirmed_at  timestamptz,
  confirmed_by  uuid,

  constraint incentive_rates_pkey primary key (bureau_code, id),
  constraint incentive_rates_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint incentive_rates_kind_check check (kind in ('hiring', 'rent')),
  constraint incentive_rates_amount_fen_check check (amount_fen between 1 and 10000000),
  constraint incentive_rates_stay_check check (stay_months between 0 and 60),
  constraint incentive_rates_days_check check (until_on >= from_on),
  constraint incentive_rates_confirmed_check check ((confirmed_at is null) = (confirmed_by is null)),
  constraint incentive_rates_two_people_check check (confirmed_by <> entered_by)
);
comment on table assistance.incentive_rates is 'What a county pays for hiring a veteran, or at most for rent, by a document of its own: entered by one, confirmed by another, then never changed.';
comment on column assistance.incentive_rates.stay_months is 'Who leaves before so many months: the subsidy is claimed back; 0 for never.';
create index incentive_rates_unit_idx on assistance.incentive_rates (unit_code, from_on);

create table assistance.claims (
  bureau_code    text collate "C" not null,
  id             uuid             not null,
  unit_code      text collate "C" not null,
  kind           text collate "C" not null,
  rate_code      text collate "C" not null,
  rate_name      text             not null,
  stay_months    int              not null,
  person_id      uuid             not null,
  payee_uscc     text collate "C" not null,
  payee_name     text             not null,
  bank_account   bytea            not null,
  began_on       date             not null,
  amount_fen     bigint           not null,
  state          text collate "C" not null default 'drafted',
  drafted_on     date             not null,
  drafted_at     timestamptz      not null,
  drafted_by     uuid             not null,
  submitted_on   date,
  checked_on     date,
  checked_by     uuid,
  approved_on    date,
  approved_by    uuid,
  refused_for    text,
  refused_by     uuid,
  batch_id       uuid,
  fund_id        uuid,
  paid_on        date,
  left_on        date,
  claimed_by     uuid,
  back_on        date,
  back_by        uuid,

  constraint claims_pkey primary key (bureau_code, id),
  constraint claims_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint claims_kind_check check (kind in ('hiring', 'rent')),
  constraint claims_amount_fen_check check (amount_fen > 0),
  constraint claims_state_check check (state in ('drafted', 'submitted', 'checked', 'approved', 'sent', 'paid', 'owedBack', 'clawedBack', 'refused')),
  constraint claims_checked_check check ((checked_by is null) = (checked_on is null) and (checked_by is not null or state in ('drafted', 'submitted', 'refused'))),
  constraint claims_approved_check check ((approved_by is null) = (approved_on is null) and (approved_by is not null or state in ('drafted', 'submitted', 'checked', 'refused'))),
  constraint claims_refused_check check ((refused_for is null) = (state <> 'refused') and (refused_for is null) = (refused_by is null)),
  constraint claims_batch_check check ((batch_id is null) = (fund_id is null) and (batch_id is not null or state in ('drafted', 'submitted', 'checked', 'approved', 'refused'))),
  constraint claims_paid_check check ((paid_on is null) = (state not in ('paid', 'owedBack', 'clawedBack'))),
  constraint claims_left_check check ((left_on is null) = (state not in ('owedBack', 'clawedBack')) and (left_on is null) = (claimed_by is null)),
  constraint claims_back_check check ((back_on is null) = (state <> 'clawedBack') and (back_on is null) = (back_by is null)),
  constraint claims_three_people_check check (checked_by <> drafted_by and approved_by <> drafted_by and approved_by <> checked_by and back_by <> claimed_by)
);
comment on table assistance.claims is 'Hiring and rent subsidies: drafted → submitted → checked → approved → sent (in a payment batch) → paid → owedBack → clawedBack. One claim a person, payee and policy.';
comment on column assistance.claims.bank_account is 'Of the payee, sealed under the claim''s id, which is the line''s id in the batch.';
create unique index claims_once_key on assistance.claims (bureau_code, person_id, payee_uscc, rate_code) where state <> 'refused';
create index claims_unit_idx on assistance.claims (unit_code, drafted_on);
create index claims_batch_idx on assistance.claims (bureau_code, batch_id);

do $$
declare
  t text;
begin
  foreach t in array array['incentive_rates', 'claims'] loop
    execute format('alter table assistance.%I enable row level security', t);
    execute format('alter table assistance.%I force row level security', t);
    execute format('create policy %I on assistance.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    execute format('create policy %I on assistance.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_update', t);
    execute format('grant select, insert on assistance.%I to guidui_app', t);
  end loop;
end
$$;
create policy claims_select on assistance.claims for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());
-- What a county pays is no secret: its stations take claims in by it.
create policy incentive_rates_select on assistance.incentive_rates for select
  using (unit_code >= left(app.scope_lo(), 6) and unit_code < app.scope_hi());
grant update (confirmed_at, confirmed_by) on assistance.incentive_rates to guidui_app;
grant update (state, submitted_on, checked_on, checked_by, approved_on, approved_by, refused_for, refused_by, batch_id, fund_id, paid_on, left_on, claimed_by, back_on, back_by) on assistance.claims to guidui_app;
