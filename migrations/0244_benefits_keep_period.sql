-- What a demobilised soldier at home is paid goes by the war in which they enlisted: kept when they are taken into pay.

alter table benefits.entitlements add column period text collate "C",
  add constraint entitlements_period_check check (period in ('resistance', 'liberation', 'founding'));
comment on column benefits.entitlements.period is 'Of DEMOB: when they enlisted, by the first service of the file; null where the file does not say.';
