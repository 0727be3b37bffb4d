-- Care and emergency funds of a bureau: what is given to them, lot by lot, and what is granted out of them. A grant draws
-- on gifts in the order in which they came, so that each yuan can be followed to what became of it.

create schema assistance;
grant usage on schema assistance to guidui_app;

create table assistance.funds (
  bureau_code      text collate "C" not null,
  id               uuid             not null,
  unit_code        text collate "C" not null,
  serial           int              not null,
  kind             text collate "C" not null,
  name             text             not null,
  purpose          text             not null,
  permit           text,
  raising_from_on  date,
  raising_to_on    date,
  receipts         int              not null default 0,
  opened_on        date             not null,
  opened_at        timestamptz      not null,
  opened_by        uuid             not null,

  constraint funds_pkey primary key (bureau_code, id),
  constraint funds_serial_key unique (bureau_code, serial),
  constraint funds_name_key unique (bureau_code, name),
  constraint funds_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint funds_kind_check check (kind in ('emergency', 'care', 'aid', 'volunteer')),
  constraint funds_serial_check check (serial between 1 and 99 and receipts >= 0),
  constraint funds_raising_check check ((permit is null) = (raising_from_on is null) and (raising_to_on is null or raising_to_on >= raising_from_on))
);
comment on table assistance.funds is 'Funds of a bureau. One that raises from the public has a permit and the days of raising (慈善法 Art 22 to 24): from them follows when it must publish.';
comment on column assistance.funds.receipts is 'Receipts given so far: numbers of receipts count up in the order of gifts. Its row is locked by whoever changes what is in the fund.';
create index funds_unit_idx on assistance.funds (unit_code);

create table assistance.donations (
  bureau_code    text collate "C" not null,
  id             uuid             not null,
  unit_code      text collate "C" not null,
  fund_id        uuid             not null,
  number         int              not null,
  receipt_number text collate "C" not null,
  donor_kind     text collate "C" not null,
  donor          bytea,
  donor_masked   text,
  form           text collate "C" not null,
  goods          jsonb            not null default '[]',
  amount_fen     bigint           not null,
  left_fen       bigint           not null,
  earmark        text collate "C",
  received_on    date             not null,
  recorded_at    timestamptz      not null,
  recorded_by    uuid             not null,
  confirmed_on   date,
  confirmed_at   timestamptz,
  confirmed_by   uuid,

  constraint donations_pkey primary key (bureau_code, id),
  constraint donations_number_key unique (bureau_code, fund_id, number),
  constraint donations_receipt_key unique (bureau_code, receipt_number),
  constraint donations_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint donations_donor_check check (donor_kind in ('named', 'anonymous', 'treasury') and (donor is null) = (donor_kind = 'anonymous')),
  constraint donations_form_check check (form in ('cash', 'goods') and (form = 'goods') = (goods <> '[]'::jsonb)),
  constraint donations_amount_fen_check check (amount_fen > 0),
  constraint donations_left_fen_check check (left_fen >= 0 and left_fen <= amount_fen),
  constraint donations_confirmed_check check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_on is null) and (confirmed_by is not null or left_fen = amount_fen)),
  constraint donations_two_people_check check (confirmed_by <> recorded_by),
  constraint donations_earmark_check check (earmark in ('disability', 'unemployment', 'relapse', 'accident', 'other')),
  constraint donations_fund_fkey foreign key (bureau_code, fund_id) references assistance.funds (bureau_code, id)
);
comment on table assistance.donations is 'Gifts to a fund and money of the treasury, each a lot that grants draw on once a second person has confirmed that it came; of a confirmed one nothing but left_fen ever changes. Goods stand at their listed value and are not drawn on as money.';
comment on column assistance.donations.donor is 'Who gave, as JSON, encrypted; donor_masked is what a page shows.';
comment on column assistance.donations.earmark is 'The cause of hardship it may go to; null for any.';
create index donations_unit_idx on assistance.donations (unit_code, received_on);

create table assistance.grants (
  bureau_code    text collate "C" not null,
  id             uuid             not null,
  unit_code      text collate "C" not null,
  fund_id        uuid             not null,
  matter_id      uuid             not null,
  number         int              not null,
  way            text collate "C" not null,
  cause          text collate "C" not null,
  amount_fen     bigint           not null,
  means          bytea,
  top_up_reason  text,
  papers_due_on  date,
  state          text collate "C" not null default 'proposed',
  proposed_on    date             not null,
  proposed_at    timestamptz      not null,
  proposed_by    uuid             not null,
  checked_on     date,
  checked_at     timestamptz,
  checked_by     uuid,
  refused_for    text,
  paid_on        date,
  paid_at        timestamptz,
  paid_by        uuid,
  voucher        text,
  followed_on    date,
  followed_by    uuid,
  outcome        text collate "C",

  constraint grants_pkey primary key (bureau_code, id),
  constraint grants_number_key unique (bureau_code, fund_id, number),
  constraint grants_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint grants_way_check check (way in ('decided', 'emergency') and (way = 'emergency') = (papers_due_on is not null)),
  constraint grants_cause_check check (cause in ('disability', 'unemployment', 'relapse', 'accident', 'other')),
  constraint grants_amount_fen_check check (amount_fen > 0),
  constraint grants_state_check check (state in ('proposed', 'approved', 'refused', 'paid', 'followedUp')),
  constraint grants_checked_check check ((checked_by is null) = (state = 'proposed') and (checked_by is null) = (checked_at is null) and (checked_by is null) = (checked_on is null)),
  constraint grants_refused_check check ((refused_for is null) = (state <> 'refused')),
  constraint grants_paid_check check ((paid_by is null) = (state not in ('paid', 'followedUp')) and (paid_by is null) = (paid_at is null) and (paid_by is null) = (paid_on is null) and (paid_by is null) = (voucher is null)),
  constraint grants_followed_check check ((followed_by is null) = (state <> 'followedUp') and (followed_by is null) = (outcome is null) and (followed_by is null) = (followed_on is null)),
  constraint grants_three_people_check check (checked_by <> proposed_by and paid_by <> proposed_by and paid_by <> checked_by),
  constraint grants_fund_fkey foreign key (bureau_code, fund_id) references assistance.funds (bureau_code, id)
);
comment on table assistance.grants is 'Money out of a fund for one matter of hardship: proposed, approved, paid and followed up by three people, none of them the same. The matter is casework''s.';
comment on column assistance.grants.means is 'What the household has, line by line, as JSON, encrypted: the test of means leaves pensions out (军人抚恤优待条例 Art 4).';
comment on column assistance.grants.papers_due_on is 'Paid first: the day by which the papers of the matter must be in.';
create unique index grants_need_key on assistance.grants (bureau_code, matter_id) where state <> 'refused' and top_up_reason is null;
create index grants_unit_idx on assistance.grants (unit_code, proposed_on);
create index grants_matter_idx on assistance.grants (bureau_code, matter_id);

create table assistance.draws (
  bureau_code  text collate "C" not null,
  grant_id     uuid             not null,
  donation_id  uuid             not null,
  unit_code    text collate "C" not null,
  amount_fen   bigint           not null,

  constraint draws_pkey primary key (bureau_code, grant_id, donation_id),
  constraint draws_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint draws_amount_fen_check check (amount_fen > 0),
  constraint draws_grant_fkey foreign key (bureau_code, grant_id) references assistance.grants (bureau_code, id),
  constraint draws_donation_fkey foreign key (bureau_code, donation_id) references assistance.donations (bureau_code, id)
);
comment on table assistance.draws is 'Append-only: which gift a grant was taken from, to the fen.';
create index draws_donation_idx on assistance.draws (bureau_code, donation_id);
create index draws_unit_idx on assistance.draws (unit_code);

create table assistance.reports (
  bureau_code   text collate "C" not null,
  id            uuid             not null,
  unit_code     text collate "C" not null,
  fund_id       uuid             not null,
  kind          text collate "C" not null,
  from_on       date             not null,
  to_on         date             not null,
  body          jsonb            not null,
  published_on  date             not null,
  published_at  timestamptz      not null,
  published_by  uuid             not null,

  constraint reports_pkey primary key (bureau_code, id),
  constraint reports_period_key unique (bureau_code, fund_id, kind, from_on),
  constraint reports_unit_code_check check (bureau_code = left(unit_code, 6)),
  constraint reports_kind_check check (kind in ('quarter', 'full')),
  constraint reports_days_check check (to_on >= from_on and published_on > to_on),
  constraint reports_fund_fkey foreign key (bureau_code, fund_id) references assistance.funds (bureau_code, id)
);
comment on table assistance.reports is 'Append-only: what a fund has published, word for word: sums and lines without a name (慈善法 Art 78, 79).';
create index reports_unit_idx on assistance.reports (unit_code, published_on);

do $$
declare
  t text;
begin
  foreach t in array array['funds', 'donations', 'grants', 'draws', 'reports'] loop
    execute format('alter table assistance.%I enable row level security', t);
    execute format('alter table assistance.%I force row level security', t);
    execute format('create policy %I on assistance.%I for select using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_select', t);
    execute format('create policy %I on assistance.%I for insert with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_insert', t);
    execute format('grant select, insert on assistance.%I to guidui_app', t);
  end loop;
  foreach t in array array['funds', 'donations', 'grants'] loop
    execute format('create policy %I on assistance.%I for update using (unit_code >= app.scope_lo() and unit_code < app.scope_hi()) with check (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_update', t);
  end loop;
end
$$;
grant update (receipts) on assistance.funds to guidui_app;
grant update (left_fen, confirmed_on, confirmed_at, confirmed_by) on assistance.donations to guidui_app;
grant update (state, checked_on, checked_at, checked_by, refused_for, paid_on, paid_at, paid_by, voucher, followed_on, followed_by, outcome) on assistance.grants to guidui_app;
