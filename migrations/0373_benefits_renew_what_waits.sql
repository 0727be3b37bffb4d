-- Somebody taken in whose identity is corrected in the file before a second person has approved it: what waits is replaced by
-- what the file says now. Until then nobody was paid by it.

create policy entitlements_delete on benefits.entitlements for delete
  using (unit_code >= app.scope_lo() and unit_code < app.scope_hi() and approved_at is null);
grant delete on benefits.entitlements to guidui_app;
