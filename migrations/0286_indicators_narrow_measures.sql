-- How many places have something is asked of whole indicators, never of their parts, which are most of the rows: without
-- them there is less to write, and the fold finds its rows by the key, where those of a place lie side by side.

drop index indicators.cells_measure_idx;
create index cells_measure_idx on indicators.cells (measure, unit_code) where strpos(measure, '/') = 0;
