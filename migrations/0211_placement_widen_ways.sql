-- The ways of officers (转业, 复员) beside those of soldiers.

alter table placement.candidates drop constraint candidates_way_check;
alter table placement.candidates add constraint candidates_way_check
  check (way in ('retirement', 'provided', 'monthlyPension', 'arrangedWork', 'selfEmployment', 'transferToCivilWork', 'demobilised'));
