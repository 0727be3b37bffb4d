-- A table is seen within its range and not above it. What a county pays, its stations are told by a function that holds nothing
-- about anybody.

drop policy incentive_rates_select on assistance.incentive_rates;
create policy incentive_rates_select on assistance.incentive_rates for select
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi());

create function assistance.rates_at(p_bureau text)
returns table (id uuid, unit_code text, kind text, name text, amount_fen bigint, stay_months int, from_on date, until_on date, source text,
  entered_by uuid, confirmed_by uuid)
language sql stable security definer set search_path = '' set app.scope_lo = '0' set app.scope_hi = ':'
as $$
  select r.id, r.unit_code, r.kind, r.name, r.amount_fen, r.stay_months, r.from_on, r.until_on, r.source, r.entered_by, r.confirmed_by
    from assistance.incentive_rates r
   where r.bureau_code = p_bureau
   order by r.from_on desc, r.id
$$;
comment on function assistance.rates_at is 'What a county pays by documents of its own: no word about anybody, which whoever takes a claim in there must know.';
revoke all on function assistance.rates_at from public;
grant execute on function assistance.rates_at to guidui_app;
