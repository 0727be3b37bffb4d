-- A workbook may have several sheets, and an import takes one of them in: which, and which others have rows.
alter table registry.imports
  add column sheet        text,
  add column other_sheets text[] not null default '{}';
comment on column registry.imports.sheet is 'The sheet of the workbook; null for a text table, and for what was brought before sheets were told apart.';
