-- A million accounts that another module has sealed go into a batch as they are: the line says under which name they were.

alter table ledger.batch_lines add column sealed_as text collate "C", add column sealed_for uuid,
  add constraint batch_lines_sealed_check check ((sealed_as is null) = (sealed_for is null) and sealed_as in ('benefits.entitlements.payee_account'));
comment on column ledger.batch_lines.sealed_as is 'The column under which the account was sealed, and sealed_for its row; null where it was sealed under this line.';
