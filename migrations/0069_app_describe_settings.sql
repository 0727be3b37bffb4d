-- What an installation remembers about itself has grown: the keys that have encrypted in this database.

comment on table app.settings is 'Reference: what an installation remembers about itself. demo.loaded: that the demo stands in this database, its size and its day. secrets.key.<version>: known words sealed under that version of the master key; a key that does not open them is the wrong one.';
