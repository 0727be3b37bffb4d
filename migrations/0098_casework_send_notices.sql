-- Texts to phones: that a notice is being sent, when it is due again, and why it was not sent.

alter table casework.notices
  drop constraint notices_sms_state_check,
  add column sms_tries   smallint         not null default 0,
  add column sms_due_at  timestamptz,
  add column sms_failure text collate "C",
  add constraint notices_sms_state_check check (sms_state in ('waiting', 'sending', 'sent', 'failed', 'none')),
  add constraint notices_sms_tries_check check (sms_tries >= 0),
  add constraint notices_sms_failure_check check (
    (sms_state = 'failed') = (sms_failure is not null) and sms_failure in ('not-sent', 'refused', 'unknown', 'late')
  );

comment on column casework.notices.sms_state is 'waiting: not yet handed to the message port; sending: being handed over until sms_due_at; sent: taken; failed: sms_failure says why; none: no mobile phone on file.';
comment on column casework.notices.sms_tries is 'How often it was offered to the message port and did not leave.';
comment on column casework.notices.sms_due_at is 'Of waiting: not before; of sending: if nothing was heard by then, whoever sent it was killed, and nobody knows whether it left. Null: at once.';
comment on column casework.notices.sms_failure is 'not-sent: the gateway could not be reached; refused: it said no; unknown: handed over without an answer; late: waited too long to be news.';

drop index casework.notices_waiting_idx;
create index notices_to_send_idx on casework.notices (coalesce(sms_due_at, created_at)) where sms_state in ('waiting', 'sending');

grant update (sms_tries, sms_due_at, sms_failure) on casework.notices to guidui_app;
