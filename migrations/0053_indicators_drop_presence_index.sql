-- Readers name the bureau now, so the primary key finds the persons of a unit: one index less to write.

drop index indicators.presence_unit_idx;
