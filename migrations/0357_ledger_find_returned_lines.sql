-- A list of batches says of each how many of its lines came back: few rows of many, found without reading the others.

create index batch_lines_returned_idx on ledger.batch_lines (bureau_code, batch_id) where state = 'returned';
