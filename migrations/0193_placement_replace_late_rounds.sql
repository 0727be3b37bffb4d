-- A drawn two-way round whose lists closed before it was opened would place nobody: it may be given up, and its lot stays to be seen.
alter table placement.rounds drop constraint rounds_drawn_check;
alter table placement.rounds add constraint rounds_drawn_check
  check ((drawn_value is null) = (drawn_seed is null) and (state = 'replaced' or (state in ('draft', 'committed')) = (drawn_value is null)));
