-- Whoever asks for files that lie elsewhere learns whether somebody has one: so often a day and no more.

alter table registry.settings drop constraint settings_name_check;
alter table registry.settings add constraint settings_name_check check (name in ('unmaskDailyLimit', 'askTransferDailyLimit'));
insert into registry.settings (name, value) values ('askTransferDailyLimit', 20);
