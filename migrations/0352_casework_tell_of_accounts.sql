-- What people are told that is no step of a matter: that their pension goes to another account.

alter table casework.notices
  alter column matter_id drop not null,
  alter column step drop not null,
  add column topic text collate "C",
  add constraint notices_topic_check check (topic in ('payee')),
  add constraint notices_about_check check ((matter_id is null) = (topic is not null) and (matter_id is null) = (step is null));

comment on table casework.notices is 'What people are told, one row for a step of a matter that tells, or for something else that happened (topic): never more than what it is about, what happens next and until when. Only read_at and sms_state ever change.';
comment on column casework.notices.topic is 'Of what belongs to no matter. payee: the account that a pension goes to. Such a notice is told once by its id, and does not move with a file.';
