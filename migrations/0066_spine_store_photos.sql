-- Photos of visits. Brought, a photo is a draft of the account that brought it, and expires; recorded with a visit, it
-- gets a row of its own at the station, and whoever may read the notes of visits there sees it.

alter table spine.files drop constraint files_kind_check;
alter table spine.files add constraint files_kind_check check (kind in ('import', 'returned', 'export', 'photoDraft', 'photo'));
comment on table spine.files is 'Append-only list of stored files. Only the account that a file was stored for may fetch it, and only until it expires; a photo is for those who may read the notes of visits at its unit. address: keyed hash of the content.';
