-- What a stored picture says of its own size, read when it came in: a paper may be asked for in one size and no other.

alter table spine.files add column width smallint, add column height smallint, add column dpi smallint;
alter table spine.files add constraint files_picture_check check ((width is null) = (height is null));
comment on column spine.files.width is 'Pixels of a JPEG, as the file itself says; NULL of anything else, and of what came in before it was measured.';
comment on column spine.files.height is 'See width.';
comment on column spine.files.dpi is 'Dots an inch, where the picture says so.';
