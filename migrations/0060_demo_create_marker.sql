-- 0060_demo_create_marker.sql
--
-- Whether the demo has been loaded, and how: written last, in the transaction that loads it.
create table app.settings (
  key    text collate "C" not null,
  value  jsonb            not null,
  constraint settings_pkey primary key (key)
);

comment on table app.settings is 'Reference: what an installation remembers about itself. demo.loaded: that the demo stands in this database, its size and its day.';

grant select on app.settings to guidui_app;
