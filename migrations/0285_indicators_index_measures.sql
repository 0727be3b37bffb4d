-- How many places of a province have something of an indicator is read from the cells of that one measure, place after
-- place: by this index, whatever else the cells hold.

create index cells_measure_idx on indicators.cells (measure, unit_code);
