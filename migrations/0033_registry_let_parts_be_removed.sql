-- Parts of a file (spells of service, identities, kin) show what holds now. What is taken off stays in the versions of
-- the file, so the current rows may be removed: by a correction, a merge, or a hand-over to another bureau.

do $$
declare
  t text;
begin
  foreach t in array array['service_records', 'entitled_identities', 'kin'] loop
    execute format('create policy %I on registry.%I for delete using (unit_code >= app.scope_lo() and unit_code < app.scope_hi())', t || '_delete', t);
    execute format('grant delete on registry.%I to guidui_app', t);
  end loop;
end
$$;

create table registry.settings (
  name   text collate "C" not null,
  value  integer          not null,

  constraint settings_pkey primary key (name),
  constraint settings_name_check check (name in ('unmaskDailyLimit')),
  constraint settings_value_check check (value between 0 and 10000)
);
comment on table registry.settings is 'Reference: what a deployment may set for the registry.';
insert into registry.settings (name, value) values ('unmaskDailyLimit', 30);
grant select on registry.settings to guidui_app;
