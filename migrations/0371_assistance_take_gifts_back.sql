-- A gift that was recorded by mistake, or that went back to who gave it: until something was drawn from it, it is taken back,
-- with its money. Of a confirmed one nothing is left then.

alter table assistance.donations
  add column taken_back_on  date,
  add column taken_back_by  uuid,
  add column taken_back_for text;
alter table assistance.donations add constraint donations_taken_back_check
  check ((taken_back_on is null) = (taken_back_by is null) and (taken_back_on is null) = (taken_back_for is null)
    and (taken_back_on is null or confirmed_by is null or left_fen = 0));
alter table assistance.donations add constraint donations_taken_back_by_check check (taken_back_by <> recorded_by);
comment on table assistance.donations is 'Gifts to a fund and money of the treasury, each a lot that grants draw on once a second person has confirmed that it came; of a confirmed one nothing but left_fen ever changes, and whole it may be taken back. Goods stand at their listed value and are not drawn on as money.';
comment on column assistance.donations.taken_back_for is 'Why it was taken back: recorded by mistake, or given back to who gave it.';
grant update (taken_back_on, taken_back_by, taken_back_for) on assistance.donations to guidui_app;
