-- How many villages of a province lie in a band of clients was asked of the cells of all its villages, and few of them are so
-- large. A village's cell now says how many digits the most has that it ever stood at, so that an index holds the large ones.
--
-- Only where a band is asked, at villages of the clients: it is worked out with each change of the cell. The number of digits
-- hardly ever changes, so that the cell is still changed where it lies and no index is written.

create function indicators.digits_reached(amounts bigint[]) returns smallint
language plpgsql
immutable
strict
parallel safe
as $$
declare
  total bigint := 0;
  most bigint := 0;
  amount bigint;
begin
  foreach amount in array amounts loop
    if amount is not null then
      total := total + amount;
      if total > most then
        most := total;
      end if;
    end if;
  end loop;
  return length(most::text);
end
$$;
comment on function indicators.digits_reached is 'How many digits the largest of the sums has that the amounts of the months come to, month after month.';
revoke all on function indicators.digits_reached from public;
grant execute on function indicators.digits_reached to guidui_app;

alter table indicators.cells add column digits smallint generated always as (
  case when measure = 'clients' and right(unit_code, 3) <> '000' then indicators.digits_reached(amounts) end
) stored;
comment on column indicators.cells.digits is 'How many digits the most has that the amounts have come to up to some month: at villages, of the measures that bands of places ask. Null elsewhere.';

create index cells_large_idx on indicators.cells (measure, unit_code) where digits >= 3;
