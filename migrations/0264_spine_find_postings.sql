-- Leaves of postings are held against the book every minute (ledger.unaudited): found without reading the whole journal.

create index leaves_postings_idx on spine.leaves (bureau_code, subject_id) where action_name = 'ledger.post';
